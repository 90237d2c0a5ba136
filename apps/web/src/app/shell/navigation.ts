import { type IconName, type Membership } from '@plumbline/ui';
import { type ThingEntry, things } from '../tenant/things';

export interface NavigationEntry {
  readonly text: string;
  readonly icon: IconName;
  readonly link: readonly string[];
  /** Other words it is found by. */
  readonly also?: string;
}

export interface NavigationGroup {
  /** The insurer's name, for a partner; null where the entries speak for themselves. */
  readonly heading: string | null;
  readonly entries: readonly NavigationEntry[];
}

type Language = 'en' | 'es';

/** The entries a membership may open, in the rail's groups. */
function groupsOf(membership: Membership, today: string, language: Language): readonly NavigationGroup[] {
  const base = ['/t', membership.tenant.slug];
  const may = (entry: ThingEntry) =>
    membership.permissions.includes(entry.permission) && !(entry.insurerOnly && membership.side === 'vendor');
  const entry = ({ text, icon, path }: ThingEntry): NavigationEntry => ({
    text: text[language],
    icon,
    link: [...base, path],
  });
  const byGroup = Map.groupBy(things.filter(may), ({ group }) => group);
  return [
    { heading: null, entries: [{ text: today, icon: 'today', link: [...base, 'today'] }] },
    ...[...byGroup.values()].map((group) => ({ heading: null, entries: group.map(entry) })),
  ];
}

/**
 * The rail: for an insurer's person the things of that insurer, in groups; for a partner its own entries under each
 * insurer it serves, the one of the address first.
 */
export function navigation(
  memberships: readonly Membership[],
  tenant: string,
  today: string,
  language: Language,
): readonly NavigationGroup[] {
  const here = memberships.find((membership) => membership.tenant.slug === tenant);
  if (!here) return [];
  if (here.side === 'insurer') return groupsOf(here, today, language);
  const served = memberships.filter(({ side }) => side === 'vendor');
  return [here, ...served.filter((membership) => membership !== here)].map((membership) => ({
    heading: membership.tenant.name,
    entries: groupsOf(membership, today, language).flatMap(({ entries }) => entries),
  }));
}

/** What somebody may begin at once in the tenant of the page, for the command palette. */
export function commands(
  memberships: readonly Membership[],
  tenant: string,
  language: Language,
): readonly NavigationEntry[] {
  const here = memberships.find((membership) => membership.tenant.slug === tenant);
  return things.flatMap((thing) =>
    (thing.commands ?? [])
      .filter(({ permission }) => here?.permissions.includes(permission))
      .map(({ text, also, path }) => ({
        text: text[language],
        icon: thing.icon,
        link: ['/t', tenant, thing.path, ...path.split('/')],
        also,
      })),
  );
}
