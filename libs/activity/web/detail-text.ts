import type { ActivityLine } from '@plumbline/activity/schema';

/** What more a line says, in one line: `role vendor_contributor · email lee@lakeside.example`. */
export function detailText(
  { detail, personal }: Pick<ActivityLine, 'detail' | 'personal'>,
  erased: string,
): string {
  const parts = Object.entries(detail).map(([name, value]) => `${wordsOf(name)} ${textOf(value)}`);
  const names = Object.entries(personal).map(([name, value]) => `${wordsOf(name)} ${value ?? erased}`);
  return [...parts, ...names].join(' · ');
}

/** `revokedApiKeys` → `revoked api keys` */
function wordsOf(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join(', ');
  if (typeof value === 'object' && value !== null) return JSON.stringify(value);
  return String(value);
}
