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
  parameters: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]))
    .optional()
    .meta({ description: 'of some codes: what stands in `detail`, to say it in other words' }),
});

export type ProblemDetails = z.output<typeof problemDetails>;
