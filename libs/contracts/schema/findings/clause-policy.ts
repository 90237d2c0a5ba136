import { id, instant, operation, tenantParams, text, version } from '@plumbline/api/schema';
import * as z from 'zod';
import { type ClauseKind, clauseKinds } from '../clause';
import { finding } from './finding';

/** Kinds of clauses that an insurer can demand; `other` says nothing that could be missed. */
export const demandableKinds = clauseKinds.filter(
  (kind): kind is Exclude<ClauseKind, 'other'> => kind !== 'other',
);
export type DemandableKind = (typeof demandableKinds)[number];

/**
 * The terms whose size an insurer can demand, and whether more or less of it is weaker. Hours of notice: more is weaker;
 * tests a year: fewer are.
 */
export const boundTerms = {
  right_to_audit: { term: 'noticeDays', weaker: 'more' },
  incident_notice: { term: 'withinHours', weaker: 'more' },
  continuity_test: { term: 'timesAYear', weaker: 'less' },
  termination: { term: 'noticeDays', weaker: 'less' },
} as const satisfies Partial<Record<DemandableKind, { term: string; weaker: 'more' | 'less' }>>;

export const clausePolicyRule = z.strictObject({
  kind: z.enum(demandableKinds as [DemandableKind, ...DemandableKind[]]),
  demanded: z
    .enum(['always', 'where_phi', 'never'])
    .meta({ description: 'where_phi: of vendors that see protected health information' }),
  severity: z.enum(['blocking', 'advice']).meta({
    description: 'blocking: without the clause, or a waiver of it in force, a version is not activated',
  }),
  bound: z.int().min(0).max(8760).nullable().default(null).meta({
    description: 'the weakest that is accepted of the term that has a size (hours, days, times); null: any',
  }),
});
export type ClausePolicyRule = z.output<typeof clausePolicyRule>;

/** Which clauses an insurer demands of its vendors, and which of them keep a version from being activated (V2). */
export const clausePolicy = z
  .array(clausePolicyRule)
  .refine(
    (rules) =>
      rules.length === demandableKinds.length &&
      demandableKinds.every((kind) => rules.some((rule) => rule.kind === kind)),
    'one rule for each kind of clause',
  );
export type ClausePolicy = z.output<typeof clausePolicy>;

/** What a new tenant begins with: what the field demands (V2). It is the tenant's own from then on. */
export const shippedClausePolicy: ClausePolicy = [
  { kind: 'service_levels', demanded: 'always', severity: 'advice', bound: null },
  { kind: 'right_to_audit', demanded: 'always', severity: 'blocking', bound: null },
  { kind: 'incident_notice', demanded: 'always', severity: 'blocking', bound: 24 },
  { kind: 'background_checks', demanded: 'always', severity: 'advice', bound: null },
  { kind: 'data_residency', demanded: 'always', severity: 'blocking', bound: null },
  { kind: 'attestation', demanded: 'where_phi', severity: 'blocking', bound: null },
  { kind: 'continuity_test', demanded: 'always', severity: 'advice', bound: 1 },
  { kind: 'subcontracting', demanded: 'never', severity: 'advice', bound: null },
  { kind: 'termination', demanded: 'never', severity: 'advice', bound: null },
];

export const keptClausePolicy = z.strictObject({
  rules: clausePolicy,
  changed: z
    .strictObject({ at: instant, by: z.string(), reason: z.string() })
    .nullable()
    .meta({ description: 'the last change; null while it is as shipped' }),
  version,
});
export type KeptClausePolicy = z.output<typeof keptClausePolicy>;

/** What another policy would say of one version that is in force, to come, or a draft. */
export const clausePolicyEffect = z.strictObject({
  contract: z.strictObject({ id, reference: z.string() }),
  vendor: z.strictObject({ id, name: z.string() }),
  number: z.int().min(1),
  state: z.enum(['draft', 'active']),
  came: z.array(finding).meta({ description: 'found by the other policy alone' }),
  went: z.array(finding).meta({ description: 'found by the policy that is kept alone' }),
  turned: z.array(finding).meta({ description: 'found by both, with the severity of the other policy' }),
});
export type ClausePolicyEffect = z.output<typeof clausePolicyEffect>;
const effects = z.strictObject({
  versions: z.int().meta({ description: 'versions that were looked at' }),
  items: z.array(clausePolicyEffect).meta({ description: 'those of which something else would be said' }),
});
export type ClausePolicyEffects = z.output<typeof effects>;

export const viewClausePolicy = operation({
  id: 'viewClausePolicy',
  method: 'GET',
  path: '/tenants/:tenant/clause-policy',
  summary:
    'Which clauses are demanded of vendors, and which of them keep a contract version from being activated',
  thing: 'contracts',
  access: { permission: 'waiver.read' },
  params: tenantParams,
  response: keptClausePolicy,
  example: { response: { rules: shippedClausePolicy, changed: null, version: 1 } },
});

const stricterPolicy = shippedClausePolicy.map((rule) =>
  rule.kind === 'subcontracting' ? { ...rule, demanded: 'always' as const } : rule,
);

export const previewClausePolicy = operation({
  id: 'previewClausePolicy',
  method: 'POST',
  path: '/tenants/:tenant/clause-policy/preview',
  summary:
    'Which findings another clause policy would bring, end or turn, in versions in force, to come and drafted; nothing is changed',
  thing: 'contracts',
  access: { permission: 'clause-policy.write' },
  params: tenantParams,
  body: z.strictObject({ rules: clausePolicy }),
  response: effects,
  example: {
    request: { rules: stricterPolicy },
    response: {
      versions: 3,
      items: [
        {
          contract: { id: '019b2f70-3b1c-7a55-9d10-2c4f6a8b0e11', reference: 'MSA-2026-014' },
          vendor: { id: '019b2f6e-5c1a-7d3e-9a40-3f2b8c1d4e5f', name: 'Northwind Member Care' },
          number: 1,
          state: 'active',
          came: [
            {
              code: 'clause-missing',
              severity: 'advice',
              path: 'clauses',
              key: 'clause-missing/subcontracting',
              parameters: { clause: 'subcontracting' },
              detail: 'No clause agrees on whether work may be passed on.',
              waivable: true,
            },
          ],
          went: [],
          turned: [],
        },
      ],
    },
  },
});

export const changeClausePolicy = operation({
  id: 'changeClausePolicy',
  method: 'PUT',
  path: '/tenants/:tenant/clause-policy',
  summary:
    'Replace the clause policy, whole; versions that are in force stay so, and show what they lack by it',
  thing: 'contracts',
  access: { permission: 'clause-policy.write' },
  params: tenantParams,
  body: z.strictObject({ rules: clausePolicy, reason: text(500) }),
  response: keptClausePolicy,
  conditional: true,
  example: {
    request: { rules: stricterPolicy, reason: 'Board resolution of March: no silent subcontracting.' },
    response: {
      rules: stricterPolicy,
      changed: {
        at: '2026-03-12T15:00:00Z',
        by: 'Ana Ruiz',
        reason: 'Board resolution of March: no silent subcontracting.',
      },
      version: 2,
    },
  },
});
