import { seedMetricLibrary } from '@plumbline/measurements/server';
import { ActivityLog } from '@plumbline/platform/activity-log';
import { newId, type TenantTransaction } from '@plumbline/platform/database';
import { type Actor, FixedClock, type Tenant } from '@plumbline/platform/tenancy';
import { actorIn, openTestDatabase, type TestDatabase } from '@plumbline/platform/testing';
import type { Scorecard } from '@plumbline/scorecards/schema';
import type { VerdictState } from '@plumbline/sla-engine';
import { columnOfState } from '@plumbline/slas/server';
import { VendorDirectory, vendorEntities } from '@plumbline/vendors/server';
import { BuildScorecardsProcessor } from './build-scorecards.processor';
import { MonthLinesRepository } from './month-lines.repository';
import { PublicationsService } from './publications.service';
import { ScorecardBuilder } from './scorecard-builder';
import { scorecardEntities } from './scorecard-entities';
import { ScorecardsRepository } from './scorecards.repository';
import { ScorecardsService } from './scorecards.service';

export const benchClock = new FixedClock(Temporal.Instant.from('2026-04-20T12:00:00Z'));

/** The SLAs of a bench vendor, by the name that specs use. */
const agreed = [
  { name: 'Service level', metric: 'service_level', target: '0.80', weight: '40' },
  { name: 'Disclosures', metric: 'qa_disclosure', target: '0.95', weight: '60' },
  { name: 'Complaints closed', metric: 'complaints_closed', target: '0.90', weight: '0' },
] as const;
export type BenchSla = (typeof agreed)[number]['name'];

export interface BenchVendor {
  readonly id: string;
  readonly code: string;
  readonly slas: ReadonlyMap<BenchSla, string>;
}

/** A tenant of a spec's own; its vendors are under contract from January 2026 on. */
export interface BenchTenant {
  readonly tenant: Tenant;
  readonly manager: Actor;
  vendor(code?: string): Promise<BenchVendor>;
  /** Writes the next revision of a result, as the evaluation does. */
  result(
    vendor: BenchVendor,
    sla: BenchSla,
    month: string,
    state: VerdictState,
    value?: string,
  ): Promise<void>;
  /** Final results for every SLA: met, but for those named. */
  results(vendor: BenchVendor, month: string, but?: Partial<Record<BenchSla, VerdictState>>): Promise<void>;
  /** Runs the job for a vendor's month. */
  process(vendor: BenchVendor, month: string): Promise<void>;
  logged(): Promise<string[]>;
}

export interface ScorecardsBench {
  readonly database: TestDatabase;
  readonly scorecards: ScorecardsService;
  readonly publications: PublicationsService;
  tenant(): Promise<BenchTenant>;
  /** A vendor's month in all its revisions, oldest first, as the insurer sees them. */
  revisions(of: BenchTenant, vendor: BenchVendor, period: string): Promise<Scorecard[]>;
  /** The same where there must be exactly one. */
  onlyRevision(of: BenchTenant, vendor: BenchVendor, period: string): Promise<Scorecard>;
}

export async function openScorecardsBench(): Promise<ScorecardsBench> {
  const database = await openTestDatabase([...vendorEntities, ...scorecardEntities]);
  const { door } = database;
  const activityLog = new ActivityLog(benchClock);
  const [rows, vendors] = [new ScorecardsRepository(), new VendorDirectory()];
  const builder = new ScorecardBuilder(rows, new MonthLinesRepository(), vendors, activityLog, benchClock);
  const scorecards = new ScorecardsService(door, rows, builder, vendors, activityLog, benchClock);
  const processor = new BuildScorecardsProcessor(door, builder);
  const revisions: ScorecardsBench['revisions'] = async ({ manager }, { id: vendorId }, period) => {
    const ask = { limit: 50, period, vendorId, state: undefined, cursor: undefined };
    const { items } = await scorecards.list(manager, ask);
    const all = await Promise.all(items.map(({ id }) => scorecards.view(manager, id)));
    return all.sort((one, other) => one.revision - other.revision);
  };
  return {
    database,
    revisions,
    async onlyRevision(of, vendor, period) {
      const [only, ...others] = await revisions(of, vendor, period);
      if (!only || others.length > 0)
        throw new Error(`${others.length + (only ? 1 : 0)} revisions instead of one`);
      return only;
    },
    scorecards,
    publications: new PublicationsService(door, rows, builder, vendors, scorecards, activityLog, benchClock),
    async tenant() {
      const tenant = await database.tenant();
      const manager = actorIn(tenant, 'vendor_manager');
      await door.withTenant(manager, (tx) => seedMetricLibrary(tx, benchClock.date()));
      const result: BenchTenant['result'] = (vendor, sla, month, state, value = '0.96') =>
        door.withTenant(manager, (tx) => writeResult(tx, vendor, sla, { month, state, value }));
      return {
        tenant,
        manager,
        result,
        async vendor(code) {
          const vendor = await database.vendor(tenant, code);
          return { ...vendor, slas: await door.withTenant(manager, (tx) => putUnderContract(tx, vendor)) };
        },
        async results(vendor, month, but = {}) {
          for (const { name } of agreed) await result(vendor, name, month, but[name] ?? 'met');
        },
        process: (vendor, month) => processor.process(tenant, `${vendor.id}/${month}`),
        logged: () =>
          door.withTenant(manager, async (tx) => {
            const entries = await tx.query<{ action: string }>(
              'select action from activity_log where tenant_id = $1 order by sequence',
              [tx.tenantId],
            );
            return entries.map(({ action }) => action);
          }),
      };
    },
  };
}

