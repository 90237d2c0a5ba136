import { Injectable } from '@nestjs/common';
import { ClaimedFigures, KeptMonths } from '@plumbline/measurements/server';
import type { TenantTransaction } from '@plumbline/platform/database';
import { RuleBrokenError } from '@plumbline/platform/errors';
import type { CutDimension } from '@plumbline/slas/schema';
import { type AgreedSla, covers } from './agreed-sla';
import { claimsOf } from './claims-of';
import { measuresOf } from './counted-rows';
import { type ClaimedRow } from './judge-sla';
import { judgedWindow, type JudgedWindow } from './judged-window';
import type { ResultRow } from './results.repository';
import { TermsRepository } from './terms.repository';
import {
  type RowPosition,
  type WindowQuestion,
  type WindowRow,
  WindowRowsRepository,
  type WindowSum,
} from './window-rows.repository';

type RowsOf = Pick<ResultRow, 'grain' | 'window_first'>;

/** By what a stored result was judged, and how to ask for its rows. */
export interface BehindResult {
  readonly sla: AgreedSla;
  readonly window: JudgedWindow;
  readonly measures: readonly { code: string; position: number; label: string; unit: 'count' | 'seconds' }[];
  /** Null where no row of the metric had come. */
  readonly question: WindowQuestion | null;
}

/** The rows behind a stored result, exactly as they stood at its load. */
@Injectable()
export class ResultRows {
  constructor(
    private readonly terms: TermsRepository,
    private readonly windowRows: WindowRowsRepository,
    private readonly claims: ClaimedFigures,
    private readonly kept: KeptMonths,
  ) {}

  async behind(tx: TenantTransaction, row: ResultRow): Promise<BehindResult> {
    const sla = await this.terms.asJudged(tx, row.sla_id, row.metric_version);
    if (!sla) throw new Error(`result ${row.id} was judged by terms that are not there`);
    const window = judgedWindow(
      sla.window,
      { first: row.window_first, last: row.window_last },
      sla.contract.timezone,
    );
    const codes = measuresOf(sla.metric.definition);
    const measures = await this.terms.measures(tx, codes);
    const question =
      row.grain === null
        ? null
        : {
            vendorId: row.vendor_id,
            window,
            grain: row.grain,
            segment: sla.segment,
            measures: codes.flatMap((code) => measures.filter((measure) => measure.code === code)),
            asOfLoad: row.as_of_load,
          };
    return { sla, window, measures, question };
  }

  /** When rows behind the result were dropped, because they are no longer kept; null: they are all there. */
  async droppedAt(tx: TenantTransaction, row: RowsOf): Promise<Date | null> {
    // rows are dropped from the oldest month on: the window's first days go first
    return row.grain === null ? null : this.kept.droppedAt(tx, row.window_first.slice(0, 7));
  }

  /** For what needs every row: a part of them would make another figure. */
  async demandAll(tx: TenantTransaction, row: RowsOf): Promise<void> {
    const at = await this.droppedAt(tx, row);
    if (at)
      throw new RuleBrokenError(
        'rows-dropped',
        `Rows behind this figure are no longer kept (dropped on ${at.toISOString().slice(0, 10)}): its sums and its trace stay.`,
      );
  }

  list(
    tx: TenantTransaction,
    question: WindowQuestion,
    page: { readonly after: RowPosition | null; readonly limit: number },
  ): Promise<WindowRow[]> {
    return this.windowRows.list(tx, question, page);
  }

  sums(tx: TenantTransaction, question: WindowQuestion, by: CutDimension): Promise<WindowSum[]> {
    return this.windowRows.sums(tx, question, by);
  }

  /** What was claimed for the SLA's window as of the result's load. */
  async claimed(tx: TenantTransaction, row: ResultRow, sla: AgreedSla): Promise<ClaimedRow[]> {
    const found = await this.claims.ofDates(tx, {
      vendorId: row.vendor_id,
      from: row.window_first,
      to: row.window_last,
      metricCode: sla.metric.code,
      asOfLoad: row.as_of_load,
    });
    const figures =
      sla.window === 'month' ? found : claimsOf({ code: sla.window, firstDate: row.window_first }, found);
    return figures.filter((figure) => covers(sla.segment, figure.segment)).map(toClaimedRow);
  }
}

export function toClaimedRow(figure: {
  readonly value: string;
  readonly grain: number;
  readonly fileName: string | null;
  readonly line: number;
}): ClaimedRow {
  const { value, grain, fileName, line } = figure;
  return { value, grain, source: `${fileName ?? 'KPI file'}, line ${line}` };
}
