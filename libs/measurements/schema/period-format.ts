/** How a column writes the period of its row. `iso` takes any of the written-out forms and instants with an offset. */
export const periodFormats = [
  'YYYY-MM-DD HH:mm',
  'MM/DD/YYYY HH:mm',
  'DD/MM/YYYY HH:mm',
  'YYYY-MM-DD',
  'YYYYMMDD',
  'MM/DD/YYYY',
  'DD/MM/YYYY',
  'YYYY-MM',
  'YYYYMM',
  'Mon-YY',
  'Mon YYYY',
  'iso',
] as const;

export type PeriodFormat = (typeof periodFormats)[number];

/** The finest period a format can say. */
export function finestOf(format: PeriodFormat): 'interval' | 'day' | 'month' {
  if (format === 'iso' || format.endsWith('HH:mm')) return 'interval';
  return format.includes('DD') ? 'day' : 'month';
}
