import { dimensionNames, dimensions } from '@plumbline/measurements/schema';
import type { RoleConnection } from '@plumbline/platform/database';
import type { MergeCounts } from '../loading/merge';
import type { StagedFile } from '../loading/staged-file';
import { caseDays } from './case-days';
import { STATED, STORED } from './case-columns';

export interface CaseTarget {
  readonly tenantId: string;
  readonly kpiFileId: string;
  /** Who numbers the cases: the vendor that the file belongs to. */
  readonly reporterId: string;
  /** YYYY-MM: counts of days before stay as they are, their rows are no longer kept. */
  readonly countedFrom: string;
  /** The tenant's zone: days begin here, whoever reports them. */
  readonly timezone: string;
  readonly now: Date;
  /** The file says when cases were acknowledged; else what is known of that stays. */
  readonly acknowledges: boolean;
  /** A case counts once for each vendor it names; else a case that names another vendor has moved. */
  readonly eachVendor: boolean;
}

/** What a file of cases changes. */
export interface StagedCases {
  /** With the days whose counts are derived anew in `staged`, and every vendor and segment that they are about. */
  readonly staged: StagedFile;
  readonly cases: number;
  readonly counts: MergeCounts;
  /** Stored cases change, whether or not a day's count does. */
  readonly changes: boolean;
}

const KEY = 'reporter_id, number, vendor_id';
const same = (one: string, other: string) =>
  KEY.split(', ')
    .map((column) => `${one}.${column} = ${other}.${column}`)
    .join(' and ');

/**
 * Compares the cases of a file with those stored and derives the counts of every day that they touch, as rows of `staged`
 * that merge like the rows of any file. Expects `staged_case`, `staged_vendor` and `staged_segment` in this connection's
 * transaction. Stored cases that came due since the last file are counted with it: a figure is as of the last file.
 */
export class CaseChanges {
  constructor(
    private readonly connection: RoleConnection,
    private readonly target: CaseTarget,
  ) {}

  /** Nothing is written but temporary tables. May be called again, under the lock, for what others did meanwhile. */
  async stage(file: StagedFile): Promise<StagedCases> {
    await this.compare();
    const named = await this.nameWhatIsStored(file);
    const days = await caseDays(this.connection, this.target);
    const { rows } = await this.connection.query<
      Record<'cases' | 'changed' | 'restated' | 'earlier' | 'due', number>
    >(
      `select (select count(*) from staged_case)::integer as cases,
              count(*) filter (where reason <> 'due')::integer as changed,
              count(*) filter (where reason = 'restated')::integer as restated,
              count(*) filter (where reason = 'restated' and of_earlier_file)::integer as earlier,
              count(*) filter (where reason = 'due')::integer as due
       from (
         select case when bool_or(reason = 'restated') then 'restated' else min(reason) end as reason,
                bool_or(of_earlier_file) as of_earlier_file
         from case_reason group by reporter_id, number${this.target.eachVendor ? ', vendor_id' : ''}
       ) each_case`,
    );
    const { cases = 0, changed = 0, restated = 0, earlier = 0, due = 0 } = rows[0] ?? {};
    return {
      staged: { ...named, days },
      cases,
      changes: changed + due > 0,
      counts: {
        added: changed - restated + due,
        unchanged: cases - changed,
        restated,
        restatedOfEarlierFiles: earlier,
      },
    };
  }

  /** Stores what `stage` found, as of this load; the caller holds the tenant's load counter. */
  async apply(load: number): Promise<void> {
    const { connection, target } = this;
    const { tenantId, kpiFileId, reporterId, now } = target;
    await connection.query(
      `insert into kpi_case_superseded (${STORED}, superseded_by) select ${STORED}, $1 from case_old`,
      [load],
    );
    await connection.query(
      `delete from kpi_case k using case_old o where k.tenant_id = $1 and ${same('k', 'o')}`,
      [tenantId],
    );
    await connection.query(
      `insert into kpi_case (tenant_id, reporter_id, number, vendor_id, segment_id, line, lines, ${STATED}, kpi_file_id, load_number,
         due_load, ack_due_load)
       select $1, $2, n.number, n.vendor_id, g.id, n.line, n.lines, ${STATED.split(', ')
         .map((column) => `n.${column}`)
         .join(', ')}, $3, $4::bigint, case when n.overdue_from < $5 then $4::bigint end,
         case when n.ack_overdue_from < $5 then $4::bigint end
       from case_new n join staged_segment g on g.ordinal = n.segment`,
      [tenantId, reporterId, kpiFileId, load, now],
    );
    // and what is stored already and came due since
    for (const [counted, overdue] of [
      ['due_load', 'overdue_from'],
      ['ack_due_load', 'ack_overdue_from'],
    ])
      await connection.query(
        `update kpi_case set ${counted} = $2 where tenant_id = $1 and ${counted} is null and ${overdue} < $3
           and vendor_id in (select id from staged_vendor)`,
        [tenantId, load, now],
      );
  }

