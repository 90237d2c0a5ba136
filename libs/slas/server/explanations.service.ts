import { Injectable } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import { type Grain, grainName, isInterval } from '@plumbline/measurements/schema';
import { Door, type TenantTransaction } from '@plumbline/platform/database';
import { RuleBrokenError } from '@plumbline/platform/errors';
import { readCursor, toPage } from '@plumbline/platform/http';
import type { Actor } from '@plumbline/platform/tenancy';
import { type Explanation as EngineExplanation, explanationFormat, type Trace } from '@plumbline/sla-engine';
import type { ExplainedRow, Explanation, listCountedCases } from '@plumbline/slas/schema';
import { ClausesRepository } from './clauses.repository';
import { CountedCases } from './counted-cases';
import { claimedBeside } from './judge-sla';
import { addMonths, reportDueAt } from './month-window';
import { type BehindResult, ResultRows } from './result-rows';
import { ResultsRepository } from './results.repository';
import { ResultsService } from './results.service';
import { stateOfColumn } from './state-columns';
import { TrendsService } from './trends.service';
import type { FilePlace, WindowRow } from './window-rows.repository';

/** An export is whole or it is none: what could not be recomputed would prove nothing. */
const EXPORT_ROWS = 100_000;

/** Everything behind a figure (semantics rule 29): for the page in parts, for an auditor in one piece. */
@Injectable()
export class ExplanationsService {
  constructor(
    private readonly door: Door,
    private readonly results: ResultsService,
    private readonly repository: ResultsRepository,
    private readonly resultRows: ResultRows,
    private readonly clauses: ClausesRepository,
    private readonly trends: TrendsService,
    private readonly countedCases: CountedCases,
  ) {}

  explain(actor: Actor, id: string): Promise<Explanation> {
    return this.door.withTenant(actor, async (tx) => {
      const row = await this.results.row(tx, id);
      const result = await this.results.answer(tx, id);
      const { sla, window, measures } = await this.resultRows.behind(tx, row);
      const { contract, metric } = sla;
      const agreed = await this.clauses.ofSla(tx, sla.id);
      const { trace, excluded } = await this.repository.reasoning(tx, id);
      const claimed = await this.resultRows.claimed(tx, row, sla);
      return {
        result,
        metric: {
          version: metric.version,
          effectiveFrom: metric.effectiveFrom,
          source: metric.definition.source,
          definition: { ...metric.definition },
          measures: measures.map(({ code, label, unit }) => ({ code, label, unit })),
        },
        contract: {
          id: contract.id,
          reference: agreed.reference,
          title: agreed.title,
          versionId: contract.versionId,
          versionNumber: contract.versionNumber,
          effectiveFrom: contract.effectiveFrom,
          effectiveTo: contract.effectiveTo,
          timezone: contract.timezone,
          admitsClaimed: contract.admitsClaimed,
        },
        clause: { number: agreed.number, heading: agreed.heading, page: agreed.page, text: agreed.text },
        window: {
          start: window.start,
          end: window.end,
          zone: window.zone,
          reportDueAt: reportDueAt(row.month, contract.reportingDueDay, contract.timezone),
        },
        excluded,
        claimed: claimed.map(({ value, source }) => ({ value, source })),
        rowsDroppedAt: (await this.resultRows.droppedAt(tx, row))?.toISOString() ?? null,
        trace,
        trend: await this.trends.of(tx, sla.id, { from: addMonths(row.month, -12), to: row.month }),
      };
    });
  }

  rows(actor: Actor, id: string, { limit, cursor }: { limit: number; cursor?: string | undefined }) {
    const after = readCursor(cursor, 'date', 'instant', 'uuid');
    return this.door.withTenant(actor, async (tx) => {
      const row = await this.results.row(tx, id);
      const { question } = await this.resultRows.behind(tx, row);
      if (question === null) return { items: [], nextCursor: null };
      const rows = await this.resultRows.list(tx, question, { after, limit: limit + 1 });
      return toPage(
        rows,
        limit,
        (each) => toExplainedRow(each, question.grain),
        (each) => [each.localDate, each.startsAt.toISOString(), each.segmentId],
      );
    });
  }