async function putUnderContract(
  tx: TenantTransaction,
  vendor: { readonly id: string; readonly code: string },
): Promise<ReadonlyMap<BenchSla, string>> {
  const [contract, version, clause] = [newId(), newId(), newId()];
  const at = '2026-01-01T00:00:00Z';
  await tx.query(
    `insert into contract (tenant_id, id, vendor_id, reference, title, created_at, updated_at)
     values ($1, $2, $3, $4, 'Member services', $5, $5)`,
    [tx.tenantId, contract, vendor.id, `MSA-${vendor.code}`, at],
  );
  await tx.query(
    `insert into contract_version (tenant_id, id, contract_id, vendor_id, number, state, effective_from, timezone,
       reporting_due_day, created_by, created_at, activated_at)
     values ($1, $2, $3, $4, 1, 'active', '2026-01-01', 'America/New_York', 10, 'bench', $5, $5)`,
    [tx.tenantId, version, contract, vendor.id, at],
  );
  await tx.query(
    `insert into clause (tenant_id, id, contract_version_id, vendor_id, kind, number, heading, text)
     values ($1, $2, $3, $4, 'service_levels', '4.1', 'Service levels', 'As agreed.')`,
    [tx.tenantId, clause, version, vendor.id],
  );
  const slas = new Map<BenchSla, string>();
  for (const [position, { name, metric, target, weight }] of agreed.entries()) {
    const id = newId();
    await tx.query(
      `insert into sla (tenant_id, id, contract_version_id, vendor_id, position, metric_id, clause_id, name, comparator,
         target, "window", weight, created_at)
       select $1, $2, $3, $4, $5, metric.id, $6, $7, '>=', $8, 'month', $9, $10
       from metric where metric.tenant_id = $1 and metric.code = $11`,
      [tx.tenantId, id, version, vendor.id, position, clause, name, target, weight, at, metric],
    );
    slas.set(name, id);
  }
  return slas;
}

async function writeResult(
  tx: TenantTransaction,
  vendor: BenchVendor,
  sla: BenchSla,
  { month, state, value }: { readonly month: string; readonly state: VerdictState; readonly value: string },
): Promise<void> {
  const slaId = vendor.slas.get(sla);
  const [newest] = await tx.query<{ revision: number }>(
    'select max(revision) as revision from result where tenant_id = $1 and sla_id = $2 and month = $3',
    [tx.tenantId, slaId, `${month}-01`],
  );
  await tx.query(
    'update result set latest = false where tenant_id = $1 and sla_id = $2 and month = $3 and latest',
    [tx.tenantId, slaId, `${month}-01`],
  );
  const counted = state === 'met' || state === 'breached';
  await tx.query(
    `insert into result (tenant_id, id, vendor_id, sla_id, month, revision, latest, state, value, numerator, denominator,
       metric_version, rows_counted, as_of_load, excluded, trace, reason, evaluated_at)
     values ($1, $2, $3, $4, $5, $6, true, $7, $8, $9, $10, 1, 1, 1, '[]', '[]', 'kpi_file', $11)`,
    [
      tx.tenantId,
      newId(),
      vendor.id,
      slaId,
      `${month}-01`,
      (newest?.revision ?? 0) + 1,
      columnOfState(state),
      counted ? value : null,
      counted ? '96' : null,
      counted ? '100' : null,
      benchClock.date(),
    ],
  );
}
