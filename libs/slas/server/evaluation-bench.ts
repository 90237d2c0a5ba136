import {
  ClaimedFigures,
  KeptMonths,
  RestatementsRepository,
  seedMetricLibrary,
} from '@plumbline/measurements/server';
import type { MeasuredSegment } from '@plumbline/measurements/schema';
import { newId } from '@plumbline/platform/database';
import { PublicUrl, Seal } from '@plumbline/platform/identity';
import type { LiveEvents } from '@plumbline/platform/jobs';
import { Mail } from '@plumbline/platform/notifications';
import { type Actor, FixedClock, type Tenant } from '@plumbline/platform/tenancy';
import { actorIn, openTestDatabase, type TestDatabase } from '@plumbline/platform/testing';
import type { Target } from '@plumbline/sla-engine';
import { ActivityLog } from '@plumbline/platform/activity-log';
import { BreachKeeping } from './breach-keeping';
import { BreachesRepository } from './breaches.repository';
import { BreachesService } from './breaches.service';
import { ClausesRepository } from './clauses.repository';
import { CountedCases } from './counted-cases';
import { EvaluateProcessor } from './evaluate.processor';
import { ExclusionsRepository } from './exclusions.repository';
import { EvaluationRepository } from './evaluation.repository';
import { EvaluationSweep } from './evaluation.sweep';
import { Evaluator } from './evaluator';
import { ExplanationsService } from './explanations.service';
import { FileEffectsService } from './file-effects.service';
import { FileLinesService } from './file-lines.service';
import { FinishedFiles } from './finished-files';
import { ForeseenResults } from './foreseen-results';
import { targetColumns } from './judge-sla';
import { LineCases } from './line-cases';
import { MonthComparison } from './month-comparison';
import { MonthFigures } from './month-figures';
import { PortfolioService } from './portfolio.service';
import { ReportingCalendarService } from './reporting-calendar.service';
import { ReportingDuties } from './reporting-duties';
import { ReportingLetters } from './reporting-letters';
import { ResultRows } from './result-rows';
import { ResultsRepository } from './results.repository';
import { ResultsService } from './results.service';
import { RollupsRepository } from './rollups.repository';
import { TermsRepository } from './terms.repository';
import { TrendsRepository } from './trends.repository';
import { TrendsService } from './trends.service';
import { WindowEvaluation } from './window-evaluation';
import { WindowFigures } from './window-figures';
import { WindowRollupsRepository } from './window-rollups.repository';
import { WindowRowsRepository } from './window-rows.repository';

/** A row as a KPI file states it; a day's row begins at that date's UTC midnight unless it says otherwise. */
export interface StatedRow {
  readonly date: string;
  readonly startsAt?: string;
  /** Minutes; a day unless said. */
  readonly grain?: number;
  readonly segment?: Partial<MeasuredSegment>;
  /** By measure; one that is left out is blank. */
  readonly amounts?: Readonly<Record<string, number | string>>;
  /** By measure, where an amount stands on another line than the row. */
  readonly lines?: Readonly<Record<string, number>>;
  /** By metric code. */
  readonly claimed?: Readonly<Record<string, string>>;
}

export interface AgreedTarget {
  readonly metric: string;
  readonly target: Target;
  readonly segment?: Partial<MeasuredSegment>;
  readonly minimumSample?: number;
  /** `month` unless said. */
  readonly window?: string;
}

export interface StatedContract {
  readonly vendorId: string;
  readonly slas: readonly AgreedTarget[];
  readonly effectiveFrom?: string;
  readonly effectiveTo?: string | null;
  readonly timezone?: string;
  readonly dueDay?: number;
  readonly admitsClaimed?: boolean;
  readonly activatedAt?: string;
  /** A further version of an earlier contract. */
  readonly contractId?: string;
  readonly number?: number;
}

