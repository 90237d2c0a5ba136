import { id, instant, localDate, text, timezone, version } from '@plumbline/api/schema';
import * as z from 'zod';
import { services } from './services';
import { criticalities, tiers } from './tier';
import { firstVendorStates, vendorStates } from './vendor-states';

/** What KPI files and people call the vendor; does not change, a file that calls it otherwise is an alias. */
export const vendorCode = text(60).regex(
  /^[\p{L}\p{N}](?:[\p{L}\p{N} ._/&-]*[\p{L}\p{N}])?$/u,
  'letters, digits, spaces and . _ / & - between them',
);

const service = z.enum(services);
const described = {
  name: text(120),
  services: z
    .array(service)
    .max(services.length)
    .refine((list) => new Set(list).size === list.length, 'each service once'),
  criticality: z.enum(criticalities),
  phiAccess: z.boolean().meta({ description: 'sees or keeps protected health information' }),
  timezone,
  reportsForOthers: z
    .boolean()
    .meta({ description: 'its KPI files may carry rows of other vendors of this insurer' }),
};

/** What a vendor is called, where the rest follows from something else. */
export const vendorNames = z.strictObject({ code: vendorCode, name: described.name });

/** A new vendor. One that works for the insurer already passed no gate here: why is said, and kept in its history. */
export const newVendor = z
  .strictObject({
    code: vendorCode,
    ...described,
    services: described.services.default([]),
    reportsForOthers: described.reportsForOthers.default(false),
    state: z.enum(firstVendorStates).default('prospect'),
    activeReason: text(500)
      .nullable()
      .default(null)
      .meta({ description: 'why it is entered as active, past the gates; of such a vendor only' }),
  })
  .superRefine(({ state, activeReason }, context) => {
    const isActive = state === 'active';
    if (isActive === (activeReason !== null)) return;
    const message = isActive ? 'say why it works for you already' : 'only for a vendor entered as active';
    context.addIssue({ code: 'custom', path: ['activeReason'], message });
  });

/** What may change of a vendor; what is left out stays. */
export const vendorChange = z
  .strictObject(described)
  .partial()
  .refine((change) => Object.keys(change).length > 0, 'say what changes');

/** A tier that people decided on, whatever criticality and PHI access say. */
export const tierOverride = z.strictObject({ tier: z.literal([...tiers]), reason: text(500) });

/** A row of the list. */
export const vendorSummary = z.strictObject({
  id,
  code: z.string(),
  name: z.string(),
  state: z.enum(vendorStates),
  tier: z.literal([...tiers]).meta({ description: 'the overriding one, else the computed one' }),
  services: z.array(service),
  criticality: z.enum(criticalities),
  phiAccess: z.boolean(),
  timezone: z.string(),
  reportsForOthers: z.boolean(),
});

export const vendor = vendorSummary.extend({
  aliases: z.array(z.string()).meta({ description: 'what KPI files call it besides its code' }),
  nextStates: z.array(z.enum(vendorStates)),
  computedTier: z.literal([...tiers]).meta({ description: 'from criticality and PHI access' }),
  tierOverride: tierOverride
    .extend({ by: z.string(), at: instant })
    .nullable()
    .meta({ description: 'the insurer’s side only' }),
  endDate: localDate.nullable().meta({ description: 'the last day on which it works for the insurer' }),
  createdAt: instant,
  updatedAt: instant,
  version,
});

export type NewVendor = z.output<typeof newVendor>;
export type VendorChange = z.output<typeof vendorChange>;
export type TierOverride = z.output<typeof tierOverride>;
export type VendorSummary = z.output<typeof vendorSummary>;
export type Vendor = z.output<typeof vendor>;
