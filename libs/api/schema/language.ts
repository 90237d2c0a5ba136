/** Languages that the product is written in. English is whole by itself; the others say the same. */
export const languages = ['en', 'es'] as const;

export type Language = (typeof languages)[number];
