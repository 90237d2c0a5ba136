import { Injectable } from '@nestjs/common';
import { isInterval } from '@plumbline/measurements/schema';
import { type ClaimedFigure, ClaimedFigures } from '@plumbline/measurements/server';
import type { TenantTransaction } from '@plumbline/platform/database';
import { type AgreedSla, covers } from './agreed-sla';
import {
  type AppliedExclusion,
  canBeTakenOut,
  countedPeriod,
  takingNothingStated,
} from './applied-exclusions';
import {
  type CountedRows,
  grainsByPreference,
  measuresOf,
  noRows,
  otherGrains,
  sumRollups,
} from './counted-rows';
import {
  changeClaims,
  changeGroups,
  changeSums,
  type ForeseenChange,
  foreseenStrays,
} from './foreseen-change';
import { type ApprovedExclusion, ExclusionsRepository } from './exclusions.repository';
import { type Judged, judgeSla } from './judge-sla';
import type { JudgedWindow } from './judged-window';
import { monthWindow, reportDueAt } from './month-window';
import { toClaimedRow } from './result-rows';
import { type MonthRollups, RollupsRepository, type Strays } from './rollups.repository';
import { TermsRepository } from './terms.repository';
import { type MeasurePosition, type WindowQuestion, WindowRowsRepository } from './window-rows.repository';

/** An SLA's figure as judged now. */
export interface Figure {
  readonly sla: AgreedSla;
  readonly window: JudgedWindow;
  readonly rows: CountedRows;
  readonly judged: Judged;
  /** The contract admits what was claimed as a report (semantics rule 13). */
  readonly admittedClaim: boolean;
}

/** A vendor's month as it stands after one load. */
export interface VendorMonth extends WindowFacts {
  readonly month: string;
}

/** What a vendor's figures of a window are made of, as it stands after one load. */
export interface WindowFacts {
  readonly vendorId: string;
  readonly rollups: MonthRollups;
  readonly positions: readonly MeasurePosition[];
  readonly claimed: readonly ClaimedFigure[];
  readonly strays: ReadonlyMap<string, Strays>;
  /** What a file that is not loaded yet would change; null: the window as it is stored. */
  readonly change: ForeseenChange | null;
  readonly exclusions: readonly ApprovedExclusion[];
}

const nothingRead: Omit<VendorMonth, 'vendorId' | 'month'> = {
  rollups: { load: 0, claimed: false, groups: [] },
  positions: [],
  claimed: [],
  strays: new Map(),
  change: null,
  exclusions: [],
};
const noStrays: Strays = { before: false, after: false, any: false };

/** Counts and judges the figures of one vendor's month. */
@Injectable()
export class MonthFigures {
  constructor(
    private readonly terms: TermsRepository,
    private readonly rollups: RollupsRepository,
    private readonly windowRows: WindowRowsRepository,
    private readonly claims: ClaimedFigures,
    private readonly exclusions: ExclusionsRepository,
  ) {}

  /** With `change`: the month as it would be with that file loaded. */
  async read(
    tx: TenantTransaction,
    vendorId: string,
    month: string,
    slas: readonly AgreedSla[],
    change: ForeseenChange | null = null,
  ): Promise<VendorMonth> {
    if (slas.length === 0) return { vendorId, month, ...nothingRead };
    const codes = [...new Set(slas.flatMap((sla) => measuresOf(sla.metric.definition)))];
    const positions = await this.terms.measures(tx, codes);
    const stored = await this.rollups.month(tx, vendorId, monthWindow(month, 'UTC'), positions);
    const rollups = change
      ? { ...stored, groups: changeGroups(stored.groups, change, month, positions) }
      : stored;
    const claims = stored.claimed
      ? await this.claims.ofMonth(tx, { vendorId, month, asOfLoad: stored.load })
      : [];
    const claimed = change ? changeClaims(claims, change, month) : claims;
    const strays = new Map<string, Strays>();
    if (rollups.groups.some(({ grain }) => isInterval(grain))) {
      for (const zone of new Set(slas.map((sla) => sla.contract.timezone))) {
        const found = await this.rollups.strays(tx, vendorId, monthWindow(month, zone));
        strays.set(zone, change ? either(found, foreseenStrays(change, month, zone)) : found);
      }
    }
    const exclusions = await this.exclusions.approved(tx, vendorId, month);
    return { vendorId, month, rollups, positions, claimed, strays, change, exclusions };
  }

  async figure(
    tx: TenantTransaction,
    facts: VendorMonth,
    sla: AgreedSla,
    asOf: Temporal.Instant,
  ): Promise<Figure> {
    return this.judged(tx, facts, sla, { window: monthWindow(facts.month, sla.contract.timezone), asOf });
  }

  /** The figure of an SLA over a window, of the facts of that window. */
  async judged(
    tx: TenantTransaction,
    facts: WindowFacts,
    sla: AgreedSla,
    { window, asOf }: { readonly window: JudgedWindow; readonly asOf: Temporal.Instant },
  ): Promise<Figure> {
    const rows = await this.count(tx, facts, sla, window);
    const claimed = facts.claimed
      .filter((figure) => figure.metricCode === sla.metric.code && covers(sla.segment, figure.segment))
      .map(toClaimedRow);
    const judged = judgeSla({
      sla,
      window,
      dueAt: reportDueAt(window.month, sla.contract.reportingDueDay, sla.contract.timezone),
      asOf,
      rows,
      claimed,
      exclusions: await this.excluded(tx, facts, sla, { window, rows }),
      waiver: waiverOf(facts.exclusions, sla),
    });
    return {
      sla,
      window,
      rows,
      judged,
      admittedClaim: sla.contract.admitsClaimed && claimed.length > 0,
    };
  }

