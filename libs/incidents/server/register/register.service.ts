import { Injectable } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import type {
  exportIncidents,
  IncidentSummary,
  RegisterFilters,
  RegisterView,
  saveRegisterView,
  VendorFigures,
  VerisRecord,
  viewIncidentFigures,
  WaitingTask,
} from '@plumbline/incidents/schema';
import { ActivityLog } from '@plumbline/platform/activity-log';
import { Door, newId, type TenantTransaction } from '@plumbline/platform/database';
import { NotAllowedError, NotFoundError, RuleBrokenError } from '@plumbline/platform/errors';
import { type Actor, Clock } from '@plumbline/platform/tenancy';
import { VendorDirectory } from '@plumbline/vendors/server';
import { IncidentReader } from '../incident-reader';
import type { IncidentRow } from '../incident-row';
import { IncidentsRepository } from '../incidents.repository';
import { RegisterRepository, type ViewRow } from './register.repository';
import { verisOf } from './veris';
import { yearlyFigures } from './yearly-figures';

const PAGE = 500;
const MOST_VIEWS = 50;
const MOST_TASKS = 50;

/** What was read for an export: the rows of the register, and the same as VERIS has them. */
export interface ReadRegister {
  readonly incidents: readonly IncidentSummary[];
  readonly veris: readonly VerisRecord[];
}

/** The register as files and figures, and the views of it that people save. */
@Injectable()
export class RegisterService {
  constructor(
    private readonly door: Door,
    private readonly incidents: IncidentsRepository,
    private readonly reader: IncidentReader,
    private readonly register: RegisterRepository,
    private readonly vendors: VendorDirectory,
    private readonly activityLog: ActivityLog,
    private readonly clock: Clock,
  ) {}

  /** Everything the filters show; who exported how much is logged. */
  export(actor: Actor, query: InputOf<typeof exportIncidents>['query']): Promise<ReadRegister> {
    const { format, ...filters } = query;
    return this.door.withTenant(actor, async (tx) => {
      const rows = await this.rowsOf(tx, filters);
      const incidents: IncidentSummary[] = [];
      for (let from = 0; from < rows.length; from += PAGE)
        incidents.push(...(await this.reader.summaries(tx, rows.slice(from, from + PAGE))));
      const veris = format === 'veris' ? await this.veris(tx, rows, incidents) : [];
      await this.activityLog.append(tx, {
        action: 'incident-register-exported',
        thing: 'tenant',
        thingId: tx.tenantId,
        detail: { format, incidents: rows.length, drills: filters.drills },
      });
      return { incidents, veris };
    });
  }

  figures(actor: Actor, { year, vendorId }: InputOf<typeof viewIncidentFigures>['query']) {
    return this.door.withTenant(actor, async (tx) => {
      const begin = (of: number) =>
        Temporal.PlainDate.from({ year: of, month: 1, day: 1 })
          .toZonedDateTime(actor.timezone)
          .toInstant()
          .toString();
      const rows = await this.register.counted(tx, {
        from: begin(year),
        before: begin(year + 1),
        vendorId,
        now: this.clock.date(),
      });
      const byVendor = Map.groupBy(rows, ({ vendorId: id }) => id);
      const vendors = await this.vendors.find(tx, [...byVendor.keys()]);
      const items = [...byVendor]
        .map(([id, each]): VendorFigures => ({
          vendor: { id, code: vendors.get(id)?.code ?? '', name: vendors.get(id)?.name ?? '' },
          figures: yearlyFigures(each.map((row) => ({ ...row, causes: row.causes ?? [] }))),
        }))
        .toSorted((a, b) => a.vendor.name.localeCompare(b.vendor.name));
      return { year, timezone: actor.timezone, items };
    });
  }

