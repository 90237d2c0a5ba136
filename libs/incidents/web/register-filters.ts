import { registerFilters, type RegisterFilters } from '@plumbline/incidents/schema';

export type FilterName = keyof RegisterFilters;

/** What an address says of each filter, as it stands there. */
export type AskedFilters = Readonly<Partial<Record<FilterName, string | undefined>>>;

/** The filters of an address; what is none of theirs, such as an old link's, is left out and not refused. */
export function filtersOf(asked: AskedFilters): RegisterFilters {
  const shape = registerFilters.shape;
  const known = Object.entries(asked).filter(
    ([name, value]) =>
      value !== undefined && value !== '' && shape[name as FilterName]?.safeParse(value).success,
  );
  return registerFilters.parse(Object.fromEntries(known));
}

/** The filters as an address has them: what is not asked is not there. */
export function queryOf(filters: RegisterFilters): Record<string, string | null> {
  const names = Object.keys(registerFilters.shape) as FilterName[];
  return Object.fromEntries(
    names.map((name) => [
      name,
      name === 'drills' && filters.drills === 'false' ? null : (filters[name] ?? null),
    ]),
  );
}
