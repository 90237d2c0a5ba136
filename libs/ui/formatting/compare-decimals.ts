/** Two decimal texts or numbers by value, digit by digit: negative, zero or positive as the first is less, equal or more. */
export function compareDecimals(a: string | number, b: string | number): number {
  const [left, right] = [textOf(a), textOf(b)];
  const places = Math.max(decimalsOf(left), decimalsOf(right));
  const difference = scaled(left, places) - scaled(right, places);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Never in exponent notation. */
function textOf(value: string | number): string {
  return typeof value === 'number' ? value.toFixed(15) : value;
}

function decimalsOf(text: string): number {
  return text.split('.')[1]?.length ?? 0;
}

function scaled(text: string, places: number): bigint {
  const [whole = '0', decimals = ''] = text.split('.');
  return BigInt(whole + decimals.padEnd(places, '0'));
}
