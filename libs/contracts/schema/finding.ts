import * as z from 'zod';

/** Something a contract version lacks. Blocking ones keep a draft from being activated. */
export const finding = z.strictObject({
  code: z.string(),
  severity: z.enum(['blocking', 'advice']),
  path: z.string().meta({ description: 'where in the terms, dot-separated; empty for the whole' }),
  detail: z.string(),
});

export type Finding = z.output<typeof finding>;
