/**
 * Rows as CSV (RFC 4180, UTF-8 with byte order mark so that spreadsheets read it right). A cell that a spreadsheet would take
 * for a formula is led by an apostrophe; plain negative numbers are left as they are (OWASP ASVS 1.2.10).
 */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((cells) => cells.map(escaped).join(',')).join('\r\n')}\r\n`;
}

function escaped(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(?:\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
