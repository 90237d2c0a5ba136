import { Injectable } from '@nestjs/common';
import { KeptMonths } from '@plumbline/measurements/server';
import type { TenantTransaction } from '@plumbline/platform/database';
import { type AgreedSla, type ContractTerms, WindowedSla } from './agreed-sla';
import {
  type DirtySegment,
  EvaluationRepository,
  type NewRevision,
  type PreviousResult,
} from './evaluation.repository';
import { MonthFigures } from './month-figures';
import { monthWindow } from './month-window';
import { type Compared, hasChanged, sameWindow } from './revisions';
import { TermsRepository } from './terms.repository';
import { windowsToJudge } from './windows-to-judge';
import { WindowFigures } from './window-figures';

/** A figure of a window beside the newest revision that is stored, with what was dirty in the window. */
export interface ComparedWindow extends Compared {
  readonly dirty: readonly DirtySegment[];
}

export interface ComparedWindows {
  readonly load: number;
  readonly figures: readonly ComparedWindow[];
  readonly newest: readonly PreviousResult[];
  /** Stored as newest of windows that no terms ask for any more. */
  readonly retired: readonly PreviousResult[];
}

/** Judges what an evaluation of a vendor's month concerns of windows other than months. */
@Injectable()
export class WindowEvaluation {
  constructor(
    private readonly repository: EvaluationRepository,
    private readonly terms: TermsRepository,
    private readonly windows: WindowFigures,
    private readonly months: MonthFigures,
    private readonly kept: KeptMonths,
  ) {}

  async compare(
    tx: TenantTransaction,
    vendorId: string,
    month: string,
    by: { readonly dirty: readonly DirtySegment[]; readonly at: Date },
  ): Promise<ComparedWindows> {
    const asOf = Temporal.Instant.fromEpochMilliseconds(by.at.getTime());
    const slas = await this.terms.otherWindows(tx, vendorId);
    const newest = await this.repository.newestOfWindows(tx, vendorId, reachOf(month));
    const asked = windowsToJudge(slas, { month, dirty: by.dirty, newest, at: asOf });
    // a window whose first days are no longer kept stays as it was judged
    const droppedFrom = new Map<string, boolean>();
    for (const { window } of asked) {
      const first = window.firstDate.slice(0, 7);
      if (!droppedFrom.has(first)) droppedFrom.set(first, (await this.kept.droppedAt(tx, first)) !== null);
    }
    const judged = await this.windows.judge(
      tx,
      vendorId,
      asked.filter(({ window }) => droppedFrom.get(window.firstDate.slice(0, 7)) === false),
      asOf,
    );
    return {
      load: judged.load,
      newest,
      // a window beside the touched days is only looked at for intervals that stray into it
      figures: judged.figures
        .map(({ asked: { previous, dirty }, ...figure }) => ({ ...figure, previous, dirty }))
        .filter(
          ({ previous, dirty, rows, window }) =>
            previous?.latest || dirty.length > 0 || rows.counted > 0 || window.month === month,
        ),
      retired: newest.filter((result) => result.latest && !stillAgreed(slas, result)),
    };
  }

  /**
   * The result that shows that something was reported for a month under a contract version whose SLAs are judged over other
   * windows: the duty to report is monthly whatever the windows are. Null: nothing came.
   */
  async reported(
    tx: TenantTransaction,
    vendorId: string,
    month: string,
    of: {
      readonly contract: ContractTerms;
      readonly agreed: readonly AgreedSla[];
      readonly compared: ComparedWindows;
      readonly revisions: readonly NewRevision[];
    },
  ): Promise<string | null> {
    const own = of.agreed.filter(
      ({ contract, window }) => contract.versionId === of.contract.versionId && window !== 'month',
    );
    if (own.length === 0) return null;
    const facts = await this.months.read(tx, vendorId, month, own);
    const window = monthWindow(month, of.contract.timezone);
    for (const sla of own) {
      if ((await this.months.count(tx, facts, sla, window)).counted === 0) continue;
      const now = of.compared.figures.find((figure) => figure.sla.id === sla.id && figure.rows.counted > 0);
      const written = now && of.revisions.find((revision) => sameWindow(revision, now));
      const result =
        written?.id ??
        of.compared.newest.find(
          ({ slaId, latest, rowsCounted }) => slaId === sla.id && latest && rowsCounted > 0,
        )?.id ??
        null;
      if (result !== null) return result;
    }
    return null;
  }
}

/** Windows of a month's days end in it or, at the latest, as long after it as a window may be. */
function reachOf(month: string): { readonly first: string; readonly last: string } {
  const first = Temporal.PlainYearMonth.from(month);
  return {
    first: first.subtract({ months: 1 }).toString(),
    last: first.add({ months: 24 }).toString(),
  };
}

function stillAgreed(slas: readonly WindowedSla[], result: PreviousResult): boolean {
  const sla = slas.find(({ terms }) => terms.id === result.slaId);
  return result.windowFrom !== null && (sla?.on(result.windowFrom) ?? null) !== null;
}

/** Which of the compared windows get another revision. */
export function changedWindows({ figures }: ComparedWindows): readonly ComparedWindow[] {
  return figures.filter(hasChanged);
}
