import { demandedClauses, terms, type Terms, type TermsInput } from '@plumbline/contracts/schema';
import { ActivityLog } from '@plumbline/platform/activity-log';
import { Global, Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import {
  KpiFiles,
  measurementEntities,
  MeasurementReadModule,
  seedMetricLibrary,
} from '@plumbline/measurements/server';
import { LiveEvents } from '@plumbline/platform/jobs';
import { DocumentDirectory, documentEntities, DocumentReadModule } from '@plumbline/documents/server';
import { newId, TenantDirectory } from '@plumbline/platform/database';
import { PublicUrl, Seal } from '@plumbline/platform/identity';
import { Mail } from '@plumbline/platform/notifications';
import {
  type Actor,
  Clock,
  FixedClock,
  type Role,
  sideOfRole,
  type Tenant,
} from '@plumbline/platform/tenancy';
import { actorIn, openTestDatabase, type TestDatabase } from '@plumbline/platform/testing';
import { VendorCodes, VendorDirectory, vendorEntities } from '@plumbline/vendors/server';
import { AgreedTerms } from './agreed-terms';
import { ContractCopiesService } from './contract-copies.service';
import { ContractVersionsService } from './contract-versions.service';
import { contractEntities } from './contract-entities';
import { ContractsRepository } from './contracts.repository';
import { ContractsService } from './contracts.service';
import { ContractDocumentsService } from './documents/contract-documents.service';
import { CalendarFeedsService } from './dates/calendar-feeds.service';
import { CalendarReader } from './dates/calendar-reader';
import { CalendarSources } from './dates/calendar-sources';
import { ContractDatesRepository } from './dates/contract-dates.repository';
import { ContractDatesService } from './dates/contract-dates.service';
import { ContractLetters } from './dates/contract-letters';
import { RemindOfContractProcessor } from './dates/remind-of-contract.processor';
import { TermsRepository } from './terms.repository';
import { VersionAnswers } from './version-answers';
import { ClausePoliciesService } from './waivers/clause-policies.service';
import { ClausePolicyEffectsService } from './waivers/clause-policy-effects';
import { VersionStanding } from './waivers/version-standing';
import { WaiversRepository } from './waivers/waivers.repository';
import { WaiversService } from './waivers/waivers.service';

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
  readonly copies: ContractCopiesService;
  readonly waivers: WaiversService;
  readonly policies: ClausePoliciesService;
  readonly policyEffects: ClausePolicyEffectsService;
  readonly documents: ContractDocumentsService;
  readonly dates: ContractDatesService;
  readonly feeds: CalendarFeedsService;
  readonly calendars: CalendarReader;
  readonly reminders: RemindOfContractProcessor;
  tenant(): Promise<TestTenant>;
  /** One reported row on each of these dates. */
  measure(of: TestTenant, dates: readonly string[], vendorId?: string): Promise<void>;
  /** A KPI file of the vendor that waits until somebody says who is meant by these codes. */
  waitingFile(of: TestTenant, codes: readonly string[]): Promise<string>;
  /** The evaluations that were asked for, in their order. */
  asked(of: TestTenant): Promise<string[]>;
  /** A new member of the tenant (of its vendor, for a vendor's role); answers the person's id. */
  member(of: TestTenant, role: Role, name: string): Promise<string>;
  /** The things that lines of the activity log with this action are about. */
  logged(of: TestTenant, action: string): Promise<string[]>;
}

