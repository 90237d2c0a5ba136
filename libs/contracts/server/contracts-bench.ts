import { terms, type Terms, type TermsInput } from '@plumbline/contracts/schema';
import { ActivityLog } from '@plumbline/platform/activity-log';
import { seedMetricLibrary } from '@plumbline/measurements/server';
import { newId } from '@plumbline/platform/database';
import { type Actor, FixedClock, type Tenant } from '@plumbline/platform/tenancy';
import { actorIn, openTestDatabase, type TestDatabase } from '@plumbline/platform/testing';
import { VendorDirectory, vendorEntities } from '@plumbline/vendors/server';
import { AgreedTerms } from './agreed-terms';
import { ContractVersionsService } from './contract-versions.service';
import { contractEntities } from './contract-entities';
import { ContractsRepository } from './contracts.repository';
import { ContractsService } from './contracts.service';
import { TermsRepository } from './terms.repository';

export const benchClock = new FixedClock(Temporal.Instant.from('2026-04-02T09:30:00Z'));

/** A tenant of a spec's own, with a vendor, the library's metrics and terms that can be activated. */
export interface TestTenant {
  readonly tenant: Tenant;
  readonly manager: Actor;
  readonly vendor: { readonly id: string; readonly code: string };
  metricId(code: string): string;
  terms(): TermsInput;
  parsedTerms(): Terms;
}

/** The services of contracts on a real database, for their specs. */
export interface ContractsBench {
  readonly database: TestDatabase;
  readonly contracts: ContractsService;
  readonly versions: ContractVersionsService;
  tenant(): Promise<TestTenant>;
  /** One reported row on each of these dates. */
  measure(of: TestTenant, dates: readonly string[], vendorId?: string): Promise<void>;
  /** The evaluations that were asked for, in their order. */
  asked(of: TestTenant): Promise<string[]>;
}

export async function openContractsBench(): Promise<ContractsBench> {
  const database = await openTestDatabase([...vendorEntities, ...contractEntities]);
  const activityLog = new ActivityLog(benchClock);
  const [contracts, rows, vendors] = [
    new ContractsRepository(),
    new TermsRepository(),
    new VendorDirectory(),
  ];
  const agreed = new AgreedTerms(rows);
  return {
    database,
    contracts: new ContractsService(database.door, contracts, rows, agreed, vendors, activityLog, benchClock),
    versions: new ContractVersionsService(
      database.door,
      contracts,
      rows,
      agreed,
      vendors,
      activityLog,
      benchClock,
    ),
    async tenant() {
      const tenant = await database.tenant();
      const manager = actorIn(tenant, 'vendor_manager');
      const vendor = await database.vendor(tenant);
      const metrics = await enterMetrics(database, manager);
      const metricId = (code: string) => metrics.get(code) ?? '';
      const given = () => soundTerms(metricId);
      return { tenant, manager, vendor, metricId, terms: given, parsedTerms: () => terms.parse(given()) };
    },
    async measure(of, dates, vendorId = of.vendor.id) {
      await database.door.withRole(
        'loader',
        async (client) => {
          const segment = newId();
          await client.query('insert into segment (tenant_id, id) values ($1, $2) on conflict do nothing', [
            of.tenant.id,
            segment,
          ]);
          const { rows: found } = await client.query<{ id: string }>(
            'select id from segment where tenant_id = $1',
            [of.tenant.id],
          );
          for (const date of dates) {
            await client.query(
              `insert into measurement_day (tenant_id, vendor_id, local_date, grain, segment_id, rows, amounts, missing)
               values ($1, $2, $3, 1440, $4, 1, '{}', '{}')`,
              [of.tenant.id, vendorId, date, found[0]?.id],
            );
          }
        },
        of.manager,
      );
    },
    async asked(of) {
      const { rows: jobs } = await database.door.withRole('relay', (client) =>
        client.query<{ row_id: string }>(
          `select row_id from outbox where tenant_id = $1 and topic = 'evaluate' order by row_id`,
          [of.tenant.id],
        ),
      );
      return jobs.map(({ row_id }) => row_id);
    },
  };
}

async function enterMetrics(database: TestDatabase, manager: Actor): Promise<ReadonlyMap<string, string>> {
  return database.door.withTenant(manager, async (tx) => {
    await seedMetricLibrary(tx, benchClock.date());
    const metrics = await tx.query<{ id: string; code: string }>(
      'select id, code from metric where tenant_id = $1',
      [tx.tenantId],
    );
    return new Map(metrics.map(({ id, code }) => [code, id]));
  });
}

function soundTerms(metricId: (code: string) => string): TermsInput {
  const passage = (number: string) => ({ number, heading: `Clause ${number}`, text: 'As agreed.' });
  return {
    effectiveFrom: '2026-01-01',
    timezone: 'America/New_York',
    reportingDueDay: 10,
    speedOutweighsReason: 'Claims calls are few and long.',
    clauses: [
      { kind: 'service_levels', ...passage('4.1') },
      { kind: 'incident_notice', ...passage('9.2'), page: 15, terms: { withinHours: 24 } },
      { kind: 'right_to_audit', ...passage('10'), terms: { noticeDays: 30 } },
    ],
    slas: [
      {
        name: 'Service level 80/20',
        metricId: metricId('service_level'),
        clauseNumber: '4.1',
        target: { comparator: '>=', value: '0.80' },
        weight: '50',
      },
      {
        name: 'Handle time, claims',
        metricId: metricId('average_handle_time'),
        clauseNumber: '4.1',
        target: { band: { low: '480', high: '720' } },
        segment: { queue: 'claims' },
        weight: '50',
      },
    ],
  };
}
