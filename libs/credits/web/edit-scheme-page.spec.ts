import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { type ContractVersion, viewContract, viewContractVersion } from '@plumbline/contracts/schema';
import {
  type CreditScheme,
  type CreditSchemeSummary,
  listCreditSchemes,
  type ProposedCreditScheme,
  proposeCreditScheme,
  viewCreditScheme,
} from '@plumbline/credits/schema';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { provideTenantForTests, settle } from '@plumbline/ui/testing';
import { EditSchemePage } from './edit-scheme-page';

const scheme = viewCreditScheme.example.response as CreditScheme;
const example = viewContractVersion.example.response as ContractVersion;
const [first] = example.slas;
if (!first) throw new Error('the example of a contract has an SLA');
const ratio = { ...first.metric, unit: 'ratio', direction: 'higher' } as const;
const version: ContractVersion = {
  ...example,
  slas: [
    {
      ...first,
      id: scheme.terms.lines[0]?.slaId ?? '',
      name: 'Answer speed',
      target: { comparator: '>=', value: '0.80' },
      metric: { ...ratio, family: 'speed' },
    },
    {
      ...first,
      id: scheme.terms.lines[1]?.slaId ?? '',
      name: 'Disclosures',
      target: { comparator: '>=', value: '0.95' },
      metric: { ...ratio, family: 'compliance' },
    },
  ],
};
const base = '/api/v1/tenants/northstar';
const asking = async () => {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setTimeout(resolve));
};

