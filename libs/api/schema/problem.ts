import * as z from 'zod';

/** RFC 9457, as every failing call answers it. */
export const problemDetails = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string(),
  instance: z.string(),
  fields: z.array(z.object({ path: z.string(), code: z.string(), detail: z.string() })).optional(),
});

export type ProblemDetails = z.output<typeof problemDetails>;
