import { instant, prose, text, version } from '@plumbline/api/schema';
import * as z from 'zod';
import { itemGates } from '../life/vendor-steps';
import { services } from '../services';

/** Of which vendors an item is asked. */
export const applies = z.discriminatedUnion('when', [
  z.strictObject({ when: z.literal('always') }),
  z.strictObject({ when: z.literal('phi') }),
  z.strictObject({
    when: z.literal('services'),
    services: z
      .array(z.enum(services))
      .min(1, 'name a service')
      .refine((list) => new Set(list).size === list.length, 'each service once'),
  }),
]);
export type Applies = z.output<typeof applies>;

export const askedOf = ['vendor', 'insurer'] as const;

export const itemCode = z
  .string()
  .regex(/^[a-z][a-z0-9_]{1,59}$/, 'lower-case letters, digits and underscores')
  .meta({ description: 'by which versions of the template know their items; never changes' });

const worded = {
  title: text(120),
  titleEs: text(120).nullable().default(null).meta({ description: 'the same in Spanish' }),
  guidance: prose(1000).nullable().default(null).meta({ description: 'what evidence is good enough' }),
  guidanceEs: prose(1000).nullable().default(null),
};

/** One thing that is asked of a vendor before it passes a gate. */
export const templateItem = z.strictObject({
  code: itemCode,
  ...worded,
  applies,
  gate: z.enum(itemGates).default('activation'),
  askedOf: z.enum(askedOf).default('vendor').meta({ description: 'who hands in the evidence' }),
});
export type TemplateItem = z.output<typeof templateItem>;

export const templateItems = z
  .array(templateItem)
  .min(1, 'at least one item')
  .max(100)
  .superRefine((items, context) => {
    const codes = items.map(({ code }) => code);
    for (const [index, code] of codes.entries()) {
      if (codes.indexOf(code) !== index)
        context.addIssue({ code: 'custom', message: 'each code once', path: [index, 'code'] });
    }
  });

export const newTemplateVersion = z.strictObject({
  reason: text(300).meta({ description: 'what changed, and why' }),
  items: templateItems,
});
export type NewTemplateVersion = z.output<typeof newTemplateVersion>;

const versionSummary = {
  number: z.int().min(1),
  reason: z.string().nullable().meta({ description: 'null: the defaults of a new tenant' }),
  madeBy: z.string().nullable(),
  madeAt: instant,
};

/** A version of the checklist; written once. */
export const template = z.strictObject({
  ...versionSummary,
  items: z.array(templateItem),
  versions: z.array(z.strictObject(versionSummary)).meta({ description: 'oldest first' }),
  version: version.meta({ description: 'the newest number: what a new version is based on' }),
});
export type Template = z.output<typeof template>;

/** Whether an item is asked of a vendor. */
export function appliesTo(
  asked: Applies,
  vendor: { readonly phiAccess: boolean; readonly services: readonly string[] },
): boolean {
  switch (asked.when) {
    case 'always':
      return true;
    case 'phi':
      return vendor.phiAccess;
    case 'services':
      return asked.services.some((service) => vendor.services.includes(service));
  }
}
