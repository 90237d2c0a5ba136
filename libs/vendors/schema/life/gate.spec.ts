import { describe, expect, it } from '@jest/globals';
import type { ItemStanding } from '../due-diligence/standing';
import { nextVendorStates, type VendorState, vendorStates } from '../vendor-states';
import { type GateFacts, gateOf, type RequirementReason } from './gate';
import { type RequirementCode, vendorStepRule } from './vendor-steps';

const contract = { reference: 'MSA-1', effectiveFrom: '2026-01-01' };
const whole: GateFacts = {
  services: ['voice'],
  items: [
    item('baa', 'activation', 'accepted'),
    item('insurance', 'activation', 'waived', '2026-06-30'),
    item('phi_returned', 'ending', 'accepted'),
  ],
  contract: { inForce: contract, next: null, blocking: [] },
  endDate: '2026-02-28',
  today: '2026-03-01',
};

function item(
  id: string,
  gate: 'activation' | 'ending',
  standing: ItemStanding,
  waivedUntil: string | null = null,
) {
  return { id, title: `Title of ${id}`, titleEs: null, gate, standing, waivedUntil };
}

function gate(from: VendorState, to: VendorState, facts: Partial<GateFacts> = {}) {
  const rule = vendorStepRule(from, to);
  if (!rule) throw new Error(`no step from ${from} to ${to}`);
  return gateOf(rule, { ...whole, ...facts });
}

describe('the steps of a vendor’s life', () => {
  it('have a rule each, and nothing else has one', () => {
    for (const from of vendorStates) {
      for (const to of vendorStates)
        expect([from, to, vendorStepRule(from, to) !== null]).toEqual([
          from,
          to,
          nextVendorStates(from).includes(to),
        ]);
    }
  });

  it('wait for another person, but for a suspension and for the end of a prospect', () => {
    const atOnce = vendorStates.flatMap((from) =>
      nextVendorStates(from)
        .filter((to) => vendorStepRule(from, to)?.approval === 'at-once')
        .map((to) => `${from} → ${to}`),
    );
    expect(atOnce).toEqual(['prospect → ended', 'active → suspended']);
  });
});

describe('a gate', () => {
  it.each<[VendorState, VendorState, RequirementCode[]]>([
    ['prospect', 'onboarding', ['services']],
    ['prospect', 'ended', []],
    [
      'onboarding',
      'active',
      ['services', 'contract-active', 'contract-findings', 'due-diligence-item', 'due-diligence-item'],
    ],
    ['onboarding', 'ended', []],
    ['active', 'suspended', []],
    ['active', 'offboarding', ['end-date']],
    [
      'suspended',
      'active',
      ['services', 'contract-active', 'contract-findings', 'due-diligence-item', 'due-diligence-item'],
    ],
    ['suspended', 'offboarding', ['end-date']],
    ['offboarding', 'ended', ['end-date-reached', 'due-diligence-item']],
  ])('%s → %s asks for %j, all of it met by whole facts', (from, to, codes) => {
    const found = gate(from, to);
    expect(found.map(({ code }) => code)).toEqual(codes);
    expect(found.filter(({ met }) => !met)).toEqual([]);
  });

  const activation = (facts: Partial<GateFacts>) => gate('onboarding', 'active', facts);
  const ending = (facts: Partial<GateFacts>) => gate('offboarding', 'ended', facts);
  const only = (standing: ItemStanding, until: string | null = null) =>
    activation({ items: [item('baa', 'activation', standing, until)] });

  it.each<[string, ReturnType<typeof gate>, RequirementCode, RequirementReason, object]>([
    ['no service', activation({ services: [] }), 'services', 'none', {}],
    [
      'no contract',
      activation({ contract: { inForce: null, next: null, blocking: [] } }),
      'contract-active',
      'no-contract',
      {},
    ],
    [
      'a contract from tomorrow on',
      activation({
        contract: { inForce: null, next: { ...contract, effectiveFrom: '2026-03-02' }, blocking: [] },
      }),
      'contract-active',
      'not-in-force-yet',
      { reference: 'MSA-1', effectiveFrom: '2026-03-02' },
    ],
    [
      'a blocking finding',
      activation({
        contract: { inForce: contract, next: null, blocking: [{ reference: 'MSA-1', code: 'slas-none' }] },
      }),
      'contract-findings',
      'blocking',
      { reference: 'MSA-1', code: 'slas-none', count: 1 },
    ],
    ['no item at all', activation({ items: [] }), 'due-diligence-begun', 'no-items', {}],
    [
      'items of the other gate only',
      activation({ items: [item('phi_returned', 'ending', 'accepted')] }),
      'due-diligence-begun',
      'no-items',
      {},
    ],
    ['nothing handed in', only('open'), 'due-diligence-item', 'open', { title: 'Title of baa' }],
    ['not looked at', only('submitted'), 'due-diligence-item', 'submitted', {}],
    ['rejected', only('rejected'), 'due-diligence-item', 'rejected', {}],
    [
      'a waiver that ran out',
      only('waiver-expired', '2026-02-28'),
      'due-diligence-item',
      'waiver-expired',
      { until: '2026-02-28' },
    ],
    ['no last day', gate('active', 'offboarding', { endDate: null }), 'end-date', 'missing', {}],
    ['a last day unknown', ending({ endDate: null }), 'end-date-reached', 'missing', {}],
    [
      'a last day that is today',
      ending({ endDate: '2026-03-01' }),
      'end-date-reached',
      'ahead',
      { date: '2026-03-01' },
    ],
    ['no certificate', ending({ items: [] }), 'due-diligence-begun', 'no-items', {}],
  ])('stays open for %s', (_, found, code, reason, parameters) => {
    const open = found.filter(({ met }) => !met);
    expect(open[0]).toMatchObject({ code, reason, parameters });
    // without a contract in force there are no findings to be clear of either
    expect(open.slice(1).map((line) => line.code)).toEqual(
      code === 'contract-active' ? ['contract-findings'] : [],
    );
  });

  it('leads from a requirement to its item', () => {
    expect(only('open').at(-1)).toMatchObject({ itemId: 'baa' });
    expect(only('open')[0]).toMatchObject({ itemId: null });
  });
});