/** Evaluation on a real database over rows that a spec states itself. */
export class EvaluationBench {
  readonly clock = new FixedClock(Temporal.Instant.from('2026-04-02T12:00:00Z'));
  readonly processor: EvaluateProcessor;
  readonly sweep = new EvaluationSweep();
  readonly published: string[] = [];
  readonly results: ResultsService;
  readonly explanations: ExplanationsService;
  readonly trends: TrendsService;
  readonly portfolio: PortfolioService;
  readonly breachesService: BreachesService;
  readonly effects: FileEffectsService;
  readonly lines: FileLinesService;
  readonly reporting: ReportingCalendarService;
  readonly seal = new Seal(Buffer.alloc(32, 7));

  private constructor(readonly database: TestDatabase) {
    const repository = new EvaluationRepository();
    const kept = new KeptMonths(this.clock, 240);
    const terms = new TermsRepository();
    const figures = new MonthFigures(
      ...([terms, new RollupsRepository(), new WindowRowsRepository(), new ClaimedFigures()] as const),
      new ExclusionsRepository(),
    );
    const comparison = new MonthComparison(repository, terms, figures);
    const windows = new WindowFigures(
      ...([terms, new WindowRollupsRepository(), new ClaimedFigures()] as const),
      ...([new ExclusionsRepository(), figures] as const),
    );
    const foreseen = new ForeseenResults(new RestatementsRepository(), comparison, this.clock);
    this.lines = new FileLinesService(database.door, terms, new LineCases());
    this.effects = new FileEffectsService(database.door, foreseen);
    this.reporting = new ReportingCalendarService(database.door, this.clock);
    const letters = new ReportingLetters(
      new Mail(this.clock, this.seal),
      new PublicUrl('https://plumbline.test'),
    );
    const live = {
      publish: async (_: string, topic: string) => void this.published.push(topic),
    } as unknown as LiveEvents;
    this.processor = new EvaluateProcessor(
      database.door,
      new Evaluator(
        repository,
        comparison,
        new WindowEvaluation(repository, terms, windows, figures, kept),
        new BreachKeeping(repository, this.clock),
        new ReportingDuties(repository, letters, this.clock),
        kept,
        this.clock,
      ),
      new FinishedFiles(database.door, this.clock, live),
    );
    const rows = new ResultRows(terms, new WindowRowsRepository(), new ClaimedFigures(), kept);
    this.trends = new TrendsService(database.door, new TrendsRepository(), this.clock);
    this.results = new ResultsService(database.door, new ResultsRepository(), rows);
    this.explanations = new ExplanationsService(
      database.door,
      this.results,
      new ResultsRepository(),
      rows,
      new ClausesRepository(),
      this.trends,
      new CountedCases(),
    );
    this.portfolio = new PortfolioService(database.door, this.clock);
    this.breachesService = new BreachesService(
      database.door,
      new BreachesRepository(),
      new ActivityLog(this.clock),
      this.clock,
    );
  }

  static async open(): Promise<EvaluationBench> {
    return new EvaluationBench(await openTestDatabase());
  }

  /** A tenant with the metric library. */
  async tenant(timezone?: string): Promise<Tenant> {
    const tenant = await this.database.tenant(timezone);
    await this.database.door.withTenant(this.manager(tenant), (tx) =>
      seedMetricLibrary(tx, this.clock.date()),
    );
    return tenant;
  }

  /** A ratio of two measures, defined for every month. */
  async metric(
    tenant: Tenant,
    metric: { code: string; numerator: string; denominator: string; direction: 'higher' | 'lower' },
  ): Promise<void> {
    const id = newId();
    const { code, direction } = metric;
    const definition = {
      id: code,
      version: 1,
      unit: 'ratio',
      direction,
      numerator: [{ measure: metric.numerator }],
      denominator: [{ measure: metric.denominator }],
      source: 'spec',
    };
    await this.database.door.withTenant(this.manager(tenant), async (tx) => {
      await tx.query(
        `insert into metric (tenant_id, id, code, name, family, unit, direction, source, created_at)
         values ($1, $2, $3, $3, 'speed', 'ratio', $4, 'spec', $5)`,
        [tenant.id, id, code, direction, this.clock.date()],
      );
      await tx.query(
        `insert into metric_version (tenant_id, metric_id, number, effective_from, definition, created_by, created_at)
         values ($1, $2, 1, '2000-01-01', $3, 'spec', $4)`,
        [tenant.id, id, JSON.stringify(definition), this.clock.date()],
      );
    });
  }

