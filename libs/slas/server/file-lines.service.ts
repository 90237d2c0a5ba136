import { Injectable } from '@nestjs/common';
import { type Grain, grainName, grains, isInterval } from '@plumbline/measurements/schema';
import { Door, type TenantTransaction } from '@plumbline/platform/database';
import { NotFoundError } from '@plumbline/platform/errors';
import type { Actor } from '@plumbline/platform/tenancy';
import type { CountingResult, FileLine, LineMeasurement } from '@plumbline/slas/schema';
import { type AgreedSla, covers } from './agreed-sla';
import { segmentOf } from './counted-cases';
import { measuresOf } from './counted-rows';
import { beginsIn, type FirstLines, firstLines, type LinedFile } from './first-lines';
import { type CountableRow, LineCases, toLineCase } from './line-cases';
import { isOfMonths } from './judged-window';
import { stateOfColumn } from './state-columns';
import { TermsRepository } from './terms.repository';
import { toWindow, type WindowRow, windowSelect } from './window-columns';

/** Keys that one line speaks of, and results that count them: a line is a line. */
const MEASUREMENTS = 50;
const RESULTS = 200;
/** Zones differ by at most 26 hours: an interval lies at most two days from the date that its file states. */
const STRAY_DAYS = 2;

/** From a line of a file forward: measurement, results, scorecards. */
@Injectable()
export class FileLinesService {
  constructor(
    private readonly door: Door,
    private readonly terms: TermsRepository,
    private readonly lineCases: LineCases,
  ) {}

  view(actor: Actor, fileId: string, line: number): Promise<FileLine> {
    return this.door.withTenant(actor, async (tx) => {
      const file = await this.file(tx, fileId);
      const near = firstLines(line, file);
      const measures = await tx.query<{ code: string; position: number }>(
        'select code, position from measure where tenant_id = $1 order by position',
        [tx.tenantId],
      );
      const positions = new Map(measures.map(({ code, position }) => [code, position]));
      if (file.of_cases) {
        const cases = await this.lineCases.of(tx, fileId, line, near);
        const countable = cases.flatMap((each) => this.lineCases.countable(each, positions));
        const results = await this.results(tx, countable, positions);
        return { line, measurements: [], cases: cases.map(toLineCase), results };
      }
      const rows = await this.measurements(tx, fileId, line, near);
      const results = await this.results(
        tx,
        rows.map((row) => ({ ...row, segment: segmentOf(row) })),
        positions,
      );
      const measurements = rows.map((row) => toMeasurement(row, amountsOf(row, measures, fileId, line)));
      return { line, measurements, cases: [], results };
    });
  }

  /** What stands and what was replaced; of a long file's line, the amount stands on it and the row on another. */
  private async measurements(
    tx: TenantTransaction,
    fileId: string,
    line: number,
    near: FirstLines,
  ): Promise<MeasuredRow[]> {
    const columns =
      'tenant_id, vendor_id, local_date, starts_at, grain, segment_id, load_number, amounts, lines, files, line, kpi_file_id';
    const ofLine = `tenant_id = $1 and kpi_file_id = $2 and ${beginsIn(near, 5)} and (line = $3 or $3 = any (lines))`;
    const next = `fact.superseded_by is not null and later.tenant_id = $1 and later.vendor_id = fact.vendor_id
            and later.local_date = fact.local_date and later.starts_at = fact.starts_at and later.grain = fact.grain
            and later.segment_id = fact.segment_id and later.load_number = fact.superseded_by`;
    return tx.query<MeasuredRow>(
      `select fact.vendor_id, vendor.code as vendor_code, vendor.name as vendor_name, fact.local_date::text, fact.starts_at,
              fact.grain, s.line_of_business, s.channel, s.queue, s.language, fact.load_number::integer,
              fact.superseded_by::integer, fact.amounts::text[] as amounts, fact.lines::integer[] as lines,
              fact.files::text[] as files, fact.line::integer, successor.kpi_file_id as next_file_id,
              successor.line::integer as next_line, next_file.name as next_file_name
       from (select ${columns}, null::bigint as superseded_by from measurement where ${ofLine}
             union all
             select ${columns}, superseded_by from measurement_superseded where ${ofLine}) fact
       join vendor on vendor.tenant_id = $1 and vendor.id = fact.vendor_id
       join segment s on s.tenant_id = $1 and s.id = fact.segment_id
       left join lateral (
         select later.kpi_file_id, later.line from measurement later where ${next}
         union all
         select later.kpi_file_id, later.line from measurement_superseded later where ${next} limit 1
       ) successor on true
       left join kpi_file next_file on next_file.tenant_id = $1 and next_file.id = successor.kpi_file_id
       order by fact.load_number, fact.local_date, fact.starts_at limit $4`,
      [tx.tenantId, fileId, line, MEASUREMENTS, ...near.flat()],
    );
  }

