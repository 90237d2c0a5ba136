import { Injectable } from '@nestjs/common';
import type { TenantTransaction } from '@plumbline/platform/database';
import { lineKey, type Scorecard, type ScorecardLine } from '@plumbline/scorecards/schema';
import type { Comparator, Direction, MetricFamily, MetricUnit, VerdictState } from '@plumbline/sla-engine';
import type { RevisionReason } from '@plumbline/slas/schema';
import { endedWindows, type MonthOfWindows, monthOfWindows, stateOfColumn } from '@plumbline/slas/server';

export type UnscoredLine = Omit<ScorecardLine, 'points'>;

/** What a vendor's month holds now: the SLAs in force on its first day, each with its newest result. */
export interface MonthLines {
  readonly contract: Scorecard['contract'];
  readonly minimumCoverage: string;
  readonly lines: readonly UnscoredLine[];
  /** Why the newest result of an SLA was written. */
  readonly reasons: ReadonlyMap<string, RevisionReason>;
}

@Injectable()
export class MonthLinesRepository {
  /** `month` as `2026-03`. Null: no contract was in force on its first day. */
  async read(tx: TenantTransaction, vendorId: string, month: string): Promise<MonthLines | null> {
    const rows = await tx.prepared<LineRow>(
      `${LINES} where version.tenant_id = $1 and version.vendor_id = $2 and version.state = 'active'
         and version.effective_from <= $3::date and (version.effective_to is null or version.effective_to > $3::date)
       order by contract.reference, sla.position, sla.id`,
      [tx.tenantId, vendorId, `${month}-01`],
    );
    const [first] = rows;
    if (!first) return null;
    const previous = await this.previous(tx, vendorId, month);
    const others = await this.otherWindows(tx, vendorId, month, rows);
    return {
      contract: {
        id: first.contract_id,
        reference: first.contract_reference,
        versionNumber: first.version_number,
      },
      minimumCoverage: first.minimum_coverage,
      lines: rows.map((row) => {
        const windows = others.get(row.sla_id);
        return windows ? toLineOfWindows(row, windows) : toLine(row, previous);
      }),
      reasons: new Map(
        rows.flatMap((row): [string, RevisionReason][] => {
          const worst = others.get(row.sla_id)?.now.worst;
          if (worst) return [[row.sla_id, worst.reason]];
          return row.reason === null ? [] : [[row.sla_id, toReason(row)]];
        }),
      ),
    };
  }

  /** What the month and the one before are to the SLAs that are judged over other windows; nothing is read where there are none. */
  private async otherWindows(
    tx: TenantTransaction,
    vendorId: string,
    month: string,
    rows: readonly LineRow[],
  ): Promise<ReadonlyMap<string, WindowedLine>> {
    const windowed = rows.filter(({ window }) => window !== 'month');
    if (windowed.length === 0) return new Map();
    const before = monthBefore(month);
    const ended = await endedWindows(tx, vendorId, month);
    const earlier = await endedWindows(tx, vendorId, before);
    return new Map(
      windowed.map((row) => {
        const terms = {
          ...{ contractId: row.contract_id, metricId: row.metric_id, segment: segmentOf(row) },
          ...{ code: row.window, effectiveFrom: row.effective_from },
        };
        const then = monthOfWindows(terms, before, earlier);
        return [
          row.sla_id,
          {
            now: monthOfWindows(terms, month, ended),
            previous:
              then.windows.results.length === 0
                ? null
                : { month: before, state: then.state, value: then.worst?.value ?? null },
          },
        ];
      }),
    );
  }

  /** When the newest of the month's results was evaluated; null before the first. */
  async evaluatedTo(tx: TenantTransaction, vendorId: string, month: string): Promise<Date | null> {
    const [row] = await tx.prepared<{ at: Date | null }>(
      `select max(evaluated_at) as at from result where tenant_id = $1 and vendor_id = $2 and month = $3 and latest`,
      [tx.tenantId, vendorId, `${month}-01`],
    );
    return row?.at ?? null;
  }

  private async previous(
    tx: TenantTransaction,
    vendorId: string,
    month: string,
  ): Promise<ReadonlyMap<string, ScorecardLine['previous']>> {
    const before = monthBefore(month);
    const rows = await tx.prepared<SegmentRow & { metric_id: string; state: string; value: string | null }>(
      `select sla.metric_id, sla.line_of_business, sla.channel, sla.queue, sla.language, result.state, result.value::text
       from result join sla on sla.tenant_id = result.tenant_id and sla.id = result.sla_id
       where result.tenant_id = $1 and sla.tenant_id = $1 and result.vendor_id = $2 and result.month = $3 and result.latest
         and result.window_kind = 'month'`,
      [tx.tenantId, vendorId, `${before}-01`],
    );
    return new Map(
      rows.map((row) => [keyOf(row), { month: before, state: stateOfColumn(row.state), value: row.value }]),
    );
  }
}

interface WindowedLine {
  readonly now: MonthOfWindows;
  readonly previous: ScorecardLine['previous'];
}

