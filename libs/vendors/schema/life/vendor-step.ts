import { id, instant, localDate, text, version } from '@plumbline/api/schema';
import * as z from 'zod';
import { vendorStates } from '../vendor-states';
import { requirementReasons } from './gate';
import { requirementCodes } from './vendor-steps';

export const requirement = z.strictObject({
  code: z.enum(requirementCodes),
  met: z.boolean(),
  reason: z.enum(requirementReasons),
  parameters: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  itemId: id.nullable(),
});

/** Asks for the step from one state to the next. */
export const vendorTransition = z.strictObject({
  to: z.enum(vendorStates),
  reason: text(500),
  endDate: localDate
    .optional()
    .meta({ description: 'into offboarding: the last day on which the vendor works for the insurer' }),
});
export type VendorTransition = z.output<typeof vendorTransition>;

/**
 * `lapsed`: the vendor took another step in the meantime, such as a suspension. `entered`: no step, but how an active vendor
 * came in past the gates; its gate says what was not looked at.
 */
export const stepStates = [
  'pending',
  'done',
  'approved',
  'declined',
  'withdrawn',
  'lapsed',
  'entered',
] as const;
export type StepState = (typeof stepStates)[number];

const by = z.strictObject({ id: z.string(), name: z.string() });

/** A step that somebody asked for, and what became of it. */
export const vendorStep = z.strictObject({
  id,
  vendor: z.strictObject({ id, code: z.string(), name: z.string() }),
  from: z.enum(vendorStates),
  to: z.enum(vendorStates),
  reason: z.string(),
  endDate: localDate.nullable(),
  state: z.enum(stepStates).meta({ description: 'done: it needed nobody else' }),
  requestedBy: by,
  requestedAt: instant,
  own: z.boolean().meta({ description: 'asked for by the caller, who does not approve it' }),
  decidedBy: by.nullable(),
  decidedAt: instant.nullable(),
  decisionReason: z.string().nullable(),
  gate: z.array(requirement).nullable().meta({ description: 'as it stood when the step was decided' }),
  version,
});
export type VendorStep = z.output<typeof vendorStep>;

export const stepDecision = z
  .strictObject({ outcome: z.enum(['approved', 'declined']), reason: text(500).optional() })
  .refine(({ outcome, reason }) => outcome === 'approved' || reason !== undefined, {
    message: 'say why',
    path: ['reason'],
  });
export type StepDecision = z.output<typeof stepDecision>;

/** Where a vendor stands in its life, where it may go from here and what each gate asks. */
export const vendorLife = z.strictObject({
  state: z.enum(vendorStates),
  endDate: localDate.nullable(),
  next: z.array(
    z.strictObject({
      to: z.enum(vendorStates),
      approval: z.enum(['at-once', 'another-person']),
      asksEndDate: z.boolean(),
      gate: z.array(requirement),
    }),
  ),
  pending: vendorStep.nullable(),
  history: z.array(vendorStep).meta({ description: 'every step that was asked for, newest first' }),
  vendorVersion: version,
});
export type VendorLife = z.output<typeof vendorLife>;
