import { Injectable } from '@nestjs/common';
import { RestatementsRepository, type VendorRestatement } from '@plumbline/measurements/server';
import type { TenantTransaction } from '@plumbline/platform/database';
import { NotFoundError, RuleBrokenError } from '@plumbline/platform/errors';
import { Clock } from '@plumbline/platform/tenancy';
import type { ForeseenStanding } from '@plumbline/slas/schema';
import { type ForeseenChange, isUnplaced, touchedMonths, touchedSegments } from './foreseen-change';
import { type ComparedMonth, MonthComparison } from './month-comparison';
import { addMonths, monthWindow } from './month-window';
import { type Compared, hasChanged } from './revisions';

/** Vendor's months that are judged for one preview. */
const MONTHS_JUDGED = 60;

export interface ForeseenMonth {
  readonly vendorId: string;
  readonly month: string;
  /** The figures that would get another revision. */
  readonly changed: readonly Compared[];
}

export interface Foreseen {
  readonly standing: ForeseenStanding;
  /** False: the file changes more than is kept for a preview, or so much that what exclusions take out of it is not known. */
  readonly complete: boolean;
  readonly monthsLeftOff: number;
  /** A vendor has SLAs of other windows, which are not foreseen: a check keeps its sums by month. */
  readonly monthsOnly: boolean;
  readonly months: readonly ForeseenMonth[];
}

/**
 * Which results a checked KPI file would change once it is loaded, judged as the evaluation will judge them: what the check
 * found is added to what is stored, nothing is written.
 */
@Injectable()
export class ForeseenResults {
  constructor(
    private readonly restatements: RestatementsRepository,
    private readonly comparison: MonthComparison,
    private readonly clock: Clock,
  ) {}

  /** `kpi-file-state` for a file that does not wait to be confirmed: it has nothing left to change. */
  async of(tx: TenantTransaction, fileId: string): Promise<Foreseen> {
    const found = await this.restatements.find(tx, fileId);
    if (!found) throw new NotFoundError('KPI file');
    if (found.state !== 'checked')
      throw new RuleBrokenError('kpi-file-state', 'Only a checked file can still change results.');
    const changes = found.vendors.map((vendor) => ({ ...vendor, fileId, months: touchedMonths(vendor) }));
    const months: ForeseenMonth[] = [];
    let [leftOff, placed] = [0, true];
    for (const change of changes) {
      const room = MONTHS_JUDGED - months.length;
      leftOff += Math.max(0, change.months.length - room);
      const judged = await this.ofVendor(tx, change, change.months.slice(0, Math.max(0, room)));
      months.push(...judged.months);
      placed &&= judged.placed;
    }
    return {
      standing: await this.standing(tx, changes),
      complete: placed && found.vendors.every(({ complete }) => complete),
      monthsLeftOff: leftOff,
      monthsOnly: await this.hasOtherWindows(
        tx,
        changes.map(({ vendorId }) => vendorId),
      ),
      months: months.filter(({ changed }) => changed.length > 0),
    };
  }

  private async ofVendor(
    tx: TenantTransaction,
    change: Change,
    months: readonly string[],
  ): Promise<{ readonly months: ForeseenMonth[]; readonly placed: boolean }> {
    const at = this.clock.date();
    const compared = new Map<string, ComparedMonth>();
    const whole = new Set<string>();
    for (const month of months) {
      const dirty = touchedSegments(change, month).map((segment) => ({
        ...{ segment, fileId: change.fileId, days: null },
      }));
      const found = await this.comparison.compare(tx, change.vendorId, month, { dirty, at, change });
      compared.set(month, found);
      for (const { before, after } of found.facts.strays.values()) {
        if (before) whole.add(addMonths(month, -1));
        if (after) whole.add(addMonths(month, 1));
      }
    }
    // as the evaluation does: rows that belong to the month beside have all of that month looked at
    for (const month of whole)
      compared.set(
        month,
        await this.comparison.compare(tx, change.vendorId, month, { dirty: [], at, change }),
      );
    return {
      months: [...compared]
        .sort(([a], [b]) => a.localeCompare(b))
        .map(([month, { figures }]) => ({
          vendorId: change.vendorId,
          month,
          changed: figures.filter(hasChanged),
        })),
      placed: [...compared].every(
        ([month, { facts }]) =>
          facts.exclusions.every(({ effect }) => effect !== 'exclude') || !isUnplaced(change, month),
      ),
    };
  }

  private async hasOtherWindows(tx: TenantTransaction, vendorIds: readonly string[]): Promise<boolean> {
    const [row] = await tx.query<{ found: boolean }>(
      `select exists (select from sla where tenant_id = $1 and vendor_id = any ($2) and "window" <> 'month') as found`,
      [tx.tenantId, [...vendorIds]],
    );
    return row?.found ?? false;
  }

  /** Whether what the preview starts from is still what it was when the file was checked. */
  private async standing(tx: TenantTransaction, changes: readonly Change[]): Promise<ForeseenStanding> {
    const [counter] = await tx.query<{ last: number }>(
      'select last_number::integer as last from load_counter where tenant_id = $1',
      [tx.tenantId],
    );
    for (const { vendorId, asOfLoad, months } of changes) {
      const [first, last] = [months[0], months.at(-1)];
      if (first === undefined || last === undefined) continue;
      const days = [monthWindow(first, 'UTC').firstDate, monthWindow(last, 'UTC').lastDate];
      if ((counter?.last ?? 0) > asOfLoad) {
        const later =
          'tenant_id = $1 and vendor_id = $2 and local_date between $3 and $4 and load_number > $5';
        const [moved] = await tx.query<{ moved: boolean }>(
          `select exists (select from measurement where ${later})
             or exists (select from claimed_figure where ${later}) as moved`,
          [tx.tenantId, vendorId, ...days, asOfLoad],
        );
        if (moved?.moved) return 'outdated';
      }
      const [open] = await tx.query<{ open: boolean }>(
        `select exists (select from dirty_window
           where tenant_id = $1 and vendor_id = $2 and month between $3 and $4) as open`,
        [tx.tenantId, vendorId, ...days],
      );
      if (open?.open) return 'evaluating';
    }
    return 'current';
  }
}

type Change = ForeseenChange &
  Pick<VendorRestatement, 'vendorId' | 'asOfLoad'> & { readonly months: readonly string[] };
