import { decimal, id, instant, localDate, period, text, version } from '@plumbline/api/schema';
import { directions, metricFamilies, metricUnits } from '@plumbline/sla-engine';
import { vendorNames } from '@plumbline/vendors/schema';
import * as z from 'zod';
import { standingFinding } from './findings/finding';
import { serviceLevel } from './service-level';
import { terms } from './terms';

export const versionStates = ['draft', 'active'] as const;

const reference = text(80).meta({ description: 'the number on the document; unique within the tenant' });
const vendorName = z.strictObject({ id, code: z.string(), name: z.string() });
const versionNumber = z.int().min(1);

/** A new contract comes with the draft of its first version. */
export const newContract = z.strictObject({ vendorId: id, reference, title: text(200), terms });

/** What is left out stays as it is. */
export const contractChange = z.strictObject({
  title: text(200).optional(),
  ownerId: id
    .nullable()
    .optional()
    .meta({ description: 'who of the insurer sees to it and is reminded of its dates' }),
});

/** One line of a contract's history of terms. */
export const contractVersionSummary = z.strictObject({
  number: versionNumber,
  state: z.enum(versionStates),
  effectiveFrom: localDate,
  effectiveTo: localDate.nullable(),
  slas: z.int(),
  activatedAt: instant.nullable(),
});

export const contractSummary = z.strictObject({
  id,
  reference: z.string(),
  title: z.string(),
  vendor: vendorName,
  versions: z.array(contractVersionSummary).meta({ description: 'oldest first' }),
});

export const contract = contractSummary.extend({
  owner: z
    .strictObject({ id, name: z.string() })
    .nullable()
    .meta({ description: 'who of the insurer sees to it; null for the vendor’s side' }),
  createdAt: instant,
  updatedAt: instant,
  version,
});

/** An SLA as agreed, with what its metric is. */
export const agreedServiceLevel = serviceLevel.extend({
  id,
  metric: z.strictObject({
    code: z.string(),
    name: z.string(),
    unit: z.enum(metricUnits),
    direction: z.enum(directions),
    family: z.enum(metricFamilies),
  }),
});

export const contractVersion = terms.extend({
  contractId: id,
  vendorId: id,
  number: versionNumber,
  state: z.enum(versionStates),
  slas: z.array(agreedServiceLevel),
  findings: z
    .array(standingFinding)
    .nullable()
    .meta({ description: 'what it lacks, worst first; null for the vendor’s side, which is not told' }),
  weightsTotal: decimal,
  /** What activating the draft would do; null for an active version. */
  activation: z
    .strictObject({
      endsVersion: versionNumber.nullable().meta({ description: 'the version it takes over from' }),
      months: z.array(period).meta({ description: 'months with measurements, which are evaluated anew' }),
    })
    .nullable(),
  activatedAt: instant.nullable(),
  version,
});

/** An amendment: a draft with the terms of the newest version, from a date. */
export const newContractVersion = z.strictObject({ effectiveFrom: localDate });

const providers = 500;

/** Takes a contract's active terms over to other vendors, entering those that are not there yet. */
export const contractCopies = z
  .strictObject({
    create: z.array(vendorNames).max(providers).default([]),
    match: z
      .array(
        z.strictObject({ code: text(60).meta({ description: 'what the KPI file calls it' }), vendorId: id }),
      )
      .max(providers)
      .default([]),
    kpiFileId: id.optional().meta({ description: 'the KPI file that waits for these vendors' }),
  })
  .refine(({ create, match }) => create.length + match.length > 0, 'name at least one vendor');

export const copiedContract = z.strictObject({
  vendor: vendorName,
  code: z.string().meta({ description: 'what the KPI file calls it' }),
  created: z.boolean().meta({ description: 'the vendor was entered by this call' }),
  contract: z
    .strictObject({ id, reference: z.string() })
    .nullable()
    .meta({ description: 'null where the vendor has a contract for that time already' }),
});

export const copiedContracts = z.strictObject({ items: z.array(copiedContract) });

export type NewContract = z.output<typeof newContract>;
export type ContractChange = z.output<typeof contractChange>;
export type ContractVersionSummary = z.output<typeof contractVersionSummary>;
export type ContractSummary = z.output<typeof contractSummary>;
export type Contract = z.output<typeof contract>;
export type AgreedServiceLevel = z.output<typeof agreedServiceLevel>;
export type ContractVersion = z.output<typeof contractVersion>;
export type ContractCopies = z.output<typeof contractCopies>;
export type CopiedContract = z.output<typeof copiedContract>;