const LINES = `
  select sla.id as sla_id, sla.name, sla.comparator, sla.target::text, sla.band_low::text, sla.band_high::text,
         sla.line_of_business, sla.channel, sla.queue, sla.language, sla."window", sla.weight::text, version.effective_from::text,
         clause.number as clause, contract.id as contract_id, contract.reference as contract_reference,
         version.number as version_number, version.minimum_coverage::text,
         metric.id as metric_id, metric.code as metric_code, metric.name as metric_name, metric.unit,
         metric.direction, metric.family,
         result.id as result_id, result.revision, result.state, result.value::text, result.numerator::text,
         result.denominator::text, result.claimed_value::text, result.interval_low::text, result.interval_high::text,
         result.reason, kpi_file.id as file_id, kpi_file.name as file_name, kpi_file.restatement_reason
  from contract_version version
  join contract on contract.tenant_id = version.tenant_id and contract.id = version.contract_id
  join sla on sla.tenant_id = version.tenant_id and sla.contract_version_id = version.id
  join clause on clause.tenant_id = sla.tenant_id and clause.id = sla.clause_id
  join metric on metric.tenant_id = sla.tenant_id and metric.id = sla.metric_id
  left join result on result.tenant_id = sla.tenant_id and result.sla_id = sla.id and result.month = $3::date
    and result.latest and result.window_kind = 'month'
  left join kpi_file on kpi_file.tenant_id = result.tenant_id and kpi_file.id = result.kpi_file_id`;

interface SegmentRow {
  readonly line_of_business: string | null;
  readonly channel: string | null;
  readonly queue: string | null;
  readonly language: string | null;
}

interface LineRow extends SegmentRow {
  readonly sla_id: string;
  readonly name: string;
  readonly comparator: Comparator | null;
  readonly target: string | null;
  readonly band_low: string | null;
  readonly band_high: string | null;
  readonly weight: string;
  readonly window: string;
  readonly effective_from: string;
  readonly clause: string;
  readonly contract_id: string;
  readonly contract_reference: string;
  readonly version_number: number;
  readonly minimum_coverage: string;
  readonly metric_id: string;
  readonly metric_code: string;
  readonly metric_name: string;
  readonly unit: MetricUnit;
  readonly direction: Direction;
  readonly family: MetricFamily;
  readonly result_id: string | null;
  readonly revision: number | null;
  readonly state: string | null;
  readonly value: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly claimed_value: string | null;
  readonly interval_low: string | null;
  readonly interval_high: string | null;
  readonly reason: RevisionReason['code'] | null;
  readonly file_id: string | null;
  readonly file_name: string | null;
  readonly restatement_reason: string | null;
}

function toLine(row: LineRow, previous: ReadonlyMap<string, ScorecardLine['previous']>): UnscoredLine {
  // an SLA that nobody has evaluated yet is open
  const state: VerdictState = row.state === null ? 'provisional' : stateOfColumn(row.state);
  return {
    slaId: row.sla_id,
    name: row.name,
    metric: {
      id: row.metric_id,
      code: row.metric_code,
      name: row.metric_name,
      unit: row.unit,
      direction: row.direction,
      family: row.family,
    },
    segment: segmentOf(row),
    target:
      row.comparator === null
        ? { band: { low: row.band_low ?? '', high: row.band_high ?? '' } }
        : { comparator: row.comparator, value: row.target ?? '' },
    clause: row.clause,
    weight: row.weight,
    state,
    value: row.value,
    numerator: row.numerator,
    denominator: row.denominator,
    claimedValue: row.claimed_value,
    interval:
      row.interval_low === null || row.interval_high === null
        ? null
        : { lower: row.interval_low, upper: row.interval_high },
    resultId: row.result_id,
    resultRevision: row.revision,
    previous: previous.get(keyOf(row)) ?? null,
  };
}

/** The month's figure is that of its worst window. */
function toLineOfWindows(row: LineRow, { now, previous }: WindowedLine): UnscoredLine {
  const { state, worst, windows } = now;
  return {
    ...toLine(row, new Map()),
    state,
    value: worst?.value ?? null,
    numerator: worst?.numerator ?? null,
    denominator: worst?.denominator ?? null,
    claimedValue: worst?.claimed_value ?? null,
    interval:
      worst === null || worst.interval_low === null || worst.interval_high === null
        ? null
        : { lower: worst.interval_low, upper: worst.interval_high },
    windows,
    resultId: worst?.resultId ?? null,
    resultRevision: worst?.revision ?? null,
    previous,
  };
}

function monthBefore(month: string): string {
  return Temporal.PlainYearMonth.from(month).subtract({ months: 1 }).toString();
}

function toReason(row: LineRow): RevisionReason {
  return {
    code: row.reason ?? 'time_passed',
    file:
      row.file_id === null
        ? null
        : { id: row.file_id, name: row.file_name ?? '', restatementReason: row.restatement_reason },
  };
}

function segmentOf(row: SegmentRow): ScorecardLine['segment'] {
  return {
    lineOfBusiness: row.line_of_business,
    channel: row.channel,
    queue: row.queue,
    language: row.language,
  };
}

function keyOf(row: SegmentRow & { readonly metric_id: string }): string {
  return lineKey({ metric: { id: row.metric_id }, segment: segmentOf(row) });
}
