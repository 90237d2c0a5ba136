import * as z from 'zod';

/**
 * The server's own schema for a form whose fields are typed otherwise: what it finds wrong with the body is shown at the
 * field that `pathOf` names.
 */
export function bodySchema<Model>(
  schema: z.ZodType,
  toBody: (model: Model) => unknown,
  pathOf: (path: readonly PropertyKey[]) => readonly PropertyKey[] = (path) => path,
): z.ZodType<Model, Model> {
  return z.custom<Model>().superRefine((model, context) => {
    for (const { path, message } of schema.safeParse(toBody(model)).error?.issues ?? [])
      context.addIssue({ code: 'custom', message, path: [...pathOf(path)] });
  });
}

/** What was left blank. */
export function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}

/** Words separated by commas. */
export function wordsOf(line: string): string[] {
  return line
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

/** A whole number as it was typed; what is none is left for the schema to refuse. */
export function wholeNumber(typed: string): number | null {
  return typed.trim() === '' ? null : Number(typed);
}