  /** What each approved exclusion takes out, from the rows themselves: a day's sum does not know its hours. */
  private async excluded(
    tx: TenantTransaction,
    { vendorId, rollups, positions, change, exclusions }: WindowFacts,
    sla: AgreedSla,
    { window, rows }: { readonly window: JudgedWindow; readonly rows: CountedRows },
  ): Promise<AppliedExclusion[]> {
    const applied: AppliedExclusion[] = [];
    const measures = measuresOf(sla.metric.definition);
    for (const exclusion of exclusions) {
      if (exclusion.effect !== 'exclude' || !concerns(exclusion, sla)) continue;
      const { id, kind, reason, approvedBy } = exclusion;
      const part = rows.grain === null ? null : countedPeriod(exclusion, rows.grain, window);
      // units that are stated need no row of their own: of figures by the month they are taken from the month
      const period = part ?? (exclusion.amounts === null || rows.grain === null ? null : window);
      if (rows.grain === null || period === null || rows.counted === 0) {
        const stated = statedOf(exclusion);
        const record = { id, kind, reason, approvedBy, ...(stated ? { stated } : {}) };
        applied.push({ record, rows: 0, amounts: {} });
        continue;
      }
      const counted = await this.countRows(
        tx,
        {
          vendorId,
          window: period,
          grain: rows.grain,
          segment: sla.segment,
          measures: measures.map((code) => positions.find((each) => each.code === code) ?? unknown(code)),
          asOfLoad: rollups.load,
        },
        change,
      );
      const stated = statedOf(exclusion);
      if (stated) {
        // units of some days cannot be split: they count in windows that hold all of those days
        const fits = isWithin(exclusion, window) && canBeTakenOut(stated.amounts, counted.sums);
        const whole = { id, kind, reason, approvedBy, stated, amounts: stated.amounts };
        const taken = { record: whole, rows: 0, amounts: stated.amounts };
        applied.push(fits ? taken : takingNothingStated(taken));
        continue;
      }
      applied.push({
        record: { id, kind, reason, approvedBy, period: { start: period.start, end: period.end } },
        rows: counted.counted,
        amounts: counted.counted === 0 ? {} : Object.fromEntries(counted.sums),
      });
    }
    return applied;
  }

  /** The finest grain that carries the metric, from the rollups where they are exact, else from the rows themselves. */
  async count(
    tx: TenantTransaction,
    { vendorId, rollups, positions, strays, change }: WindowFacts,
    sla: AgreedSla,
    window: JudgedWindow,
  ): Promise<CountedRows> {
    const measures = measuresOf(sla.metric.definition);
    const groups = rollups.groups.filter((group) => covers(sla.segment, group.segment));
    const moved = (strays.get(window.zone) ?? noStrays).any;
    let first: CountedRows | undefined;
    for (const grain of grainsByPreference(groups, measures)) {
      const exact = moved && isInterval(grain) ? null : sumRollups(groups, grain, measures);
      const counted =
        exact ??
        (await this.countRows(
          tx,
          {
            vendorId,
            window,
            grain,
            segment: sla.segment,
            measures: measures.map((code) => positions.find((each) => each.code === code) ?? unknown(code)),
            asOfLoad: rollups.load,
          },
          change,
        ));
      const rows = { ...counted, otherGrains: otherGrains(groups, grain, measures) };
      if (rows.counted > 0) return rows;
      first ??= rows;
    }
    return first ?? noRows;
  }

  private async countRows(
    tx: TenantTransaction,
    question: WindowQuestion,
    change: ForeseenChange | null,
  ): Promise<CountedRows> {
    const stored = await this.windowRows.sums(tx, question);
    const sums = change ? changeSums(stored, change, question) : stored;
    const whole = sums.find(({ blank }) => blank.length === 0);
    return {
      grain: question.grain,
      counted: whole?.rows ?? 0,
      sums: whole?.sums ?? new Map(),
      setAside: sums
        .filter(({ blank }) => blank.length > 0)
        .map(({ rows, blank }) => ({ rows, measures: blank })),
      daysReported: whole?.days ?? 0,
      otherGrains: [],
    };
  }
}

function statedOf({ forecast, amounts }: ApprovedExclusion) {
  return forecast === null || amounts === null ? null : { forecast, amounts };
}

function isWithin({ startsAt, endsAt }: ApprovedExclusion, window: JudgedWindow): boolean {
  return startsAt >= new Date(window.start) && endsAt <= new Date(window.end);
}

function concerns(exclusion: ApprovedExclusion, sla: AgreedSla): boolean {
  return exclusion.contractId === sla.contract.id && (exclusion.slaId ?? sla.id) === sla.id;
}

function waiverOf(exclusions: readonly ApprovedExclusion[], sla: AgreedSla) {
  const waived = exclusions.find((each) => each.effect === 'waive' && concerns(each, sla));
  return waived ? { id: waived.id, reason: waived.reason, approvedBy: waived.approvedBy } : null;
}

function either(one: Strays, other: Strays): Strays {
  return {
    before: one.before || other.before,
    after: one.after || other.after,
    any: one.any || other.any,
  };
}

function unknown(code: string): never {
  throw new Error(`the tenant has no measure "${code}"`);
}
