import type { CreditSchemeTermsInput, CreditStatement } from '@plumbline/credits/schema';
import { creditSchemeTerms } from '@plumbline/credits/schema';
import { seedMetricLibrary } from '@plumbline/measurements/server';
import { ActivityLog } from '@plumbline/platform/activity-log';
import { newId, type TenantTransaction } from '@plumbline/platform/database';
import { type Actor, FixedClock, type Role, type Tenant } from '@plumbline/platform/tenancy';
import { actorIn, openTestDatabase, type TestDatabase } from '@plumbline/platform/testing';
import type { VerdictState } from '@plumbline/sla-engine';
import { columnOfState } from '@plumbline/slas/server';
import { VendorDirectory, vendorEntities } from '@plumbline/vendors/server';
import { ApprovalsService } from './approvals.service';
import { BuildCreditsProcessor } from './build-credits.processor';
import { ContractMonthsRepository } from './contract-months.repository';
import { creditEntities } from './credit-entities';
import { DisputesService } from './disputes.service';
import { SchemesRepository } from './schemes.repository';
import { SchemesService } from './schemes.service';
import { StatementBuilder } from './statement-builder';
import { StatementSidesRepository } from './statement-sides.repository';
import { StatementsRepository } from './statements.repository';
import { StatementsService } from './statements.service';

export const benchClock = new FixedClock(Temporal.Instant.from('2026-04-20T12:00:00Z'));

/** The SLAs of a bench vendor, by the name that specs use. */
const agreed = [
  { name: 'Service level', metric: 'service_level', target: '0.80' },
  { name: 'Disclosures', metric: 'qa_disclosure', target: '0.95' },
  { name: 'Complaints closed', metric: 'complaints_closed', target: '0.90' },
] as const;
export type BenchSla = (typeof agreed)[number]['name'];

export interface BenchVendor {
  readonly id: string;
  readonly code: string;
  readonly contractId: string;
  readonly slas: ReadonlyMap<BenchSla, string>;
}

/** A tenant of a spec's own; its vendors are under contract from January 2026 on. */
export interface BenchTenant {
  readonly tenant: Tenant;
  readonly manager: Actor;
  /** Somebody of the tenant who may approve. */
  person(role?: Role): Actor;
  partner(vendor: BenchVendor): Actor;
  /** Under contract, with a scheme unless `scheme` is null: 40 % on the service level, 60 % on disclosures. */
  vendor(scheme?: Partial<CreditSchemeTermsInput> | null): Promise<BenchVendor>;
  terms(vendor: Pick<BenchVendor, 'slas'>, more?: Partial<CreditSchemeTermsInput>): CreditSchemeTermsInput;
  saveScheme(vendor: BenchVendor, more?: Partial<CreditSchemeTermsInput>, replaces?: number): Promise<void>;
  /** Writes the next revision of a result, as the evaluation does. */
  result(
    vendor: BenchVendor,
    sla: BenchSla,
    month: string,
    state: VerdictState,
    value?: string,
  ): Promise<void>;
  /** Final results for every SLA: met, but for those named; then the job runs. */
  month(
    vendor: BenchVendor,
    month: string,
    but?: Partial<Record<BenchSla, VerdictState>>,
  ): Promise<CreditStatement | undefined>;
  process(vendor: BenchVendor, month: string): Promise<void>;
  statements(vendor: BenchVendor, as?: Actor): Promise<CreditStatement[]>;
  statement(vendor: BenchVendor, month: string): Promise<CreditStatement>;
  /** Shared and approved by two people. */
  approve(vendor: BenchVendor, month: string): Promise<CreditStatement>;
  /** The contract ends: `month` is the first one it is no longer in force. */
  end(vendor: BenchVendor, month: string): Promise<void>;
  logged(): Promise<string[]>;
}

export interface CreditsBench {
  readonly database: TestDatabase;
  readonly schemes: SchemesService;
  readonly service: StatementsService;
  readonly approvals: ApprovalsService;
  readonly disputes: DisputesService;
  readonly processor: BuildCreditsProcessor;
  readonly builder: StatementBuilder;
  tenant(): Promise<BenchTenant>;
}

