import type { DueDiligence, DueDiligenceItem, Submission } from './due-diligence/item';
import type { Template } from './due-diligence/template';
import { defaultItems } from './due-diligence/default-items';
import type { VendorLife, VendorStep } from './life/vendor-step';

const vendor = {
  id: '019b2f6e-5c1a-7d3e-9a40-3f2b8c1d4e5f',
  code: 'NORTHWIND',
  name: 'Northwind Member Care',
};
const ana = { id: '019b2f6e-0000-7000-8000-000000000001', name: 'Ana Reyes' };
const ben = { id: '019b2f6e-0000-7000-8000-000000000002', name: 'Ben Okafor' };
const rosa = { id: '019b2f6e-0000-7000-8000-000000000003', name: 'Rosa Lindqvist' };

const evidence: Submission = {
  id: '019b2f6e-5c1a-7d3e-9a40-3f2b8c1d4e70',
  kind: 'evidence',
  side: 'vendor',
  note: 'Signed on both sides on 12 January 2026.',
  until: null,
  by: rosa,
  at: '2026-02-20T15:00:00Z',
  decisions: [
    {
      outcome: 'accepted',
      reason: null,
      remark: 'Compared with our template.',
      by: ana,
      at: '2026-02-23T14:00:00Z',
    },
  ],
};
const [baa] = defaultItems;
if (!baa) throw new Error('a new tenant asks nothing');

export const exampleItem: DueDiligenceItem = {
  ...baa,
  id: '019b2f6e-5c1a-7d3e-9a40-3f2b8c1d4e61',
  vendor,
  standing: 'accepted',
  waivedUntil: null,
  rejection: null,
  submissions: [evidence],
  ownSubmission: false,
  updatedAt: '2026-02-23T14:00:00Z',
  version: 3,
};

export const exampleDueDiligence: DueDiligence = { items: [exampleItem], template: { number: 1, newest: 1 } };

export const exampleTemplate: Template = {
  number: 1,
  reason: null,
  madeBy: null,
  madeAt: '2026-01-05T14:00:00Z',
  items: [...defaultItems],
  versions: [{ number: 1, reason: null, madeBy: null, madeAt: '2026-01-05T14:00:00Z' }],
  version: 1,
};

export const exampleStep: VendorStep = {
  id: '019b2f6e-5c1a-7d3e-9a40-3f2b8c1d4e80',
  vendor,
  from: 'onboarding',
  to: 'active',
  reason: 'Due diligence is complete and the first files went through',
  endDate: null,
  state: 'pending',
  requestedBy: ana,
  requestedAt: '2026-02-27T16:00:00Z',
  own: false,
  decidedBy: null,
  decidedAt: null,
  decisionReason: null,
  gate: null,
  version: 1,
};

const gate: VendorLife['next'][number]['gate'] = [
  { code: 'services', met: true, reason: 'named', parameters: { count: 2 }, itemId: null },
  {
    code: 'contract-active',
    met: true,
    reason: 'in-force',
    parameters: { reference: 'MSA-NORTHWIND', effectiveFrom: '2026-01-01' },
    itemId: null,
  },
  { code: 'contract-findings', met: true, reason: 'clear', parameters: {}, itemId: null },
  {
    code: 'due-diligence-item',
    met: true,
    reason: 'accepted',
    parameters: { title: exampleItem.title, titleEs: exampleItem.titleEs, until: null },
    itemId: exampleItem.id,
  },
];

export const exampleApproved: VendorStep = {
  ...exampleStep,
  state: 'approved',
  decidedBy: ben,
  decidedAt: '2026-03-02T09:30:00Z',
  gate,
  version: 2,
};

export const exampleLife: VendorLife = {
  state: 'onboarding',
  endDate: null,
  next: [
    { to: 'active', approval: 'another-person', asksEndDate: false, gate },
    { to: 'ended', approval: 'another-person', asksEndDate: false, gate: [] },
  ],
  pending: exampleStep,
  history: [exampleStep],
  vendorVersion: 3,
};
