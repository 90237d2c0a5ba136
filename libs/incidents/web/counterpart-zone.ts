import type { IncidentSummary } from '@plumbline/incidents/schema';
import type { TenantContext } from '@plumbline/ui';

/** Where the other side is: the vendor's zone for the insurer's people, the insurer's for the vendor's. */
export function counterpartZone(
  tenant: Pick<TenantContext, 'side' | 'timeZone'>,
  { vendor }: Pick<IncidentSummary, 'vendor'>,
): string {
  return tenant.side() === 'insurer' ? vendor.timezone : tenant.timeZone();
}
