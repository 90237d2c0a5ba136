import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Language } from '@plumbline/api/schema';
import { type ClockRow, ClocksRepository } from '@plumbline/clocks/server';
import { type CalendarEntry, type CalendarSource, CalendarSources } from '@plumbline/contracts/server';
import type { TenantTransaction } from '@plumbline/platform/database';
import { Clock } from '@plumbline/platform/tenancy';
import { VendorDirectory } from '@plumbline/vendors/server';
import type { IncidentRow } from './incident-row';
import { IncidentsRepository } from './incidents.repository';

/** Of each kind the soonest so many: a calendar is read every few minutes, and nobody plans by the thousandth deadline. */
const AT_MOST = 1000;

const words = {
  en: { drill: '[DRILL] ', task: 'a task of yours is due', report: 'the post-incident report is due' },
  es: { drill: '[SIMULACRO] ', task: 'vence una tarea suya', report: 'vence el informe posterior' },
} as const satisfies Record<Language, object>;

type Named = Pick<IncidentRow, 'id' | 'reference' | 'vendorId' | 'isDrill'>;
type Asked = Parameters<CalendarSource['entries']>[1];

/**
 * What incidents put into calendars: deadlines that run, the reader's own open tasks, reports that are owed. An incident is
 * named by its reference alone: its title, and that of a task, may tell of somebody's health.
 */
@Injectable()
export class IncidentCalendar implements CalendarSource, OnModuleInit {
  constructor(
    private readonly sources: CalendarSources,
    private readonly clocks: ClocksRepository,
    private readonly incidents: IncidentsRepository,
    private readonly vendors: VendorDirectory,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.sources.register(this);
  }

  async entries(tx: TenantTransaction, asked: Asked): Promise<CalendarEntry[]> {
    const { permissions } = tx.actor;
    if (!permissions.has('incident.read')) return [];
    const { vendorId, language } = asked;
    const clocks = permissions.has('clock.read') ? await this.running(tx, vendorId) : [];
    const tasks = await this.incidents.openTasksOf(tx, tx.actor.id, vendorId, AT_MOST);
    const reports = await this.incidents.owedReports(tx, vendorId, AT_MOST);
    const ids = [
      ...clocks.map(({ subjectId }) => subjectId),
      ...[...tasks, ...reports].map(({ incidentId }) => incidentId),
    ];
    const incidents = new Map((await this.incidents.named(tx, ids)).map((row) => [row.id, row]));
    const vendors = await this.vendors.find(
      tx,
      [...incidents.values()].map((incident) => incident.vendorId),
    );
    const text = words[language];
    const entry = (key: string, at: string | Date, incidentId: string, what: string): CalendarEntry[] => {
      const incident: Named | undefined = incidents.get(incidentId);
      if (!incident) return [];
      return [
        {
          ...{ key, at },
          summary: `${incident.isDrill ? text.drill : ''}${incident.reference}: ${what}`,
          description: vendors.get(incident.vendorId)?.name ?? '',
          path: ['incidents', incidentId],
        },
      ];
    };
    return [
      ...clocks.flatMap(({ id, deadlineAt, subjectId, rule: { policy } }) =>
        entry(`clock/${id}`, deadlineAt, subjectId, language === 'es' ? policy.nameEs : policy.name),
      ),
      ...tasks.flatMap(({ id, dueAt, incidentId }) =>
        entry(`incident-task/${id}`, dueAt, incidentId, text.task),
      ),
      ...reports.flatMap(({ incidentId, dueOn }) =>
        entry(`incident-report/${incidentId}`, dueOn, incidentId, text.report),
      ),
    ];
  }

  private async running(tx: TenantTransaction, vendorId: string | null): Promise<ClockRow[]> {
    const search = { state: 'running', vendorId: vendorId ?? undefined, now: this.clock.date() } as const;
    const rows: ClockRow[] = [];
    for (const drills of [false, true])
      rows.push(...(await this.clocks.list(tx, { ...search, drills, after: null, limit: AT_MOST })));
    return rows.filter(({ subjectKind }) => subjectKind === 'incident');
  }
}
