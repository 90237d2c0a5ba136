import { id, text } from '@plumbline/api/schema';
import * as z from 'zod';
import { languageTag } from './kinds';
import { zonedHours } from './hours';

/** What a contact is there for (V1). */
export const contactRoles = [
  'operations',
  'security',
  'privacy',
  'quality',
  'executive',
  'after_hours',
  'other',
] as const;
export type ContactRole = (typeof contactRoles)[number];

/** People write numbers in many ways; kept as written. */
const phone = text(40).regex(/^\+?[0-9][0-9 ().x/-]{3,}$/, 'a telephone number such as +1 312 555 0100');

export const contactFields = {
  name: text(120),
  role: z.enum(contactRoles),
  email: z.email('an e-mail address').max(254).nullable().default(null),
  phone: phone.nullable().default(null),
  language: languageTag.default('en'),
};

/** Somebody to turn to at a vendor, and when. */
export const newContact = z
  .strictObject({
    ...contactFields,
    hours: zonedHours.nullable().default(null).meta({ description: 'weekly hours in a zone' }),
    calendarId: id.nullable().default(null).meta({ description: 'or one of the insurer’s calendars' }),
  })
  .refine(({ email, phone: number }) => email !== null || number !== null, {
    path: ['email'],
    message: 'an e-mail address or a telephone number',
  })
  .refine(({ hours, calendarId }) => hours === null || calendarId === null, {
    path: ['calendarId'],
    message: 'hours or a calendar, not both',
  });

export type NewContact = z.output<typeof newContact>;
