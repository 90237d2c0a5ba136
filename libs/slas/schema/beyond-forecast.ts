import { text } from '@plumbline/api/schema';
import { measureCode } from '@plumbline/measurements/schema';
import * as z from 'zod';

const units = z
  .string()
  .regex(/^\d{1,12}(?:\.\d{1,6})?$/, 'a number of units such as 1250, without thousands separators');

/** What lies beyond the agreed forecast band, as both sides can check it: units by measure, none of them a share. */
export const beyondForecast = z.strictObject({
  forecast: text(200).meta({
    description: 'which agreed forecast and band, such as: March forecast of 3 Feb, 12,000 calls + 10 %',
  }),
  amounts: z
    .record(measureCode, units)
    .refine((amounts) => Object.keys(amounts).length <= 20, 'at most 20 measures')
    .refine(
      (amounts) => Object.values(amounts).some((amount) => /[1-9]/.test(amount)),
      'say what is taken out',
    )
    .meta({ description: 'units taken out of the month, by measure of the SLA’s metric' }),
});

export type BeyondForecast = z.output<typeof beyondForecast>;