export async function openContractsBench(): Promise<ContractsBench> {
  const database = await openTestDatabase([
    ...new Set([...vendorEntities, ...measurementEntities, ...contractEntities, ...documentEntities]),
  ]);
  const activityLog = new ActivityLog(benchClock);
  const [contracts, rows, vendors] = [
    new ContractsRepository(),
    new TermsRepository(),
    new VendorDirectory(),
  ];
  const agreed = new AgreedTerms(rows);
  const waiverRows = new WaiversRepository();
  const dates = new ContractDatesService(database.door, new ContractDatesRepository(), benchClock);
  const publicUrl = new PublicUrl('https://plumbline.example');
  const answers = new VersionAnswers(rows, new VersionStanding(waiverRows, benchClock), vendors);
  const codes = new VendorCodes(activityLog, benchClock);
  const measured = await Test.createTestingModule({
    imports: [BenchPlatform, MeasurementReadModule, DocumentReadModule],
  }).compile();
  return {
    database,
    copies: new ContractCopiesService(
      database.door,
      contracts,
      rows,
      answers,
      codes,
      vendors,
      measured.get(KpiFiles),
      activityLog,
      benchClock,
    ),
    contracts: new ContractsService(database.door, contracts, rows, agreed, vendors, activityLog, benchClock),
    versions: new ContractVersionsService(
      database.door,
      contracts,
      rows,
      agreed,
      answers,
      vendors,
      activityLog,
      benchClock,
    ),
    waivers: new WaiversService(database.door, waiverRows, contracts, answers, activityLog, benchClock),
    policies: new ClausePoliciesService(database.door, activityLog, benchClock),
    policyEffects: new ClausePolicyEffectsService(database.door, rows, contracts, vendors, benchClock),
    documents: new ContractDocumentsService(
      database.door,
      contracts,
      measured.get(DocumentDirectory),
      activityLog,
      benchClock,
    ),
    dates,
    feeds: new CalendarFeedsService(database.door, vendors, publicUrl, activityLog, benchClock),
    calendars: new CalendarReader(
      database.door,
      new TenantDirectory(database.dataSource),
      dates,
      new CalendarSources(),
      publicUrl,
      benchClock,
    ),
    reminders: new RemindOfContractProcessor(
      database.door,
      dates,
      new ContractLetters(new Mail(benchClock, new Seal(Buffer.alloc(32, 7))), publicUrl),
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
    async waitingFile({ tenant, manager, vendor }, unknown) {
      const [file, stored] = [newId(), newId()];
      await database.door.withTenant(manager, async (tx) => {
        await tx.query(
          `insert into stored_file (tenant_id, id, vendor_id, sha256, bytes, stored_bytes, stored_sha256, wrapped_key, created_at)
           values ($1, $2, $3, '\\x00', 1, 1, '\\x00', '\\x00', $4)`,
          [tenant.id, stored, vendor.id, benchClock.date()],
        );
        await tx.query(
          `insert into kpi_file (tenant_id, id, vendor_id, stored_file_id, name, state, layout, uploaded_by, uploaded_by_name,
             uploaded_via, unknown_vendors, created_at, updated_at)
           values ($1, $2, $3, $4, 'providers.csv', 'waiting_for_vendors', '{}', 'bench', 'Bench', 'page', $5, $6, $6)`,
          [
            tenant.id,
            file,
            vendor.id,
            stored,
            JSON.stringify(unknown.map((code) => ({ code, name: code, rows: 3 }))),
            benchClock.date(),
          ],
        );
      });
      return file;
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
    async member(of, role, name) {
      const person = await database.person(name);
      await database.door.withTenant(of.manager, (tx) =>
        tx.query(
          `insert into membership (tenant_id, id, person_id, role, vendor_id, created_at, version)
           values ($1, $2, $3, $4, $5, $6, 1)`,
          [
            ...[of.tenant.id, newId(), person.id, role],
            ...[sideOfRole(role) === 'vendor' ? of.vendor.id : null, benchClock.date()],
          ],
        ),
      );
      return person.id;
    },
    async logged(of, action) {
      const lines = await database.door.withTenant(of.manager, (tx) =>
        tx.query<{ id: string }>(
          'select thing_id as id from activity_log where tenant_id = $1 and action = $2',
          [tx.tenantId, action],
        ),
      );
      return lines.map(({ id }) => id);
    },
  };
}

/** What the processes provide to every module. */
@Global()
@Module({
  providers: [
    { provide: Clock, useValue: benchClock },
    { provide: ActivityLog, useValue: new ActivityLog(benchClock) },
    { provide: LiveEvents, useValue: { publish: () => Promise.resolve() } },
  ],
  exports: [Clock, ActivityLog, LiveEvents],
})
class BenchPlatform {}

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
    clauses: [{ kind: 'service_levels', ...passage('4.1') }, ...demandedClauses],
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
