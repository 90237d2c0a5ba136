import { Injectable } from '@nestjs/common';
import { isInterval } from '@plumbline/measurements/schema';
import { ClaimedFigures } from '@plumbline/measurements/server';
import type { TenantTransaction } from '@plumbline/platform/database';
import { claimsOf } from './claims-of';
import { measuresOf, type RollupGroup } from './counted-rows';
import { type ApprovedExclusion, ExclusionsRepository } from './exclusions.repository';
import { isOfMonths, type JudgedWindow } from './judged-window';
import { type Figure, MonthFigures, type WindowFacts } from './month-figures';
import { TermsRepository } from './terms.repository';
import type { WindowToJudge } from './windows-to-judge';
import { type RolledWindow, WindowRollupsRepository } from './window-rollups.repository';
import type { MeasurePosition } from './window-rows.repository';

/** The figures of several windows, and the load that they are as of. */
export interface JudgedWindows {
  readonly load: number;
  readonly figures: readonly (Figure & { readonly asked: WindowToJudge })[];
}

/** Counts and judges a vendor's figures over windows other than months, read together. */
@Injectable()
export class WindowFigures {
  constructor(
    private readonly terms: TermsRepository,
    private readonly rollups: WindowRollupsRepository,
    private readonly claims: ClaimedFigures,
    private readonly exclusions: ExclusionsRepository,
    private readonly figures: MonthFigures,
  ) {}

  async judge(
    tx: TenantTransaction,
    vendorId: string,
    asked: readonly WindowToJudge[],
    asOf: Temporal.Instant,
  ): Promise<JudgedWindows> {
    if (asked.length === 0) return { load: 0, figures: [] };
    const windows = [...new Map(asked.map(({ window }) => [keyOf(window), window])).values()];
    const codes = [...new Set(asked.flatMap(({ sla }) => measuresOf(sla.metric.definition)))];
    const positions = await this.terms.measures(tx, codes);
    const rolled = windows.map((window) => ({ ...window, wholeMonths: isOfMonths(window.code) }));
    const stored = await this.rollups.read(tx, vendorId, rolled, positions);
    const span = spanOf(windows);
    const claimed = stored.claimed
      ? await this.claims.ofDates(tx, { vendorId, ...span, asOfLoad: stored.load })
      : [];
    const exclusions = await this.exclusions.approvedBetween(tx, vendorId, span);
    const strays = await this.rollups.strays(tx, vendorId, windows);
    const beside = await this.grainsBeside(tx, vendorId, rolled, strays, positions);
    const facts = new Map(
      windows.map((window, place): [string, WindowFacts] => [
        keyOf(window),
        {
          vendorId,
          rollups: {
            load: stored.load,
            claimed: stored.claimed,
            groups: [...(stored.groups[place] ?? []), ...(beside.get(place) ?? [])],
          },
          positions,
          claimed: claimsOf(window, claimed),
          strays: new Map([[window.zone, { before: false, after: false, any: strays[place] ?? false }]]),
          change: null,
          exclusions: exclusions.filter((each) => overlaps(each, window)),
        },
      ]),
    );
    const figures: (Figure & { asked: WindowToJudge })[] = [];
    for (const each of asked) {
      const of = facts.get(keyOf(each.window));
      if (!of) throw new Error('every window that is asked for is read');
      const figure = await this.figures.judged(tx, of, each.sla, { window: each.window, asOf });
      figures.push({ ...figure, asked: each });
    }
    return { load: stored.load, figures };
  }

  /** Where intervals stray into a window, their grains may stand under the days beside it only. */
  private async grainsBeside(
    tx: TenantTransaction,
    vendorId: string,
    windows: readonly RolledWindow[],
    strays: readonly boolean[],
    positions: readonly MeasurePosition[],
  ): Promise<ReadonlyMap<number, readonly RollupGroup[]>> {
    const places = [...windows.keys()].filter((place) => strays[place] === true);
    if (places.length === 0) return new Map();
    const wider = places
      .flatMap((place) => windows[place] ?? [])
      .map((window) => ({
        firstDate: Temporal.PlainDate.from(window.firstDate).subtract({ days: 2 }).toString(),
        lastDate: Temporal.PlainDate.from(window.lastDate).add({ days: 2 }).toString(),
        wholeMonths: false,
      }));
    const { groups } = await this.rollups.read(tx, vendorId, wider, positions);
    return new Map(
      places.map((place, index) => [place, (groups[index] ?? []).filter(({ grain }) => isInterval(grain))]),
    );
  }
}

function keyOf({ code, firstDate, lastDate, zone }: JudgedWindow): string {
  return `${code} ${firstDate} ${lastDate} ${zone}`;
}

function spanOf(windows: readonly JudgedWindow[]): { readonly from: string; readonly to: string } {
  const firsts = windows.map(({ firstDate }) => firstDate).sort();
  const lasts = windows.map(({ lastDate }) => lastDate).sort();
  return { from: firsts[0] ?? '', to: lasts.at(-1) ?? '' };
}

function overlaps({ startsAt, endsAt }: ApprovedExclusion, window: JudgedWindow): boolean {
  return (
    startsAt.getTime() < Temporal.Instant.from(window.end).epochMilliseconds &&
    endsAt.getTime() > Temporal.Instant.from(window.start).epochMilliseconds
  );
}
