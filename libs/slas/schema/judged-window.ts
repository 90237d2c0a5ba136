import { localDate } from '@plumbline/api/schema';
import * as z from 'zod';

/** The window over which a target was judged: both dates belong to it, in the contract's zone. */
export const judgedWindow = z.strictObject({
  code: z.string().meta({ description: 'as the SLA states it: month, week, rolling-28-days' }),
  first: localDate,
  last: localDate,
});

export type JudgedWindow = z.output<typeof judgedWindow>;
