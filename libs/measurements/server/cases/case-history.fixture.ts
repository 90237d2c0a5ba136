import {
  caseMeasures,
  type ColumnMeaning,
  type Confirmation,
  type KpiFile,
} from '@plumbline/measurements/schema';
import { newId } from '@plumbline/platform/database';
import { formatLocalDate, usFederalHolidays } from '@plumbline/sla-engine';
import type { MeasuredTenant, MeasurementsBench, StatedMapping } from '../measurements-bench';

const meanings: Record<string, ColumnMeaning> = {
  case: { kind: 'case_number' },
  file_no: { kind: 'case_number' },
  opened: { kind: 'case_opened', format: 'YYYY-MM-DD' },
  closed: { kind: 'case_closed', format: 'YYYY-MM-DD' },
  acknowledged: { kind: 'case_acknowledged', format: 'YYYY-MM-DD' },
  vendor: { kind: 'vendor' },
  queue: { kind: 'segment', dimension: 'queue' },
};

/** Days that count something: `2026-03-20 due 2/1 closed 1/1`, acknowledgement only where it is counted. */
export interface CountedDay {
  readonly day: string;
  readonly vendor: string;
  readonly queue: string | null;
  readonly due: string;
  readonly closed: string;
  readonly acknowledged: string | null;
}

/** Files of cases loaded one after the other, and what is then counted. */
export class CaseHistory {
  constructor(private readonly bench: MeasurementsBench) {}

  /** Monday to Friday without the federal holidays of 2022 to 2026, reviewed. */
  async federalCalendar(of: MeasuredTenant): Promise<{ calendarId: string; number: number }> {
    const calendarId = newId();
    const holidays = [2022, 2023, 2024, 2025, 2026].flatMap((year) => {
      const found = usFederalHolidays(year);
      if (!found.ok) throw new Error(found.problem.detail);
      return found.value.map(({ date, name }) => ({ date: formatLocalDate(date), name }));
    });
    const open = [['09:00', '17:00']];
    const hours = { mon: open, tue: open, wed: open, thu: open, fri: open, sat: [], sun: [] };
    await this.bench.query(
      of,
      `insert into calendar (tenant_id, id, name, created_at, updated_at) values ($1, $2, 'Federal', now(), now())`,
      [calendarId],
    );
    await this.bench.query(
      of,
      `insert into calendar_version (tenant_id, calendar_id, number, timezone, hours, holidays, reviewed_by, reviewed_by_name, reviewed_at, known_from)
       values ($1, $2, 1, 'America/New_York', $3, $4, 'spec', 'Spec', now(), now())`,
      [calendarId, JSON.stringify(hours), JSON.stringify(holidays)],
    );
    return { calendarId, number: 1 };
  }

  /** Fifteen calendar days unless said otherwise. */
  mapping(
    text: string,
    cases: object = {},
    also: Record<string, ColumnMeaning> = {},
    rest: object = {},
  ): StatedMapping {
    const known = { ...meanings, ...also };
    const columns = (text.split('\n')[0] ?? '')
      .split(',')
      .map((header) => ({ header, means: known[header] ?? { kind: 'ignore' } }));
    return {
      ...{ columns, grain: 'day', timezone: 'America/New_York' },
      cases: { close: { amount: 15, unit: 'calendarDays' }, ...cases },
      ...rest,
    } as StatedMapping;
  }

  /** Uploads, checks, confirms and loads; answers the file as it ended. */
  async load(
    of: MeasuredTenant,
    text: string,
    how: Partial<Confirmation> & { readonly cases?: object; readonly name?: string } = {},
  ): Promise<KpiFile> {
    const { cases, name, ...confirmation } = how;
    const file = await this.bench.checked(of, text, this.mapping(text, cases), name);
    return file.state === 'checked' ? this.bench.loaded(of, file, confirmation) : file;
  }

  /** What is counted, day by day; days that count nothing are left out. */
  async days(of: MeasuredTenant): Promise<string[]> {
    const at = (code: string) =>
      `m.amounts[(select position from measure where tenant_id = $1 and code = '${code}')]`;
    const rows = await this.bench.query<CountedDay>(
      of,
      `select m.local_date::text as day, v.code as vendor, s.queue,
              ${at(caseMeasures.due)} || '/' || ${at(caseMeasures.dueInTime)} as due,
              ${at(caseMeasures.closed)} || '/' || ${at(caseMeasures.closedInTime)} as closed,
              ${at(caseMeasures.acknowledgementDue)} || '/' || ${at(caseMeasures.acknowledgedInTime)} as acknowledged
       from measurement m join vendor v on v.tenant_id = m.tenant_id and v.id = m.vendor_id
       join segment s on s.tenant_id = m.tenant_id and s.id = m.segment_id
       where m.tenant_id = $1 order by 1, 2, 3`,
    );
    return rows.flatMap(({ day, vendor, queue, due, closed, acknowledged }) => {
      const counted = [
        ...(due === '0/0' ? [] : [`due ${due}`]),
        ...(closed === '0/0' ? [] : [`closed ${closed}`]),
        ...(acknowledged === null || acknowledged === '0/0' ? [] : [`ack ${acknowledged}`]),
      ];
      const whose = vendor === of.vendor.code ? '' : ` ${vendor}`;
      return counted.length === 0
        ? []
        : [`${day}${whose}${queue === null ? '' : ` ${queue}`}: ${counted.join(', ')}`];
    });
  }

  /** Days whose counts are not those of the stored cases, or whose sums are not those of their facts. */
  differences(of: MeasuredTenant) {
    const at = (code: string) => `(select position from measure where tenant_id = $1 and code = '${code}')`;
    return this.bench.query(
      of,
      `with counted as (
         select vendor_id, segment_id, due_on as day, 1 as due, in_time::int as due_in_time, 0 as closed, 0 as closed_in_time
         from kpi_case where tenant_id = $1 and due_load is not null
         union all
         select vendor_id, segment_id, closed_on, 0, 0, 1, in_time::int from kpi_case where tenant_id = $1 and closed_on is not null
       ), made as (
         select vendor_id, segment_id, day, sum(due) as due, sum(coalesce(due_in_time, 0)) as due_in_time, sum(closed) as closed,
                sum(coalesce(closed_in_time, 0)) as closed_in_time from counted group by 1, 2, 3
       ), kept as (
         select vendor_id, segment_id, local_date as day, amounts[${at(caseMeasures.due)}] as due, amounts[${at(caseMeasures.dueInTime)}] as due_in_time,
                amounts[${at(caseMeasures.closed)}] as closed, amounts[${at(caseMeasures.closedInTime)}] as closed_in_time
         from measurement_day where tenant_id = $1
       ), standing as (select * from kept where due + closed > 0)
       select * from ((select * from made except all select * from standing) union all (select * from standing except all select * from made)) d`,
    );
  }
}
