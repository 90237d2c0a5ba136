import { Injectable, Module } from '@nestjs/common';
import type { Language } from '@plumbline/api/schema';
import type { TenantTransaction } from '@plumbline/platform/database';

/** What another thing has before it. Calendars are kept outside of the product: no PHI, nothing that people tell of a case. */
export interface CalendarEntry {
  /** Stays the same for one event whatever else changes. */
  readonly key: string;
  /** A due day (`2026-09-30`) or a deadline, which is an instant. */
  readonly at: string | Date;
  readonly summary: string;
  readonly description: string;
  /** Of its page, below the tenant's. */
  readonly path: readonly string[];
}

export interface CalendarSource {
  /** What the actor of `tx` may see now; `vendorId` null: of all vendors. */
  entries(
    tx: TenantTransaction,
    asked: { readonly vendorId: string | null; readonly language: Language },
  ): Promise<readonly CalendarEntry[]>;
}

/** Whose dates calendars show beside those of contracts: each says so when its module starts. */
@Injectable()
export class CalendarSources {
  private readonly sources = new Set<CalendarSource>();

  register(source: CalendarSource): void {
    this.sources.add(source);
  }

  all(): readonly CalendarSource[] {
    return [...this.sources];
  }
}

@Module({ providers: [CalendarSources], exports: [CalendarSources] })
export class CalendarSourcesModule {}
