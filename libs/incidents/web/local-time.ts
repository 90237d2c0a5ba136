/** An instant as a `datetime-local` control has it, where the reader is: `2026-03-02T02:10`. */
export function toLocalTime(milliseconds: number): string {
  const at = new Date(milliseconds);
  const two = (part: number) => String(part).padStart(2, '0');
  const date = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${date}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** What was entered there as an instant (RFC 3339, UTC); as it was typed where it is none, for the schema to refuse. */
export function toInstant(local: string): string {
  const at = new Date(local);
  return Number.isNaN(at.getTime()) ? local : at.toISOString();
}