  /** The cases that the rows behind a figure are made of; none where a partner sent the counts. */
  cases(actor: Actor, id: string, { limit, cursor, date }: InputOf<typeof listCountedCases>['query']) {
    const after = readCursor(cursor, 'date', 'text', 'uuid', 'text');
    return this.door.withTenant(actor, async (tx) => {
      const row = await this.results.row(tx, id);
      const { question } = await this.resultRows.behind(tx, row);
      if (question === null) return { items: [], nextCursor: null };
      const found = await this.countedCases.list(tx, question, { date, after, limit: limit + 1 });
      return toPage(
        found,
        limit,
        (each) => each.case,
        (each) => [...each.position],
      );
    });
  }

  /** The engine's `Explanation` with all rows: `explain.recompute` arrives at the same verdict from it alone. */
  export(actor: Actor, id: string): Promise<EngineExplanation> {
    return this.door.withTenant(actor, async (tx) => {
      const row = await this.results.row(tx, id);
      await this.resultRows.demandAll(tx, row);
      const behind = await this.resultRows.behind(tx, row);
      const { sla, window } = behind;
      const { reference, number } = await this.clauses.ofSla(tx, sla.id);
      const { trace } = await this.repository.reasoning(tx, id);
      const claimed = claimedBeside(await this.resultRows.claimed(tx, row, sla));
      const state = stateOfColumn(row.state);
      return {
        format: explanationFormat,
        result: row.id,
        revision: row.revision,
        vendor: row.vendor_code,
        metric: { ...sla.metric.definition, name: row.metric_name },
        window: { start: window.start, end: window.end, zone: window.zone },
        segment: Object.fromEntries(
          Object.entries(sla.segment).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
        ),
        target: {
          ...sla.target,
          ...(sla.minimumSample > 0 ? { sample: { minimumN: sla.minimumSample } } : {}),
          clause: { contract: reference, contractVersion: sla.contract.versionNumber, reference: number },
        },
        asOf: row.evaluated_at.toISOString(),
        reportDueAt: reportDueAt(row.month, sla.contract.reportingDueDay, sla.contract.timezone),
        rows: await this.allRows(tx, behind),
        exclusions: [...(row.exclusions ?? [])],
        claimed: claimed === null ? [] : [claimed],
        waiver: row.waiver,
        dispute: null,
        verdict: {
          state,
          underlying: row.underlying === null ? state : stateOfColumn(row.underlying),
          value: row.value,
          numerator: row.numerator ?? '0',
          denominator: row.denominator,
          ...(row.interval_low === null || row.interval_high === null
            ? {}
            : { interval: { lower: row.interval_low, upper: row.interval_high, confidence: '0.95' } }),
        },
        trace: trace as Trace,
      };
    });
  }

  private async allRows(
    tx: TenantTransaction,
    { question, window }: BehindResult,
  ): Promise<EngineExplanation['rows']> {
    if (question === null) return [];
    const rows = await this.resultRows.list(tx, question, { after: null, limit: EXPORT_ROWS + 1 });
    if (rows.length > EXPORT_ROWS) {
      throw new RuleBrokenError(
        'export-too-large',
        `More than ${EXPORT_ROWS} rows are behind this figure: an export that leaves rows out could not be recomputed. Read them in pages.`,
      );
    }
    return rows.map((row) => ({
      file: row.fileId,
      fileName: row.fileName ?? '',
      line: row.line,
      startsAt: isInterval(question.grain)
        ? row.startsAt.toISOString()
        : startOfDate(row.localDate, window.zone),
      segment: row.segment,
      amounts: row.amounts,
    }));
  }
}

/** A day's or a month's row goes by the date it states: that date begins in the window's zone. */
function startOfDate(date: string, zone: string): string {
  return Temporal.PlainDate.from(date).toZonedDateTime(zone).toInstant().toString();
}

function toPlace({ fileId, fileName, line }: FilePlace) {
  return { file: fileName === null ? null : { id: fileId, name: fileName }, line };
}

function toExplainedRow(row: WindowRow, grain: number): ExplainedRow {
  return {
    ...toPlace(row),
    elsewhere: Object.fromEntries(
      Object.entries(row.elsewhere).map(([measure, place]) => [measure, toPlace(place)]),
    ),
    startsAt: row.startsAt.toISOString(),
    localDate: row.localDate,
    grain: grainName(grain as Grain),
    segment: row.segment,
    amounts: row.amounts,
    counted: Object.values(row.amounts).every((amount) => amount !== null),
  };
}