  /**
   * `case_new`: cases to store, `case_old`: stored ones that they replace, `case_reason`: why, one row for each of either.
   * What was unknown and is known now (a closing, an acknowledgement) is progress; any other change restates.
   */
  private async compare(): Promise<void> {
    const { connection } = this;
    const { tenantId, reporterId, kpiFileId, acknowledges, eachVendor } = this.target;
    const ack = acknowledges ? 's' : 'k';
    const acknowledgement = ['acknowledged', 'ack_due_on', 'ack_overdue_from', 'ack_in_time']
      .map((column) => `${ack}.${column}`)
      .join(', ');
    const restates = `k.opened is distinct from s.opened or k.overdue_from is distinct from s.overdue_from
       or k.due_on is distinct from s.due_on or k.segment_id is distinct from g.id
       or (k.closed is not null and (k.closed is distinct from s.closed or k.in_time is distinct from s.in_time))`;
    const restatesAck = acknowledges
      ? `or (k.ack_due_on is not null and (k.ack_due_on is distinct from s.ack_due_on or k.ack_overdue_from is distinct from s.ack_overdue_from))
         or (k.acknowledged is not null and k.acknowledged is distinct from s.acknowledged)`
      : '';
    const progresses = `k.closed is distinct from s.closed${acknowledges ? ' or k.acknowledged is distinct from s.acknowledged or k.ack_due_on is distinct from s.ack_due_on' : ''}`;
    await connection.query('drop table if exists case_new, case_old, case_reason');
    await connection.query('analyze staged_case');
    await connection.query(
      `create temp table case_new on commit drop as
       select $2::uuid as reporter_id, s.number, v.id as vendor_id, s.vendor, s.segment, s.line, s.lines,
              s.opened, s.opened_on, s.closed, s.closed_on, s.due_on, s.overdue_from, s.in_time, ${acknowledgement},
              k.number is not null as stored, k.number is not null and (${restates} ${restatesAck}) as restated,
              k.number is not null and k.kpi_file_id <> $3 as of_earlier_file
       from staged_case s join staged_vendor v on v.ordinal = s.vendor join staged_segment g on g.ordinal = s.segment
       left join kpi_case k on k.tenant_id = $1 and k.reporter_id = $2 and k.number = s.number and k.vendor_id = v.id
       where k.number is null or ${restates} ${restatesAck} or ${progresses}`,
      [tenantId, reporterId, kpiFileId],
    );
    const moved = `select k.*, true as moved from staged_case s join staged_vendor v on v.ordinal = s.vendor
       join kpi_case k on k.tenant_id = $1 and k.reporter_id = $2 and k.number = s.number and k.vendor_id <> v.id`;
    await connection.query('analyze case_new');
    await connection.query(
      `create temp table case_old on commit drop as
       select k.*, false as moved from case_new n
       join kpi_case k on k.tenant_id = $1 and k.reporter_id = $2 and k.number = n.number and k.vendor_id = n.vendor_id
       where n.stored ${eachVendor ? '' : `union all ${moved}`}`,
      [tenantId, reporterId],
    );
    await connection.query('analyze case_old');
    await connection.query(
      `create temp table case_reason on commit drop as
       select reporter_id, number, vendor_id, case when restated then 'restated' else 'new' end as reason, of_earlier_file from case_new
       union all
       select reporter_id, number, vendor_id, 'restated', kpi_file_id <> $3 from case_old where moved
       union all
       select k.reporter_id, k.number, k.vendor_id, 'due', false from kpi_case k
       where k.tenant_id = $1 and k.vendor_id in (select id from staged_vendor)
         and ((k.due_load is null and k.overdue_from < $2) or (k.ack_due_load is null and k.ack_overdue_from < $2))
         and not exists (select from case_old o where ${same('k', 'o')})`,
      [tenantId, this.target.now, kpiFileId],
    );
  }

  /** Vendors and segments of stored cases that the file does not name: the counts of their days change as well. */
  private async nameWhatIsStored(file: StagedFile): Promise<StagedFile> {
    const { connection } = this;
    const { tenantId, now } = this.target;
    await connection.query(
      `insert into staged_vendor (ordinal, id)
       select (select coalesce(max(ordinal), 0) from staged_vendor) + row_number() over (order by vendor_id), vendor_id
       from (select distinct vendor_id from case_old where vendor_id not in (select id from staged_vendor)) missing`,
    );
    const { rows } = await connection.query<Record<string, string | null> & { id: string }>(
      `select id, ${dimensionNames.map((name) => dimensions[name]).join(', ')} from segment
       where tenant_id = $1 and id not in (select id from staged_segment where id is not null) and id in (
         select segment_id from case_old
         union select segment_id from kpi_case k where k.tenant_id = $1 and k.vendor_id in (select id from staged_vendor)
           and ((k.due_load is null and k.overdue_from < $2) or (k.ack_due_load is null and k.ack_overdue_from < $2)))
       order by id`,
      [tenantId, now],
    );
    if (rows.length === 0) return file;
    await connection.query(
      'insert into staged_segment (ordinal, id) select * from unnest($1::integer[], $2::uuid[])',
      [rows.map((_, index) => file.segments.length + index), rows.map(({ id }) => id)],
    );
    return {
      ...file,
      segments: [
        ...file.segments,
        ...rows.map((row) => dimensionNames.map((name) => row[dimensions[name]] ?? null)),
      ],
    };
  }
}
