import * as z from 'zod';

/** A column as it stands in the file, with a few of its values. */
export const fileColumn = z.strictObject({
  header: z.string(),
  samples: z
    .array(z.string())
    .meta({ description: 'up to five different values from the beginning of the file' }),
});

/** How a received file is built, read from its beginning. Files of one layout share their mapping. */
export const fileLayout = z.strictObject({
  delimiter: z.enum([',', ';', '\t', '|']),
  newline: z.enum(['\n', '\r']),
  columns: z.array(fileColumn),
});

export type FileColumn = z.output<typeof fileColumn>;
export type FileLayout = z.output<typeof fileLayout>;