  waitingTasks(actor: Actor): Promise<{ items: WaitingTask[]; now: string }> {
    return this.door.withTenant(actor, async (tx) => {
      const rows = await this.register.waitingTasks(tx, actor.side, MOST_TASKS);
      const items = rows.map(({ id, title, dueAt, mine, ...row }) => ({
        id,
        title,
        dueAt: dueAt?.toISOString() ?? null,
        mine,
        incident: {
          id: row.incidentId,
          reference: row.reference,
          title: row.incidentTitle,
          isDrill: row.isDrill,
          vendor: row.vendorName,
        },
      }));
      return { items, now: this.clock.now().toString() };
    });
  }

  views(actor: Actor): Promise<{ items: RegisterView[] }> {
    return this.door.withTenant(actor, async (tx) => ({
      // a key has no views of its own
      items: actor.kind === 'person' ? (await this.register.views(tx)).map(viewOf) : [],
    }));
  }

  saveView(actor: Actor, view: InputOf<typeof saveRegisterView>['body']): Promise<RegisterView> {
    if (actor.kind !== 'person')
      throw new NotAllowedError('view-by-person', 'A saved view belongs to a person, not to a key.');
    return this.door.withTenant(actor, async (tx) => {
      const known = await this.register.views(tx);
      if (known.length >= MOST_VIEWS && !known.some(({ name }) => name === view.name))
        throw new RuleBrokenError('too-many-views', `There are ${MOST_VIEWS} saved views: delete one first.`);
      const saved = await this.register.saveView(tx, { ...view, id: newId(), savedAt: this.clock.date() });
      if (!saved) throw new Error('a saved view comes back');
      return viewOf(saved);
    });
  }

  async deleteView(actor: Actor, id: string): Promise<void> {
    await this.door.withTenant(actor, async (tx) => {
      if (actor.kind !== 'person' || !(await this.register.deleteView(tx, id)))
        throw new NotFoundError('saved view');
    });
  }

  private async rowsOf(tx: TenantTransaction, filters: RegisterFilters): Promise<IncidentRow[]> {
    const truth = (said: 'true' | 'false' | undefined) => (said === undefined ? undefined : said === 'true');
    const { open, late, drills, ...others } = filters;
    const rows: IncidentRow[] = [];
    for (let last: IncidentRow | undefined; ; last = rows.at(-1)) {
      const { search, state, vendorId, severity, phi, from, before, exerciseId } = others;
      const page = await this.incidents.list(tx, {
        ...{ search, state, vendorId, severity, phi, from, before, exerciseId },
        open: truth(open),
        late: truth(late),
        drills: drills === 'true',
        now: this.clock.date(),
        after: last ? [last.discoveredAt.toISOString(), last.id] : null,
        limit: PAGE,
      });
      rows.push(...page);
      if (page.length < PAGE) return rows;
    }
  }

  private async veris(
    tx: TenantTransaction,
    rows: readonly IncidentRow[],
    incidents: readonly IncidentSummary[],
  ): Promise<VerisRecord[]> {
    const ids = rows.map(({ id }) => id);
    const reached = await this.register.reached(tx, ids, ['occurred', 'contained']);
    const vendorCodes = new Map(incidents.map(({ vendor }) => [vendor.id, vendor.code]));
    return rows.map((row) =>
      verisOf({
        id: row.id,
        reference: row.reference,
        title: row.title,
        tenantSlug: tx.actor.tenantSlug,
        timezone: tx.actor.timezone,
        vendorCode: vendorCodes.get(row.vendorId) ?? '',
        service: row.service,
        phi: row.phi,
        outcome: row.closingOutcome,
        cause: row.cause,
        peopleAffected: row.peopleAffected,
        occurredAt: reached.get(`${row.id} occurred`) ?? null,
        discoveredAt: row.discoveredAt,
        containedAt: reached.get(`${row.id} contained`) ?? null,
        notifiedAt: row.notifiedAt,
        acknowledgedAt: row.acknowledgedAt,
        reportedBySide: row.reportedBySide,
      }),
    );
  }
}

function viewOf({ savedAt, ...view }: ViewRow): RegisterView {
  return { ...view, createdAt: savedAt.toISOString() };
}
