import { randomBytes } from 'node:crypto';
import { type INestApplicationContext, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { calendarEntities } from '@plumbline/calendars/server';
import { AdvanceClocksProcessor, ClocksSweep, ClocksWorkerModule } from '@plumbline/clocks/server';
import { documentEntities } from '@plumbline/documents/server';
import type { Incident, NewIncident } from '@plumbline/incidents/schema';
import { ImportTablesModule } from '@plumbline/measurements/server';
import { ActivityLogModule } from '@plumbline/platform/activity-log';
import { DatabaseModule, newId } from '@plumbline/platform/database';
import { SealModule } from '@plumbline/platform/identity';
import { NotificationsModule } from '@plumbline/platform/notifications';
import { type Actor, FixedClock, type Tenant, TimeModule } from '@plumbline/platform/tenancy';
import { actorIn, openTestDatabase, type TestDatabase, testDatabaseUrls } from '@plumbline/platform/testing';
import { vendorEntities } from '@plumbline/vendors/server';
import { IncidentsModule, IncidentsWorkerModule } from './incidents.module';
import { ReportingService } from './reporting.service';

@Module({})
class Bench {}

/** An insurer with a vendor, a contract, and somebody on each side. */
export interface TestInsurer {
  readonly tenant: Tenant;
  readonly vendor: { readonly id: string; readonly code: string };
  readonly security: Actor;
  readonly otherSecurity: Actor;
  readonly partner: Actor;
}

/** The server of incidents and clocks, API and jobs alike, under a clock that a spec moves. */
export class IncidentsBench {
  private constructor(
    private readonly app: INestApplicationContext,
    readonly database: TestDatabase,
    readonly clock: FixedClock,
  ) {}

  static async open(): Promise<IncidentsBench> {
    process.env['PLUMBLINE_SECRET'] ??= randomBytes(32).toString('hex');
    const clock = new FixedClock(Temporal.Instant.from('2026-03-02T09:00:00Z'));
    const entities = [...vendorEntities, ...calendarEntities, ...documentEntities];
    const app = await NestFactory.createApplicationContext(
      {
        module: Bench,
        imports: [
          TimeModule.forRoot(clock),
          DatabaseModule.forRoot({ urls: testDatabaseUrls(), entities, poolSize: 8 }),
          ...[SealModule, ActivityLogModule, NotificationsModule, ImportTablesModule],
          ...[ClocksWorkerModule, IncidentsModule, IncidentsWorkerModule],
        ],
      },
      { logger: ['error'] },
    );
    return new IncidentsBench(app, await openTestDatabase(), clock);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.close();
  }

  get<T>(type: Type<T>): T {
    return this.app.get(type, { strict: false });
  }

  /** `withinHours` null: the contract has no notice clause; `contract` false: there is none. */
  async insurer(
    timezone = 'America/New_York',
    { withinHours = 24 as number | null, contract = true } = {},
  ): Promise<TestInsurer> {
    const tenant = await this.database.tenant(timezone);
    const vendor = await this.database.vendor(tenant);
    const person = async () => (await this.database.person()).id;
    if (contract) await this.agree(tenant, vendor.id, withinHours);
    return {
      tenant,
      vendor,
      security: actorIn(tenant, 'security', [], await person()),
      otherSecurity: actorIn(tenant, 'security', [], await person()),
      partner: actorIn(tenant, 'vendor_contributor', [vendor.id], await person()),
    };
  }

  join(tenant: Tenant, personId: string, role: string): Promise<unknown> {
    return this.query(
      tenant,
      `insert into membership (tenant_id, id, person_id, role, created_at) values ($1, $2, $3, $4, '2026-01-01T00:00:00Z')`,
      [newId(), personId, role],
    );
  }

  /** A contract in force from 2026 on. */
  async agree(tenant: Tenant, vendorId: string, withinHours: number | null): Promise<void> {
    const [contractId, versionId] = [newId(), newId()];
    const at = '2026-01-01T00:00:00Z';
    await this.rows(tenant, async (query) => {
      await query(
        `insert into contract (tenant_id, id, vendor_id, reference, title, created_at, updated_at)
         values ($1, $2, $3, $4, 'Agreement', $5, $5)`,
        [contractId, vendorId, `MSA-${contractId.slice(-6)}`, at],
      );
      await query(
        `insert into contract_version (tenant_id, id, contract_id, vendor_id, number, state, effective_from, timezone,
           reporting_due_day, created_by, created_at, activated_at)
         values ($1, $2, $3, $4, 1, 'active', '2026-01-01', $5, 10, 'spec', $6, $6)`,
        [versionId, contractId, vendorId, tenant.timezone, at],
      );
      if (withinHours === null) return;
      await query(
        `insert into clause (tenant_id, id, contract_version_id, vendor_id, kind, number, heading, text, terms)
         values ($1, $2, $3, $4, 'incident_notice', '9.2', 'Notice', 'As agreed.', $5)`,
        [newId(), versionId, vendorId, JSON.stringify({ withinHours })],
      );
    });
  }

  /** Contacts of the vendor, in the order of its ladder; hours: of those who want them respected. */
  async ladder(
    { tenant, vendor }: TestInsurer,
    contacts: readonly { readonly name: string; readonly hours?: object }[],
  ): Promise<void> {
    const at = '2026-01-01T00:00:00Z';
    const kept = contacts.map(({ name, hours }) => ({ id: newId(), name, hours: hours ?? null }));
    await this.rows(tenant, async (query) => {
      for (const { id, name, hours } of kept)
        await query(
          `insert into vendor_contact (tenant_id, id, vendor_id, name, role, email, language, hours, created_at, updated_at, version)
           values ($1, $2, $3, $4, 'security', $5, 'en', $6, $7, $7, 1)`,
          [id, vendor.id, name, `${name}@vendor.test`, hours && JSON.stringify(hours), at],
        );
      const stages = kept.map(({ id, hours }, index) => ({
        contactId: id,
        personId: null,
        personName: null,
        personSide: null,
        afterMinutes: index * 15,
        respectHours: hours !== null,
      }));
      await query(
        `insert into vendor_escalation_ladder (tenant_id, vendor_id, stages, created_at, updated_at, version)
         values ($1, $2, $3, $4, $4, 1)`,
        [vendor.id, JSON.stringify(stages), at],
      );
    });
  }

  /** Entered by the insurer's security; the vendor has not said anything yet. */
  unnotified(at: TestInsurer, discoveredAt: string, change: Partial<NewIncident> = {}): Promise<Incident> {
    return this.get(ReportingService).report(at.security, {
      ...{ vendorId: at.vendor.id, what: 'Laptop left in a taxi', discoveredAt, service: 'voice' },
      ...{ phiSuspected: 'no', notifiedAt: null, ...change },
    });
  }

  /** As the worker does it: the sweep finds the tenants whose clocks are due, each gets its job, twice. */
  async work({ tenant }: Pick<TestInsurer, 'tenant'>): Promise<number> {
    const found = await this.waiting(tenant);
    for (let times = 0; times < found * 2; times += 1) await this.get(AdvanceClocksProcessor).process(tenant);
    return found;
  }

  async waiting(tenant: Tenant): Promise<number> {
    const sweep = this.get(ClocksSweep);
    const found = await this.database.door.withRole('sweep', (client) =>
      sweep.waiting(client, this.clock.date()),
    );
    return found.filter(({ tenantId }) => tenantId === tenant.id).length;
  }

  /** Stages as recorded, soonest first. */
  async stages({ tenant }: TestInsurer): Promise<readonly { stage: number; at: string; told: boolean }[]> {
    const rows = await this.query<{ stage: number; at: Date; told: boolean }>(
      tenant,
      'select stage, at, told from clock_stage where tenant_id = $1 order by at, stage',
    );
    return rows.map(({ stage, at, told }) => ({ stage, at: at.toISOString(), told }));
  }

  /** What was announced about incidents' clocks, in the order of announcing. */
  notices({ tenant }: TestInsurer): Promise<
    readonly {
      kind: string;
      key: string;
      stage: string | null;
      roles: string[];
      vendorRoles: string[];
      contacts: { name: string }[];
    }[]
  > {
    return this.query(
      tenant,
      `select kind, key, parameters ->> 'stage' as stage, roles, vendor_roles as "vendorRoles", contacts from notice
       where tenant_id = $1 and kind in ('incident-clock-stage', 'incident-late') order by id`,
    );
  }

  breaches({ tenant }: TestInsurer): Promise<readonly { month: string; breachedAt: Date; openedAt: Date }[]> {
    return this.query(
      tenant,
      `select month::text, breached_at as "breachedAt", opened_at as "openedAt" from breach
       where tenant_id = $1 and kind = 'clock' order by id`,
    );
  }

  query<Row>(tenant: Tenant, sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return this.database.door.withTenant(actorIn(tenant, 'administrator'), (tx) =>
      tx.query<Row>(sql, [tenant.id, ...parameters]),
    );
  }

  private rows(
    tenant: Tenant,
    write: (query: (sql: string, parameters: readonly unknown[]) => Promise<unknown>) => Promise<void>,
  ): Promise<void> {
    return this.database.door.withTenant(actorIn(tenant, 'vendor_manager'), (tx) =>
      write((sql, parameters) => tx.query(sql, [tx.tenantId, ...parameters])),
    );
  }
}
