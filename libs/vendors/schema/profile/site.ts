import { id, text, timezone } from '@plumbline/api/schema';
import * as z from 'zod';
import { services } from '../services';
import { country, eachOnce } from './kinds';

/** A place where a vendor works (V1). */
export const newSite = z.strictObject({
  name: text(120),
  country,
  city: text(120),
  timezone,
  calendarId: id.nullable().default(null).meta({ description: 'one of the insurer’s calendars' }),
  services: eachOnce(z.enum(services), services.length).default([]),
  phiHandled: z.boolean().meta({ description: 'protected health information is seen or kept there' }),
});

export type NewSite = z.output<typeof newSite>;