  private async file(tx: TenantTransaction, fileId: string): Promise<LinedFile> {
    const [file] = await tx.query<LinedFile>(
      `select coalesce(mapping ? 'cases', false) as of_cases, line_offsets as offsets,
              coalesce(mapping @? '$.columns[*].means.kind ? (@ == "value" || @ == "version")', false) as scattered
       from kpi_file where tenant_id = $1 and id = $2`,
      [tx.tenantId, fileId],
    );
    if (!file) throw new NotFoundError('KPI file');
    return file;
  }

  /** Revisions as of a load at which the line stood, whose SLA covers it and whose measures it carries all. */
  private async results(
    tx: TenantTransaction,
    rows: readonly CountableRow[],
    positions: ReadonlyMap<string, number>,
  ): Promise<CountingResult[]> {
    const found = new Map<string, CountedRow>();
    const agreed = new Map<string, AgreedSla | null>();
    for (const row of rows) {
      const candidates = await tx.query<CountedRow>(
        `select r.id, to_char(r.month, 'YYYY-MM') as month, ${windowSelect('r', 'sla')}, r.revision, r.latest, r.sla_id, r.metric_version, r.state,
                r.vendor_id, vendor.code as vendor_code, vendor.name as vendor_name, sla.name as sla_name
         from result r join vendor on vendor.tenant_id = $1 and vendor.id = r.vendor_id
         join sla on sla.tenant_id = $1 and sla.id = r.sla_id
         where r.tenant_id = $1 and r.vendor_id = $2 and r.grain = $3
           and coalesce(r.window_from, r.month) <= $4::date + ${STRAY_DAYS}
           and r.month >= date_trunc('month', $4::date - ${STRAY_DAYS})
           and coalesce(r.window_to, (r.month + interval '1 month')::date) >= $4::date - ${STRAY_DAYS}
           and r.as_of_load >= $5 and ($6::bigint is null or r.as_of_load < $6)
         order by r.month desc, r.revision desc, r.id limit $7`,
        [
          ...[tx.tenantId, row.vendor_id, row.grain, row.local_date],
          ...[row.load_number, row.superseded_by, RESULTS],
        ],
      );
      for (const result of candidates) {
        const key = `${result.sla_id} ${result.metric_version}`;
        if (!agreed.has(key))
          agreed.set(key, await this.terms.asJudged(tx, result.sla_id, result.metric_version));
        const sla = agreed.get(key);
        if (sla && counts(sla, result, row, positions)) found.set(result.id, result);
      }
    }
    const results = [...found.values()].slice(0, RESULTS);
    const scorecards = await this.scorecards(tx, results);
    return results.map((result) => toResult(result, scorecards));
  }

  private async scorecards(tx: TenantTransaction, results: readonly CountedRow[]): Promise<ScorecardRow[]> {
    if (results.length === 0) return [];
    return tx.query<ScorecardRow>(
      `select id, revision, state, jsonb_path_query_array(lines, '$[*].resultId') as results from scorecard
       where tenant_id = $1 and vendor_id = any ($2) and month = any ($3::date[]) order by month desc, revision desc`,
      [
        tx.tenantId,
        [...new Set(results.map(({ vendor_id }) => vendor_id))],
        [...new Set(results.map(({ month }) => `${month}-01`))],
      ],
    );
  }
}