  manager(tenant: Tenant): Actor {
    return actorIn(tenant, 'vendor_manager');
  }

  /** An active contract version with a clause and these SLAs; answers their ids in order. */
  async contract(
    tenant: Tenant,
    stated: StatedContract,
  ): Promise<{ contractId: string; versionId: string; slaIds: string[] }> {
    const [contractId, versionId, clauseId] = [stated.contractId ?? newId(), newId(), newId()];
    const at = stated.activatedAt ?? '2026-01-01T00:00:00Z';
    const slaIds: string[] = [];
    await this.database.door.withTenant(this.manager(tenant), async (tx) => {
      const of = [tenant.id, versionId, stated.vendorId] as const;
      if (stated.contractId === undefined) {
        await tx.query(
          `insert into contract (tenant_id, id, vendor_id, reference, title, created_at, updated_at)
           values ($1, $2, $3, $4, 'Member services', $5, $5)`,
          [tenant.id, contractId, stated.vendorId, `C-${contractId}`, at],
        );
      }
      await tx.query(
        `insert into contract_version (tenant_id, id, vendor_id, contract_id, number, state, effective_from, effective_to,
           timezone, reporting_due_day, admits_claimed, created_by, created_at, activated_at)
         values ($1, $2, $3, $4, $5, 'active', $6, $7, $8, $9, $10, 'spec', $11, $11)`,
        [
          ...of,
          contractId,
          stated.number ?? 1,
          stated.effectiveFrom ?? '2025-01-01',
          stated.effectiveTo ?? null,
          stated.timezone ?? tenant.timezone,
          stated.dueDay ?? 10,
          stated.admitsClaimed ?? false,
          at,
        ],
      );
      await tx.query(
        `insert into clause (tenant_id, contract_version_id, vendor_id, id, kind, number, heading, text, page, position)
         values ($1, $2, $3, $4, 'service_levels', '4.2', 'Service levels', 'Calls are answered in time.', 11, 0)`,
        [...of, clauseId],
      );
      for (const [position, sla] of stated.slas.entries()) {
        const id = newId();
        const { comparator, target, low, high } = targetColumns(sla.target);
        await tx.query(
          `insert into sla (tenant_id, contract_version_id, vendor_id, id, metric_id, clause_id, name, comparator, target,
             band_low, band_high, "window", line_of_business, channel, queue, language, minimum_sample, weight, created_at, position)
           select $1, $2, $3, $4, metric.id, $5, metric.name, $6, $7, $8, $9, $18, $10, $11, $12, $13, $14, 0, $15, $17
           from metric where tenant_id = $1 and code = $16`,
          [
            ...of,
            id,
            clauseId,
            comparator,
            target,
            low,
            high,
            sla.segment?.lineOfBusiness ?? null,
            sla.segment?.channel ?? null,
            sla.segment?.queue ?? null,
            sla.segment?.language ?? null,
            sla.minimumSample ?? 0,
            at,
            sla.metric,
            position,
            sla.window ?? 'month',
          ],
        );
        slaIds.push(id);
      }
    });
    return { contractId, versionId, slaIds };
  }

