import * as z from 'zod';

/** A column as it stands in the file, with a few of its values. */
export const fileColumn = z.strictObject({
  header: z.string(),
  samples: z
    .array(z.string())
    .meta({ description: 'up to five different values from the beginning of the file' }),
});

export const fileFormats = ['csv', 'xlsx'] as const;

/** How a received file is built, read from its beginning. Files of one layout share their mapping. */
export const fileLayout = z.strictObject({
  format: z.enum(fileFormats).optional().meta({ description: 'csv when not said' }),
  packed: z.enum(['zip', 'gzip']).optional().meta({ description: 'what the table came wrapped in' }),
  sheets: z.array(z.string()).optional().meta({ description: 'the sheets of a workbook that can be seen' }),
  sheet: z.string().optional().meta({ description: 'the one these columns are of' }),
  delimiter: z.enum([',', ';', '\t', '|']).nullable().meta({ description: 'null: a workbook has none' }),
  newline: z.enum(['\n', '\r']).nullable(),
  quote: z.enum(['"', "'"]).optional().meta({ description: '" when not said' }),
  headerLine: z
    .int()
    .min(1)
    .optional()
    .meta({ description: 'the line that names the columns; the first that is not blank when not said' }),
  footers: z.array(z.string()).optional().meta({
    description: 'how rows begin that look like totals or notes, as `skipRows` of a mapping says it',
  }),
  columns: z.array(fileColumn),
});

export type FileColumn = z.output<typeof fileColumn>;
export type FileLayout = z.output<typeof fileLayout>;
