import * as z from 'zod';

/** A figure as the engine writes it: 34 significant digits, no exponent, never rounded for display (semantics rule 15). */
export const exactDecimal = z
  .string()
  .regex(/^-?\d{1,40}(?:\.\d{1,60})?$/, 'a decimal number such as 0.95')
  .meta({ description: 'exact decimal' });