  /** What loading a KPI file leaves behind: facts, replaced facts, rollups, dirty windows, a file that waits for evaluation. */
  async load(
    tenant: Tenant,
    vendorId: string,
    rows: readonly StatedRow[],
    { name = 'march.csv', receivedAt = this.clock.now().toString() } = {},
  ): Promise<string> {
    const fileId = newId();
    const storedId = newId();
    const actor = this.manager(tenant);
    await this.database.door.withTenant(actor, async (tx) => {
      await tx.query(
        `insert into stored_file (tenant_id, id, sha256, bytes, stored_bytes, stored_sha256, wrapped_key, created_at)
         values ($1, $2, '\\x00', 1, 1, '\\x00', '\\x00', $3)`,
        [tenant.id, storedId, receivedAt],
      );
      await tx.query(
        `insert into kpi_file (tenant_id, id, vendor_id, stored_file_id, name, state, layout, uploaded_by, uploaded_by_name,
           uploaded_via, created_at, updated_at)
         values ($1, $2, $3, $4, $5, 'evaluating', '{}', 'spec', 'Spec', 'page', $6, $6)`,
        [tenant.id, fileId, vendorId, storedId, name, receivedAt],
      );
    });
    await this.database.door.withRole(
      'loader',
      async (client) => {
        const at = this.clock.date();
        const { rows: counter } = await client.query<{ load: number }>(
          `insert into load_counter (tenant_id, last_number) values ($1, 1)
           on conflict (tenant_id) do update set last_number = load_counter.last_number + 1
           returning last_number::int as load`,
          [tenant.id],
        );
        const load = counter[0]?.load ?? 0;
        const { rows: measures } = await client.query<{ code: string; position: number }>(
          'select code, position from measure where tenant_id = $1 order by position',
          [tenant.id],
        );
        for (const [index, row] of rows.entries()) {
          const segment = {
            lineOfBusiness: null,
            channel: null,
            queue: null,
            language: null,
            ...row.segment,
          };
          const dimensions = [segment.lineOfBusiness, segment.channel, segment.queue, segment.language];
          await client.query(
            `insert into segment (tenant_id, id, line_of_business, channel, queue, language) values ($1, $2, $3, $4, $5, $6)
             on conflict do nothing`,
            [tenant.id, newId(), ...dimensions],
          );
          const { rows: found } = await client.query<{ id: string }>(
            `select id from segment where tenant_id = $1 and (line_of_business, channel, queue, language)
               is not distinct from ($2::text, $3::text, $4::text, $5::text)`,
            [tenant.id, ...dimensions],
          );
          const segmentId = found[0]?.id;
          const grain = row.grain ?? 1440;
          const startsAt = row.startsAt ?? `${row.date}T00:00:00Z`;
          const key = [tenant.id, vendorId, row.date, startsAt, grain, segmentId];
          if (row.amounts) {
            await client.query(`select ensure_month_partition('measurement', $1)`, [row.date]);
            await client.query(`select ensure_month_partition('measurement_superseded', $1)`, [row.date]);
            const columns =
              'tenant_id, vendor_id, local_date, starts_at, grain, segment_id, kpi_file_id, line, load_number';
            const where = `tenant_id = $1 and vendor_id = $2 and local_date = $3 and starts_at = $4 and grain = $5 and segment_id = $6`;
            await client.query(
              `insert into measurement_superseded (${columns}, superseded_by, amounts, lines)
               select ${columns}, $7, amounts, lines from measurement where ${where}`,
              [...key, load],
            );
            const amounts = measures.map(({ code }) => row.amounts?.[code]?.toString() ?? null);
            const lines = row.lines ? measures.map(({ code }) => row.lines?.[code] ?? null) : null;
            await client.query(
              `insert into measurement (${columns}, amounts, lines) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
               on conflict (tenant_id, vendor_id, local_date, starts_at, grain, segment_id) do update
                 set kpi_file_id = $7, line = $8, load_number = $9, amounts = $10, lines = $11`,
              [...key, fileId, index + 2, load, amounts, lines],
            );
          }
          for (const [metric, value] of Object.entries(row.claimed ?? {})) {
            await client.query(
              `insert into claimed_figure (tenant_id, vendor_id, local_date, starts_at, grain, segment_id, metric_code, value,
                 kpi_file_id, line, load_number) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
              [...key, metric, value, fileId, index + 2, load],
            );
          }
          await client.query(
            `insert into dirty_window (tenant_id, vendor_id, month, segment_id, marked_at, kpi_file_id, days)
             values ($1, $2, date_trunc('month', $3::date), $4, $5, $6, 1 << (extract(day from $3::date)::int - 1))
             on conflict (tenant_id, vendor_id, month, segment_id)
               do update set marked_at = $5, kpi_file_id = $6, days = dirty_window.days | excluded.days`,
            [tenant.id, vendorId, row.date, segmentId, at, fileId],
          );
        }
        await client.query('delete from measurement_day where tenant_id = $1 and vendor_id = $2', [
          tenant.id,
          vendorId,
        ]);
        await client.query(
          `insert into measurement_day (tenant_id, vendor_id, local_date, grain, segment_id, rows, amounts, missing)
           select $1, $2, local_date, grain, segment_id, max(rows), array_agg(amount order by position),
                  array_agg(missing order by position)
           from (select local_date, grain, segment_id, position, count(*) as rows, sum(amount) as amount,
                        count(*) filter (where amount is null)::int as missing
                 from measurement m cross join lateral unnest(m.amounts) with ordinality as a (amount, position)
                 where m.tenant_id = $1 and m.vendor_id = $2
                 group by 1, 2, 3, 4) sums
           group by 3, 4, 5`,
          [tenant.id, vendorId],
        );
      },
      actor,
    );
    return fileId;
  }

  evaluate(tenant: Tenant, vendorId: string, month: string): Promise<void> {
    return this.processor.process(tenant, `${vendorId}/${month}`);
  }

  query<Row>(tenant: Tenant, sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return this.database.door.withTenant(this.manager(tenant), (tx) => tx.query<Row>(sql, parameters));
  }

  /** Every revision of an SLA's month, oldest first. */
  revisions(tenant: Tenant, slaId: string, month = '2026-03'): Promise<StoredRevision[]> {
    return this.query(
      tenant,
      `select id, revision, latest, state, value::text, numerator::text, denominator::text, claimed_value::text as claimed,
              interval_low::text as low, rows_counted::int as rows, grain, as_of_load::int as load, reason,
              kpi_file_id as "fileId", trace, excluded, reconsider_at as "reconsiderAt"
       from result where tenant_id = $1 and sla_id = $2 and month = $3 order by revision`,
      [tenant.id, slaId, `${month}-01`],
    );
  }

  breaches(tenant: Tenant, vendorId: string): Promise<StoredBreach[]> {
    return this.query(
      tenant,
      `select id, kind, sla_id as "slaId", to_char(month, 'YYYY-MM') as month, breached_at as "breachedAt",
              opened_at as "openedAt", closed_at as "closedAt", closing_reason as "closingReason",
              opened_by_result as "openedBy", closed_by_result as "closedBy"
       from breach where tenant_id = $1 and vendor_id = $2 order by kind, id`,
      [tenant.id, vendorId],
    );
  }

  /** Jobs that were asked for, in order. */
  async asked(tenant: Tenant, topic: string): Promise<string[]> {
    const { rows } = await this.database.door.withRole('relay', (client) =>
      client.query<{ row_id: string }>(
        'select row_id from outbox where tenant_id = $1 and topic = $2 order by created_at, id',
        [tenant.id, topic],
      ),
    );
    return rows.map(({ row_id }) => row_id);
  }

  /** What the sweep would ask for in this tenant now. */
  async waiting(tenant: Tenant): Promise<string[]> {
    const waiting = await this.database.door.withRole('sweep', (client) =>
      this.sweep.waiting(client, this.clock.date()),
    );
    return waiting
      .filter(({ tenantId }) => tenantId === tenant.id)
      .map(({ rowId }) => rowId)
      .sort();
  }

  close(): Promise<void> {
    return this.database.close();
  }
}

export interface StoredRevision {
  readonly id: string;
  readonly revision: number;
  readonly latest: boolean;
  readonly state: string;
  readonly value: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly claimed: string | null;
  readonly low: string | null;
  readonly rows: number;
  readonly grain: number | null;
  readonly load: number;
  readonly reason: string;
  readonly fileId: string | null;
  readonly trace: readonly { rule: string; facts: Record<string, unknown> }[];
  readonly excluded: readonly unknown[];
  readonly reconsiderAt: Date | null;
}

export interface StoredBreach {
  readonly id: string;
  readonly kind: string;
  readonly slaId: string | null;
  readonly month: string;
  readonly breachedAt: Date;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  readonly closingReason: string | null;
  readonly openedBy: string | null;
  readonly closedBy: string | null;
}
