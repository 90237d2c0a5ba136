import { text } from '@plumbline/api/schema';
import * as z from 'zod';
import { countries } from './places';

/** Protected health information by what it tells (45 CFR 160.103); a list that is empty says: none. */
export const phiKinds = [
  'identity',
  'contact_details',
  'member_number',
  'eligibility',
  'claims',
  'diagnoses',
  'medication',
  'payment',
  'voice',
] as const;
export type PhiKind = (typeof phiKinds)[number];

export function eachOnce<Item extends z.ZodType>(item: Item, max: number) {
  return z
    .array(item)
    .max(max)
    .refine((list) => new Set(list).size === list.length, 'each once');
}

export const phiKindList = eachOnce(z.enum(phiKinds), phiKinds.length).meta({
  description: 'empty: no protected health information',
});

export const country = z
  .string()
  .refine((code) => countries.includes(code), 'a country as ISO 3166 writes it, such as US or PH');

/** A country (`PH`), a part of one (`US-TX`) or a named region (`EU`); other words are kept and said to be not comparable. */
export const place = text(60);

/** An IETF language tag: `en`, `es`, `zh-Hant`, `es-PR`. */
export const languageTag = z
  .string()
  .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'a language tag such as en or es-PR');

/** Where on the product's pages something is published; nothing else than a link that a browser may follow. */
export const webAddress = z
  .string()
  .max(500)
  .refine((value) => URL.canParse(value) && new URL(value).protocol === 'https:', 'an address with https://');
