import type { TermsInput } from './terms';

/** One clause of each kind that the shipped policy lets block: for examples, specs and benches, whose contracts are not about clauses. */
export const demandedClauses: TermsInput['clauses'] = [
  {
    kind: 'right_to_audit',
    number: '8.1',
    heading: 'Right to audit',
    text: 'The Plan may audit Vendor on ten days’ notice.',
    page: 12,
    terms: { noticeDays: 10 },
  },
  {
    kind: 'incident_notice',
    number: '9.2',
    heading: 'Notice of incidents',
    text: 'Vendor notifies the Plan within 24 hours of discovery.',
    page: 15,
    terms: { withinHours: 24 },
  },
  {
    kind: 'data_residency',
    number: '10.4',
    heading: 'Data residency',
    text: 'Member data is stored and processed in the United States.',
    page: 17,
    terms: { regions: ['US'] },
  },
  {
    kind: 'attestation',
    number: '10.6',
    heading: 'Attestation',
    text: 'Vendor hands in its ISO/IEC 27001 attestation every year.',
    page: 18,
    terms: { standards: ['ISO/IEC 27001'], yearly: true },
  },
];
