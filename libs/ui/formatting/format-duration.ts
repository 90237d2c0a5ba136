import { isDecimal } from './format-number';

/** Seconds as minutes and seconds, `412` as `06:52`, hours where needed (`1:02:03`); rounded to the second for display only. */
export function formatSeconds(seconds: string | number): string {
  if (!isDecimal(seconds)) return String(seconds);
  const total = Math.round(Math.abs(Number(seconds)));
  const sign = Number(seconds) < 0 && total > 0 ? '−' : '';
  const two = (part: number) => String(part).padStart(2, '0');
  const hours = Math.floor(total / 3600);
  const minutes = Math.floor(total / 60) % 60;
  return hours > 0
    ? `${sign}${hours}:${two(minutes)}:${two(total % 60)}`
    : `${sign}${two(minutes)}:${two(total % 60)}`;
}
