import { id, instant, operation, prose, tenantSlug } from '@plumbline/api/schema';
import { document } from '@plumbline/documents/schema';
import * as z from 'zod';
import { dueDiligenceItem } from './item';
import { exampleItem } from '../examples';

const params = z.strictObject({ tenant: tenantSlug, itemId: id });
const source = z.strictObject({ tenant: tenantSlug, submissionId: id });

/** What the vendor's side handed in to another insurer that asks for the same, by its code. */
export const answerElsewhere = source.extend({
  insurer: z.string(),
  title: z.string().meta({ description: 'as that insurer asks it' }),
  note: z.string(),
  documents: z.array(document.pick({ name: true, bytes: true })).meta({
    description: 'those that the vendor’s side sent; what that insurer added stays with it',
  }),
  at: instant,
});
export type AnswerElsewhere = z.output<typeof answerElsewhere>;

/** The note is the partner's to word anew: it may have named the other insurer. */
export const answerTakeOver = z.strictObject({ from: source, note: prose(2000) });
export type AnswerTakeOver = z.output<typeof answerTakeOver>;

const example = {
  tenant: 'bayshore',
  submissionId: '019b2f71-0001-7abc-8def-0123456789ab',
  insurer: 'Bayshore Mutual',
  title: 'Certificates of insurance',
  note: 'Cover until 2027, certificate attached.',
  documents: [{ name: 'cover.pdf', bytes: 48213 }],
  at: '2026-02-03T15:00:00Z',
};

export const listAnswersElsewhere = operation({
  id: 'listAnswersElsewhere',
  method: 'GET',
  path: '/tenants/:tenant/due-diligence-items/:itemId/answers-elsewhere',
  summary:
    'What a partner handed in for the same to other insurers, by its own memberships there; nobody else is told anything',
  thing: 'vendors',
  access: { permission: 'due-diligence.submit' },
  params,
  response: z.strictObject({ items: z.array(answerElsewhere) }),
  example: { response: { items: [example] } },
});

export const takeOverAnswer = operation({
  id: 'takeOverAnswer',
  method: 'POST',
  path: '/tenants/:tenant/due-diligence-items/:itemId/answer-take-over',
  summary:
    'Hand in here what was handed in to another insurer: its documents are copied, and nothing says where they came from',
  thing: 'vendors',
  access: { permission: 'due-diligence.submit' },
  params,
  body: answerTakeOver,
  response: dueDiligenceItem,
  conditional: true,
  example: {
    request: { from: { tenant: example.tenant, submissionId: example.submissionId }, note: example.note },
    response: { ...exampleItem, standing: 'submitted', version: 2 },
  },
});