function dateAt(instant: Temporal.Instant, zone: string): string {
  return instant.toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** Whether an SLA counts a row in a window: it covers the row, and the row carries all that it measures. */
function counts(
  sla: AgreedSla,
  window: WindowRow,
  row: CountableRow,
  positions: ReadonlyMap<string, number>,
): boolean {
  const at = isInterval(row.grain)
    ? dateAt(Temporal.Instant.from(row.starts_at.toISOString()), sla.contract.timezone)
    : row.local_date;
  if (at < window.window_first || at > window.window_last || !covers(sla.segment, row.segment)) return false;
  // a month's row cannot be split: it counts in windows of whole months only
  if (row.grain === grains.month && !isOfMonths(sla.window)) return false;
  return measuresOf(sla.metric.definition).every(
    (code) => row.amounts[(positions.get(code) ?? 0) - 1] != null,
  );
}

interface MeasuredRow {
  readonly vendor_id: string;
  readonly vendor_code: string;
  readonly vendor_name: string;
  readonly local_date: string;
  readonly starts_at: Date;
  readonly grain: number;
  readonly line_of_business: string | null;
  readonly channel: string | null;
  readonly queue: string | null;
  readonly language: string | null;
  readonly load_number: number;
  readonly superseded_by: number | null;
  readonly amounts: readonly (string | null)[];
  readonly lines: readonly (number | null)[] | null;
  readonly files: readonly (string | null)[] | null;
  readonly line: number;
  readonly next_file_id: string | null;
  readonly next_line: number | null;
  readonly next_file_name: string | null;
}

interface CountedRow extends WindowRow {
  readonly id: string;
  readonly month: string;
  readonly revision: number;
  readonly latest: boolean;
  readonly sla_id: string;
  readonly sla_name: string;
  readonly metric_version: number;
  readonly state: string;
  readonly vendor_id: string;
  readonly vendor_code: string;
  readonly vendor_name: string;
}

interface ScorecardRow {
  readonly id: string;
  readonly revision: number;
  readonly state: 'draft' | 'published';
  readonly results: readonly (string | null)[];
}

/** The amounts that this line states: of its row, those that stand on no other line and in no other file. */
function amountsOf(
  row: MeasuredRow,
  measures: readonly { readonly code: string; readonly position: number }[],
  fileId: string,
  line: number,
): Record<string, string> {
  return Object.fromEntries(
    measures.flatMap(({ code, position }) => {
      const amount = row.amounts[position - 1] ?? null;
      const own =
        (row.lines?.[position - 1] ?? row.line) === line && (row.files?.[position - 1] ?? fileId) === fileId;
      return amount !== null && own ? [[code, amount] as const] : [];
    }),
  );
}

function toMeasurement(row: MeasuredRow, amounts: Readonly<Record<string, string>>): LineMeasurement {
  return {
    vendor: { id: row.vendor_id, code: row.vendor_code, name: row.vendor_name },
    localDate: row.local_date,
    startsAt: row.starts_at.toISOString(),
    grain: grainName(row.grain as Grain),
    segment: segmentOf(row),
    amounts,
    loadNumber: row.load_number,
    supersededBy:
      row.next_file_id === null || row.next_line === null
        ? null
        : { fileId: row.next_file_id, fileName: row.next_file_name, line: row.next_line },
  };
}

function toResult(row: CountedRow, scorecards: readonly ScorecardRow[]): CountingResult {
  return {
    id: row.id,
    month: row.month,
    window: toWindow(row),
    revision: row.revision,
    latest: row.latest,
    sla: { id: row.sla_id, name: row.sla_name },
    vendor: { id: row.vendor_id, code: row.vendor_code, name: row.vendor_name },
    state: stateOfColumn(row.state),
    scorecards: scorecards
      .filter(({ results }) => results.includes(row.id))
      .map(({ id, revision, state }) => ({ id, revision, state })),
  };
}
