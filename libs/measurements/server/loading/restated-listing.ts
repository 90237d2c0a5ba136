import { type Door, newId } from '@plumbline/platform/database';
import type { Actor } from '@plumbline/platform/tenancy';
import type { RestatedFigure } from '../restatement';
import type { RestatementsRepository } from '../restatements.repository';

/**
 * Which figures a check finds to be replaced, kept page by page while they are found, each page in a transaction of its
 * own: so they need no memory, and the transaction that compares may be rolled back. Nobody sees them before the findings
 * name this listing; what a check that dies leaves behind goes with the next check of the file.
 */
export class RestatedListing {
  readonly id = newId();
  /** Figures by vendor. */
  readonly counts = new Map<string, number>();
  private pages = 0;

  constructor(
    private readonly door: Door,
    private readonly restatements: RestatementsRepository,
    private readonly actor: Actor,
    private readonly fileId: string,
  ) {}

  /** In the order of the file's lines; a file with several versions of a row tells them one version after the other. */
  async add(figures: readonly (RestatedFigure & { readonly vendorId: string })[]): Promise<void> {
    const byVendor = new Map<string, RestatedFigure[]>();
    for (const { vendorId, ...figure } of figures) {
      const those = byVendor.get(vendorId) ?? [];
      if (those.length === 0) byVendor.set(vendorId, those);
      those.push(figure);
    }
    const page = this.pages;
    await this.door.withTenant(this.actor, (tx) =>
      this.restatements.addPage(tx, this.fileId, { listing: this.id, page, byVendor }),
    );
    this.pages += 1;
    for (const [vendorId, those] of byVendor)
      this.counts.set(vendorId, (this.counts.get(vendorId) ?? 0) + those.length);
  }

  /** When the findings came to nothing: another process was faster, the file was withdrawn, or reading broke off. */
  async discard(): Promise<void> {
    if (this.pages === 0) return;
    await this.door.withTenant(this.actor, (tx) => this.restatements.removeListing(tx, this.fileId, this.id));
  }
}