export async function openCreditsBench(): Promise<CreditsBench> {
  const database = await openTestDatabase([...vendorEntities, ...creditEntities]);
  const { door } = database;
  const activityLog = new ActivityLog(benchClock);
  const [rows, sides, months] = [
    new StatementsRepository(),
    new StatementSidesRepository(),
    new ContractMonthsRepository(),
  ];
  const vendors = new VendorDirectory();
  const builder = new StatementBuilder(rows, months, vendors, activityLog, benchClock);
  const service = new StatementsService(door, rows, sides);
  const schemes = new SchemesService(door, new SchemesRepository(), rows, months, activityLog, benchClock);
  const approvals = new ApprovalsService(
    ...([door, rows, sides, builder, vendors, service, activityLog, benchClock] as const),
  );
  const disputes = new DisputesService(door, rows, sides, service, activityLog, benchClock);
  const processor = new BuildCreditsProcessor(door, builder);
  return {
    database,
    schemes,
    service,
    approvals,
    disputes,
    processor,
    builder,
    async tenant() {
      const tenant = await database.tenant();
      const manager = actorIn(tenant, 'vendor_manager');
      await door.withTenant(manager, (tx) => seedMetricLibrary(tx, benchClock.date()));
      const result: BenchTenant['result'] = (vendor, sla, month, state, value = '0.70') =>
        door.withTenant(manager, (tx) => writeResult(tx, vendor, sla, { month, state, value }));
      const process: BenchTenant['process'] = (vendor, month) =>
        processor.process(tenant, `${vendor.id}/${month}`);
      const statements: BenchTenant['statements'] = async (vendor, as = manager) => {
        const { items } = await service.list(as, { ...everything, vendorId: vendor.id });
        const all = await Promise.all(items.map(({ id }) => service.view(as, id)));
        return all.sort((one, other) => (one.period < other.period ? -1 : 1));
      };
      const statement: BenchTenant['statement'] = async (vendor, month) => {
        const found = (await statements(vendor)).find(({ period }) => period === month);
        if (!found) throw new Error(`no statement of ${month}`);
        return found;
      };
      const terms: BenchTenant['terms'] = ({ slas }, more = {}) => ({
        currency: 'USD',
        from: '2026-01',
        fees: [{ from: '2026-01', amount: '100000' }],
        atRisk: '0.10',
        pools: [{ name: 'Service', share: '1' }],
        lines: [line(slas.get('Service level'), '0.40'), line(slas.get('Disclosures'), '0.60')],
        ...more,
      });
      const saveScheme: BenchTenant['saveScheme'] = async (vendor, more, replaces = 0) => {
        await schemes.save(manager, {
          contractId: vendor.contractId,
          number: 1,
          replaces,
          terms: creditSchemeTerms.parse(terms(vendor, more)),
        });
      };
      return {
        tenant,
        manager,
        result,
        process,
        statements,
        statement,
        terms,
        saveScheme,
        person: (role = 'executive') => ({ ...actorIn(tenant, role), id: newId() }),
        partner: (vendor) => actorIn(tenant, 'vendor_contributor', [vendor.id]),
        async vendor(scheme = {}) {
          const vendor = await database.vendor(tenant);
          const under = {
            ...vendor,
            ...(await door.withTenant(manager, (tx) => putUnderContract(tx, vendor))),
          };
          if (scheme !== null) await saveScheme(under, scheme);
          return under;
        },
        async month(vendor, month, but = {}) {
          for (const { name } of agreed) await result(vendor, name, month, but[name] ?? 'met');
          await process(vendor, month);
          return (await statements(vendor)).find(({ period }) => period === month);
        },
        async approve(vendor, month) {
          const draft = await statement(vendor, month);
          const shared =
            draft.state === 'shared' ? draft : await approvals.share(manager, draft.id, draft.version);
          await approvals.approve(manager, shared.id, shared.version);
          return approvals.approve({ ...manager, id: newId() }, shared.id, shared.version);
        },
        end: (vendor, month) =>
          door.withTenant(manager, async (tx) => {
            await tx.query(
              'update contract_version set effective_to = $3 where tenant_id = $1 and contract_id = $2',
              [tx.tenantId, vendor.contractId, `${month}-01`],
            );
          }),
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

const everything = {
  limit: 50,
  period: undefined,
  vendorId: undefined,
  contractId: undefined,
  state: undefined,
  cursor: undefined,
};

function line(slaId: string | undefined, allocation: string): CreditSchemeTermsInput['lines'][number] {
  return { slaId: slaId ?? '', pool: 'Service', allocation, method: { kind: 'allocation' } };
}

async function putUnderContract(
  tx: TenantTransaction,
  vendor: { readonly id: string; readonly code: string },
): Promise<Pick<BenchVendor, 'contractId' | 'slas'>> {
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
  for (const [position, { name, metric, target }] of agreed.entries()) {
    const id = newId();
    await tx.query(
      `insert into sla (tenant_id, id, contract_version_id, vendor_id, position, metric_id, clause_id, name, comparator,
         target, "window", weight, created_at)
       select $1, $2, $3, $4, $5, metric.id, $6, $7, '>=', $8, 'month', 0, $9
       from metric where metric.tenant_id = $1 and metric.code = $10`,
      [tx.tenantId, id, version, vendor.id, position, clause, name, target, at, metric],
    );
    slas.set(name, id);
  }
  return { contractId: contract, slas };
}

async function writeResult(
  tx: TenantTransaction,
  vendor: BenchVendor,
  sla: BenchSla,
  { month, state, value }: { readonly month: string; readonly state: VerdictState; readonly value: string },
): Promise<void> {
  const key = [tx.tenantId, vendor.slas.get(sla), `${month}-01`];
  const [newest] = await tx.query<{ revision: number }>(
    'select max(revision) as revision from result where tenant_id = $1 and sla_id = $2 and month = $3',
    key,
  );
  await tx.query(
    'update result set latest = false where tenant_id = $1 and sla_id = $2 and month = $3 and latest',
    key,
  );
  const counted = state === 'met' || state === 'breached';
  await tx.query(
    `insert into result (tenant_id, id, vendor_id, sla_id, month, revision, latest, state, value, numerator, denominator,
       metric_version, rows_counted, as_of_load, excluded, trace, reason, evaluated_at)
     values ($1, $4, $5, $2, $3, $6, true, $7, $8, $9, $10, 1, 1, 1, '[]', '[]', 'kpi_file', $11)`,
    [
      ...key,
      newId(),
      vendor.id,
      (newest?.revision ?? 0) + 1,
      columnOfState(state),
      counted ? value : null,
      counted ? '96' : null,
      counted ? '100' : null,
      benchClock.date(),
    ],
  );
}
