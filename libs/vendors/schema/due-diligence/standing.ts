export const itemStates = ['open', 'submitted', 'accepted', 'rejected', 'waived', 'withdrawn'] as const;
/** As it is stored; a waiver that has run out is stored as waived. */
export type ItemState = (typeof itemStates)[number];

export const itemStandings = [
  'open',
  'submitted',
  'accepted',
  'rejected',
  'waived',
  'waiver-expired',
] as const;
export type ItemStanding = (typeof itemStandings)[number];

/**
 * How an item stands on a local date: a waiver holds to the end of its last day, and is open again after it. An item that
 * a later template withdrew stands nowhere: null.
 */
export function standingOf(
  item: { readonly state: ItemState; readonly waivedUntil: string | null },
  today: string,
): ItemStanding | null {
  if (item.state === 'withdrawn') return null;
  if (item.state !== 'waived') return item.state;
  return item.waivedUntil !== null && item.waivedUntil >= today ? 'waived' : 'waiver-expired';
}

/** Standings in which something can be handed in: what is accepted or waived is opened again first. */
export const awaitsEvidence: readonly ItemStanding[] = ['open', 'rejected', 'waiver-expired'];
