/** A receipt as a text file: one line a fact, the names in one column. */
export function receiptText(
  title: string,
  facts: readonly (readonly [name: string, value: string])[],
): string {
  const width = Math.max(...facts.map(([name]) => name.length));
  return `${[title, '', ...facts.map(([name, value]) => `${name.padEnd(width)}  ${value}`)].join('\n')}\n`;
}
