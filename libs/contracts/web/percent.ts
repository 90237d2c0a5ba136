/**
 * `80` (percent, as people type it) ↔ `0.80` (a share of one, as it is agreed and compared): the point moves two places,
 * no digit is lost or made up. Text that is no plain number stays as it is, for the schema to refuse.
 */
export function shareOfPercent(percent: string): string {
  const match = /^(\d+)(?:[.,](\d+))?$/.exec(percent.trim());
  if (!match) return percent.trim();
  const [, whole = '', fraction = ''] = match;
  const digits = whole.padStart(3, '0');
  const before = digits.slice(0, -2).replace(/^0+(?=\d)/, '');
  return `${before}.${digits.slice(-2)}${fraction}`;
}

export function percentOfShare(share: string): string {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(share);
  if (!match) return share;
  const [, whole = '', fraction = ''] = match;
  const digits = fraction.padEnd(2, '0');
  const before = `${whole}${digits.slice(0, 2)}`.replace(/^0+(?=\d)/, '');
  const after = digits.slice(2).replace(/0+$/, '');
  return after === '' ? before : `${before}.${after}`;
}
