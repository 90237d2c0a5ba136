import { newId } from '@plumbline/platform/database';
import { type AgreedSla, type ContractTerms, covers } from './agreed-sla';
import type { DirtySegment, NewRevision, PreviousResult } from './evaluation.repository';
import type { Figure } from './month-figures';
import { isDeepStrictEqual } from 'node:util';

/** A figure beside the newest revision that is stored. */
export interface Compared extends Figure {
  readonly previous: PreviousResult | undefined;
}

/** What is dirty, new or still open to time; all of it when nothing is dirty, as somebody asked for the whole. */
export function toEvaluate(
  agreed: readonly AgreedSla[],
  dirty: readonly DirtySegment[],
  newest: readonly PreviousResult[],
): readonly AgreedSla[] {
  if (dirty.length === 0) return agreed;
  return agreed.filter((sla) => {
    const known = newest.find((result) => result.slaId === sla.id);
    return (
      !known?.latest ||
      known.reconsiderAt !== null ||
      dirty.some(({ segment }) => covers(sla.segment, segment))
    );
  });
}

/** A revision is written only when the figure, what is claimed beside it, or its definition changed. */
export function hasChanged({ sla, judged, previous }: Compared): boolean {
  return (
    !previous?.latest ||
    previous.state !== judged.state ||
    previous.value !== judged.value ||
    previous.numerator !== judged.numerator ||
    previous.denominator !== judged.denominator ||
    previous.claimedValue !== judged.claimedValue ||
    previous.metricVersion !== sla.metric.version ||
    otherwiseExcused({ judged, previous })
  );
}

/** Exclusions or a waiver were approved since. */
function otherwiseExcused({
  judged,
  previous,
}: Pick<Compared, 'judged'> & { readonly previous: PreviousResult }): boolean {
  return (
    !isDeepStrictEqual(previous.exclusions ?? [], judged.exclusions) ||
    !isDeepStrictEqual(previous.waiver, judged.waiver)
  );
}

/** The revision that a changed figure makes, and the newest of the files that changed it. */
export function revisionOf(
  { sla, window, rows, judged, previous }: Compared,
  dirty: readonly DirtySegment[],
  asOfLoad: number,
): NewRevision {
  const files = dirty
    .filter(({ segment, fileId }) => fileId !== null && covers(sla.segment, segment))
    .map(({ fileId }) => fileId);
  return {
    id: newId(),
    sla,
    window,
    revision: (previous?.revision ?? 0) + 1,
    judged,
    grain: rows.grain,
    rowsCounted: judged.rowsCounted,
    asOfLoad,
    // uuid v7: the greatest is the file that came last
    fileId: files.sort().at(-1) ?? null,
    reason: files.length > 0 ? 'kpi_file' : reasonWithoutFile({ sla, rows, judged, previous }),
  };
}

function reasonWithoutFile({
  sla,
  rows,
  judged,
  previous,
}: Pick<Compared, 'sla' | 'rows' | 'judged' | 'previous'>): NewRevision['reason'] {
  if (!previous?.latest) return rows.counted > 0 ? 'terms_changed' : 'time_passed';
  if (previous.metricVersion !== sla.metric.version) return 'terms_changed';
  if (otherwiseExcused({ judged, previous })) return 'exclusion';
  const sameFigure = previous.numerator === judged.numerator && previous.denominator === judged.denominator;
  return sameFigure ? 'time_passed' : 'kpi_file';
}

/** The result that shows that something was reported under a contract version. */
export function reportingResult(
  contract: ContractTerms,
  figures: readonly Compared[],
  revisions: readonly NewRevision[],
  agreed: readonly AgreedSla[],
  newest: readonly PreviousResult[],
): string | null {
  const judged = figures.find(
    ({ sla, rows, admittedClaim }) =>
      sla.contract.versionId === contract.versionId && (rows.counted > 0 || admittedClaim),
  );
  if (judged) {
    return revisions.find(({ sla }) => sla.id === judged.sla.id)?.id ?? judged.previous?.id ?? null;
  }
  const evaluated = new Set(figures.map(({ sla }) => sla.id));
  const own = agreed.filter((sla) => sla.contract.versionId === contract.versionId && !evaluated.has(sla.id));
  return (
    newest.find(
      ({ slaId, rowsCounted, latest }) => latest && rowsCounted > 0 && own.some(({ id }) => id === slaId),
    )?.id ?? null
  );
}

/** Whether two are of the same SLA and window. */
export function sameWindow(
  one: Pick<NewRevision, 'sla' | 'window'>,
  other: Pick<NewRevision, 'sla' | 'window'>,
): boolean {
  return one.sla.id === other.sla.id && one.window.firstDate === other.window.firstDate;
}

/** Each contract version once. */
export function contractsOf(agreed: readonly AgreedSla[]): ContractTerms[] {
  return [...new Map(agreed.map(({ contract }) => [contract.versionId, contract])).values()];
}

/** Whether the stored instant at which time may change the figure is the one that holds now. */
export function sameInstant(stored: Date | null, next: string | null): boolean {
  if (stored === null || next === null) return stored === next;
  return stored.getTime() === Temporal.Instant.from(next).epochMilliseconds;
}
