import type { EngineTerms } from '@plumbline/calendars/schema';
import type { TenantTransaction } from '@plumbline/platform/database';

export interface KnownCalendar {
  readonly name: string;
  readonly terms: EngineTerms;
}

/** The insurer's calendars as a profile needs them. Calendars give it (vendors know of no other thing's server). */
export abstract class CalendarSource {
  /** Those of `ids` that there are, each as known at `at` (semantics rule 8). */
  abstract find(
    tx: TenantTransaction,
    ids: readonly string[],
    at: Temporal.Instant,
  ): Promise<ReadonlyMap<string, KnownCalendar>>;
}

export interface AgreedResidency {
  readonly contractId: string;
  /** The reference that people call it by. */
  readonly contract: string;
  /** null: the contract has no such clause. */
  readonly clause: { readonly number: string; readonly regions: string[] } | null;
}

/** Where the contracts with a vendor let data be kept. Contracts give it. */
export abstract class ResidencySource {
  /** Of every contract with the vendor that is in force at `at`; a contract with two such clauses is in it twice. */
  abstract inForce(
    tx: TenantTransaction,
    vendorId: string,
    at: Temporal.Instant,
  ): Promise<readonly AgreedResidency[]>;
}