describe('the form of a credit scheme', () => {
  let http: HttpTestingController;

  async function open(
    entered: CreditScheme | null = scheme,
    {
      number = 1,
      proposal,
      others = [],
    }: { number?: number; proposal?: ProposedCreditScheme; others?: readonly object[] } = {},
  ) {
    TestBed.configureTestingModule({ providers: provideTenantForTests({ permissions: ['credit.manage'] }) });
    const fixture = TestBed.createComponent(EditSchemePage);
    fixture.componentRef.setInput('contractId', scheme.contract.id);
    fixture.componentRef.setInput('number', `${number}`);
    http = TestBed.inject(HttpTestingController);
    fixture.detectChanges();
    await asking();
    http.expectOne(`${base}/contracts/${scheme.contract.id}`).flush(viewContract.example.response as object);
    http.expectOne(`${base}/contracts/${scheme.contract.id}/versions/${number}`).flush(version);
    http
      .expectOne(({ url }) => url === `${base}/credit-schemes`)
      .flush(
        entered || proposal
          ? (listCreditSchemes.example.response as object)
          : { items: [], nextCursor: null },
      );
    if (proposal) {
      await asking();
      const address = `${base}/contracts/${scheme.contract.id}/versions/${number}/credit-scheme-proposal`;
      http.expectOne(address).flush(proposal);
    }
    if (entered) {
      await asking();
      http.expectOne(`${base}/contracts/${scheme.contract.id}/versions/1/credit-scheme`).flush(entered);
    }
    await settle();
    if (!entered && !proposal) {
      http
        .expectOne(({ url }) => url === `${base}/credit-schemes`)
        .flush({ items: others, nextCursor: null });
      await settle();
    }
    const element = fixture.nativeElement as HTMLElement;
    const control = (label: string): HTMLInputElement => {
      const found = [...element.querySelectorAll('pl-field')].find((field) =>
        field.querySelector('label')?.textContent?.trim().startsWith(label),
      );
      const input = found?.querySelector<HTMLInputElement>('input, textarea, select');
      if (!input) throw new Error(`no field ${label}`);
      return input;
    };
    const type = async (label: string, value: string) => {
      const input = control(label);
      input.value = value;
      input.dispatchEvent(new Event('input'));
      input.dispatchEvent(new Event('change'));
      input.dispatchEvent(new Event('blur'));
      await settle();
    };
    return { element, type, example: () => element.querySelector('pl-worked-example [role="status"]') };
  }

  beforeEach(() => void TestBed.resetTestingModule());
  afterEach(() => http.verify());

  const sentence = (element: Element | null) => (element?.textContent ?? '').trim().replace(/\s/g, ' ');

  it('works out in the browser what a miss would cost, as it is typed', async () => {
    const { type, example: worked } = await open();
    expect(sentence(worked())).toBe(
      'If Answer speed misses by 3 points in a USD 100,000.00 month: USD 4,000.00.',
    );
    await type('Allocation', '20');
    expect(sentence(worked())).toBe(
      'If Answer speed misses by 3 points in a USD 100,000.00 month: USD 2,000.00.',
    );
  });

  it('computes the example exactly: 1.1 points are eleven thousandths, and not a bit more', async () => {
    const { element, example: worked } = await open({
      ...scheme,
      terms: {
        ...scheme.terms,
        lines: scheme.terms.lines.map((line, index) =>
          index === 0 ? { ...line, method: { kind: 'percentageGap', gap: 'absolute' } as const } : line,
        ),
      },
    });
    const distance = element.querySelector<HTMLInputElement>('pl-worked-example input');
    if (!distance) throw new Error('no distance');
    distance.value = '1.1';
    distance.dispatchEvent(new Event('input'));
    await settle();
    expect(sentence(worked())).toContain('misses by 1.1 points');
    const steps = [...element.querySelectorAll('pl-worked-example li')].map(sentence).join(' ');
    expect(steps).toContain('× 0.011 (percentage gap)');
    expect(steps).not.toMatch(/0{6}/);
  });

  it.each(['118,500', '118.500', '1,118,500', '118 500'])(
    'refuses the fee %s and says how it is typed',
    async (fee) => {
      const { element, type, example: worked } = await open();
      await type('Monthly fee', fee);
      element.querySelector('form')?.requestSubmit();
      await settle();
      http.expectNone(`${base}/credit-schemes`);
      expect(element.textContent).toContain('without thousands separators');
      expect(sentence(worked())).toContain('Once the scheme is sound');
      await type('Monthly fee', '118500,50');
      expect(sentence(worked())).toContain('in a USD 118,500.50 month');
    },
  );

  it('refuses speed that outweighs quality and compliance until a reason is recorded, and sends what was typed', async () => {
    const {
      element,
      type,
      example: worked,
    } = await open({
      ...scheme,
      terms: { ...scheme.terms, lines: scheme.terms.lines.slice(0, 1) },
    });
    expect(sentence(worked())).toContain('Once the scheme is sound');
    element.querySelector('form')?.requestSubmit();
    await settle();
    expect(element.textContent).toContain('record a reason');
    await type('Why speed may outweigh', 'Only calls are bought here.');
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    element.querySelector('form')?.requestSubmit();
    await settle();
    const request = http.expectOne(`${base}/credit-schemes`);
    expect(request.request.body).toMatchObject({
      contractId: scheme.contract.id,
      number: 1,
      replaces: 1,
      terms: {
        atRisk: '0.1',
        lines: [{ allocation: '0.4' }],
        speedOutweighsReason: 'Only calls are bought here.',
      },
    });
    request.flush({ ...scheme, revision: 2 }, { status: 201, statusText: 'Created' });
    await settle();
    expect(navigate).toHaveBeenCalled();
  });

  it('begins with the SLAs of the contract where there is no scheme yet', async () => {
    const { element } = await open(null);
    expect(element.textContent).toContain('Answer speed costs credits');
    expect(element.textContent).toContain('Disclosures costs credits');
  });

  it('is filled in from the scheme of another contract where it is asked for', async () => {
    const [summary] = (listCreditSchemes.example.response as { items: CreditSchemeSummary[] }).items;
    if (!summary) throw new Error('the list has an example');
    const contract = { ...summary.contract, id: '019d3a10-6666-7000-8000-000000000009', reference: 'MSA-9' };
    const { element, example: worked } = await open(null, { others: [{ ...summary, contract }] });
    const from = element.querySelector<HTMLSelectElement>('label.from select');
    if (!from) throw new Error('no contract to take one over from');
    from.value = contract.id;
    from.dispatchEvent(new Event('change'));
    await asking();
    const asked = http.expectOne(({ url }) => url.endsWith('/versions/1/credit-scheme-proposal'));
    expect(asked.request.urlWithParams).toContain(`fromContractId=${contract.id}`);
    asked.flush(proposeCreditScheme.example.response as object);
    await settle();
    expect(sentence(worked())).toContain('misses by 3 points in a USD 100,000.00 month: USD 4,000.00.');
  });

  it('begins with the scheme of the version before where the contract was amended, and says what it left', async () => {
    const proposal = proposeCreditScheme.example.response as ProposedCreditScheme;
    const { element } = await open(null, { number: 2, proposal });
    const text = (element.textContent ?? '').replace(/\s+/g, ' ');
    expect(text).toContain('Version 1 has a scheme (revision 1).');
    expect(text).toContain('Priced there and not agreed here: Average handle time.');
    jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    element.querySelector('form')?.requestSubmit();
    await settle();
    const request = http.expectOne(`${base}/credit-schemes`);
    expect(request.request.body).toMatchObject({
      number: 2,
      replaces: 0,
      terms: { from: '2026-07', atRisk: '0.1', lines: [{ allocation: '0.4' }, { allocation: '0.6' }] },
    });
    request.flush(scheme, { status: 201, statusText: 'Created' });
    await settle();
  });
});
