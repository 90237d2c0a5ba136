export const criticalities = ['low', 'medium', 'high'] as const;
export type Criticality = (typeof criticalities)[number];

/** How closely a vendor is watched: 1 closest. */
export const tiers = [1, 2, 3] as const;
export type Tier = (typeof tiers)[number];

const TIER_WITHOUT_PHI: Readonly<Record<Criticality, Tier>> = { high: 1, medium: 2, low: 3 };

/**
 * The tier of a vendor (V1): its criticality, one tier closer where it has access to protected health information.
 *
 * @example tierOf({ criticality: 'medium', phiAccess: true }) // 1
 */
export function tierOf(vendor: { readonly criticality: Criticality; readonly phiAccess: boolean }): Tier {
  const tier = TIER_WITHOUT_PHI[vendor.criticality];
  return vendor.phiAccess && tier > 1 ? ((tier - 1) as Tier) : tier;
}
