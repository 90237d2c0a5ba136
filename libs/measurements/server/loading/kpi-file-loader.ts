import { Injectable } from '@nestjs/common';
import { type FileLayout, grains, type KpiMapping } from '@plumbline/measurements/schema';
import { Door, newId, type RoleConnection, type TenantTransaction } from '@plumbline/platform/database';
import { FileStore, type StoredFile } from '@plumbline/platform/files';
import { hintEnqueued } from '@plumbline/platform/jobs';
import { type Actor, Clock } from '@plumbline/platform/tenancy';
import { VendorCodes } from '@plumbline/vendors/server';
import type { AcceptedWarning, FileDoubts } from '../doubts/doubt';
import { findDoubts } from '../doubts/find-doubts';
import { KeptMonths } from '../retention/kept-months';
import { TenantMeasures } from '../tenant-measures';
import { type CellPlan, planCells } from '../reading/cell-plan';
import { FileRefused } from '../reading/file-refused';
import type { RowProblem } from '../reading/row-problems';
import type { SegmentAliases } from '../reading/segment-aliases';
import { FigureSql } from './figure-sql';
import { Merge, type MergeCounts, type MergeResult } from './merge';
import type { VendorRestatement } from '../restatement';
import type { RestatedListing } from './restated-listing';
import { RestatementReader } from './restatement-reader';
import type { StagedFile, StagedVendor } from './staged-file';
import { StagedNames } from './staged-names';
import { Staging } from './staging';

/** A KPI file as its job finds it. */
export interface FileToLoad {
  readonly id: string;
  readonly state: 'checking' | 'ingesting';
  readonly vendor: { readonly id: string; readonly code: string; readonly reportsForOthers: boolean };
  readonly stored: StoredFile;
  readonly layout: FileLayout;
  readonly mapping: KpiMapping;
  readonly wrongRows: 'refuse' | 'leave_out';
  readonly restatementReason: string | null;
  /** Warnings accepted for every file of this layout. */
  readonly acceptedWarnings: readonly AcceptedWarning[];
  readonly aliases: SegmentAliases;
}

/** What reading the whole file found, whether or not it was merged. */
export interface FileFindings extends MergeCounts {
  readonly rowsRead: number;
  readonly rowsWrong: number;
  readonly problems: readonly RowProblem[];
  readonly unknownVendors: readonly StagedVendor[];
  /** YYYY-MM, ascending. */
  readonly months: readonly string[];
  readonly vendors: number;
  readonly segments: number;
  /** What of earlier files is replaced, where nobody has given a reason for it yet. */
  readonly restatements: readonly VendorRestatement[];
  /** Null: nothing was merged. */
  readonly loadNumber: number | null;
  /** Null: not looked for, what was found before stands. */
  readonly doubts: FileDoubts | null;
}

export type LoadMode = 'check' | 'check-and-merge' | 'merge';

/** Found out only under the lock: nothing is merged, the partner is asked. Rolls the transaction back. */
class NotMerged extends Error {
  constructor(readonly findings: FileFindings) {
    super('not merged');
  }
}

/** The file was taken care of by another process, or withdrawn, while this one was reading. */
export class NoLongerThere extends Error {}

/**
 * Reads a KPI file whole and, when asked and when nothing speaks against it, merges it: staging, comparison, facts, day
 * sums, dirty windows, the file's own state and the jobs that follow are one transaction of the loader.
 */
@Injectable()
export class KpiFileLoader {
  constructor(
    private readonly door: Door,
    private readonly files: FileStore,
    private readonly vendorCodes: VendorCodes,
    private readonly measures: TenantMeasures,
    private readonly kept: KeptMonths,
    private readonly clock: Clock,
  ) {}

  /** Throws `FileRefused` for a file that cannot be read, `NoLongerThere` when there is nothing left to do. */
  async load(
    actor: Actor,
    file: FileToLoad,
    mode: LoadMode,
    listing: RestatedListing,
    onProgress: (rows: number) => Promise<void>,
  ): Promise<FileFindings> {
    const { measures, kept } = await this.door.withTenant(actor, async (tx) => ({
      measures: await this.measures.all(tx),
      kept: await this.kept.bounds(tx),
    }));
    const plan = planCells(file.mapping, new Map(measures.map((measure) => [measure.code, measure])));
    try {
      const findings = await this.door.withRole(
        'loader',
        async (connection) => {
          const staging = new Staging(connection, {
            mapping: file.mapping,
            plan,
            file: { layout: file.layout, bytes: file.stored.bytes, decimal: file.mapping.decimal },
            vendorCode: file.vendor.code,
            tenantZone: actor.timezone,
            now: this.clock.now(),
            kept,
            aliases: file.aliases,
            onProgress,
          });
          const staged = await staging.load(await this.files.read(file.stored));
          const sql = new FigureSql(plan.figures, plan.byName !== null);
          return this.decide({ connection, actor, file, staging, staged, plan, sql, listing }, mode);
        },
        actor,
      );
      if (findings.loadNumber !== null) await hintEnqueued();
      return findings;
    } catch (error) {
      if (error instanceof NotMerged) return error.findings;
      throw error;
    }
  }

  private async decide(work: Work, mode: LoadMode): Promise<FileFindings> {
    const { connection, actor, file, staging, sql } = work;
    if (work.staged.rowsRead === work.staged.rowsSkipped)
      throw new FileRefused('no-rows', 'The file holds no row of figures.');
    const { known, unknown } = await this.vendorsOf(actor, file, work.staged);
    const staged = await staging.dropVendors(
      await staging.unifyVendors(work.staged, doubles(known)),
      file.vendor.reportsForOthers ? [] : unknown.map(({ ordinal }) => ordinal),
      'not-your-vendor',
      'This file may hold rows of its own vendor only.',
    );
    const waiting = file.vendor.reportsForOthers ? unknown : [];
    const months = [...new Set(staged.days.map((day) => day.slice(0, 7)))];
    const nothing: FileFindings = {
      rowsRead: staged.rowsRead,
      rowsWrong: staged.rowsWrong,
      problems: staged.problems,
      unknownVendors: waiting,
      months,
      vendors: new Set(known.values()).size + waiting.length,
      segments: new Set(staged.segments.map((segment) => JSON.stringify(segment))).size,
      restatements: [],
      loadNumber: null,
      added: 0,
      unchanged: 0,
      restated: 0,
      restatedOfEarlierFiles: 0,
      doubts: { warnings: [], unknownNames: [] },
    };
    if (waiting.length > 0 || months.length === 0) return nothing;

    const names = new StagedNames(connection, actor.tenantId);
    await names.nameVendors(known);
    await names.nameSegments(staged);
    const target = { tenantId: actor.tenantId, kpiFileId: file.id, grain: grains[file.mapping.grain] };
    // what is merged on purpose was looked through before, and somebody has accepted it
    const doubts =
      mode === 'merge'
        ? null
        : await findDoubts({
            ...{ connection, staged, tenantId: actor.tenantId, grain: target.grain },
            ...{ figures: work.plan.figures, aliases: file.aliases, accepted: file.acceptedWarnings },
          });
    const findings = { ...nothing, doubts };
    const restatements =
      file.restatementReason === null
        ? await RestatementReader.open(connection, target, staged, sql, work.listing)
        : null;
    const merge = new Merge(connection, target, staged, sql, restatements);
    const mayMerge =
      mode !== 'check' &&
      (findings.rowsWrong === 0 || (mode === 'merge' && file.wrongRows === 'leave_out')) &&
      (doubts?.warnings.every(({ accepted }) => accepted !== null) ?? true);
    const versions = staged.ranks.length > 1;
    const withRestatements = (counts: MergeCounts) => ({
      ...withCounts(findings, counts, staged),
      restatements: counts.restatedOfEarlierFiles > 0 ? (restatements?.found() ?? []) : [],
    });
    if (!mayMerge && !versions) return withRestatements(await merge.preview());
    await this.openMonths(actor, months);
    const counter = await this.lock(connection, actor, file);
    await names.addSegments(staged);
    const result = await merge.run(counter, () => this.clock.date());
    const merged = { ...withRestatements(result), loadNumber: result.loadNumber };
    const unexplained = result.restatedOfEarlierFiles > 0 && file.restatementReason === null;
    if (!mayMerge || unexplained) throw new NotMerged({ ...merged, loadNumber: null });
    await this.record(connection, actor, file, merged, result);
    return merged;
  }

  /** Vendor ids by ordinal, as far as this file may speak of them, and the codes that it may not, or nobody knows. */
  private async vendorsOf(
    actor: Actor,
    file: FileToLoad,
    { vendors }: StagedFile,
  ): Promise<{ known: ReadonlyMap<number, string>; unknown: readonly StagedVendor[] }> {
    const ids = await this.door.withTenant(actor, (tx: TenantTransaction) =>
      this.vendorCodes.resolve(
        tx,
        vendors.map(({ code }) => code),
      ),
    );
    const known = new Map<number, string>();
    const unknown: StagedVendor[] = [];
    for (const vendor of vendors) {
      const id = ids.get(vendor.code);
      if (id !== undefined && (id === file.vendor.id || file.vendor.reportsForOthers))
        known.set(vendor.ordinal, id);
      else unknown.push(vendor);
    }
    return { known, unknown };
  }

  /** In a short transaction of its own: opening a month locks the parent table, which a long merge must not hold. */
  private async openMonths(actor: Actor, months: readonly string[]): Promise<void> {
    const outbox = this.clock.date().toISOString().slice(0, 7);
    await this.door.withTenant(actor, async (tx) => {
      await tx.query(
        `select ensure_month_partition(parent, month) from unnest($1::date[]) as month,
           unnest(array['measurement', 'measurement_superseded']) as parent order by month, parent`,
        [months.map((month) => `${month}-01`)],
      );
      await tx.query(`select ensure_month_partition('outbox', $1::date)`, [`${outbox}-01`]);
    });
  }

  /**
   * One merge a tenant at a time; answers the number of the last. The file must still be where this job found it; its row
   * is written last, so that the job can go on saying that it is alive.
   */
  private async lock(connection: RoleConnection, actor: Actor, file: FileToLoad): Promise<number> {
    await connection.query(
      'insert into load_counter (tenant_id, last_number) values ($1, 0) on conflict do nothing',
      [actor.tenantId],
    );
    const counter = await connection.query<{ last: number }>(
      'select last_number::integer as last from load_counter where tenant_id = $1 for update',
      [actor.tenantId],
    );
    const row = await connection.query<{ state: string }>(
      'select state from kpi_file where tenant_id = $1 and id = $2',
      [actor.tenantId, file.id],
    );
    if (row.rows[0]?.state !== file.state) throw new NoLongerThere(`KPI file ${file.id}`);
    return counter.rows[0]?.last ?? 0;
  }

  private async record(
    connection: RoleConnection,
    actor: Actor,
    file: FileToLoad,
    findings: FileFindings,
    { loadNumber, dirty }: MergeResult,
  ): Promise<void> {
    const at = this.clock.date();
    const changed = loadNumber !== null;
    if (changed)
      await connection.query('update load_counter set last_number = $2 where tenant_id = $1', [
        actor.tenantId,
        loadNumber,
      ]);
    const { rowCount } = await connection.query(
      `update kpi_file set state = $3, rows_total = $4, rows_read = $4, rows_wrong = $5, rows_new = $6, rows_unchanged = $7,
         rows_restated = $8, effect = $9, load_number = $10, loaded_at = $11, updated_at = $12, finished_at = $13,
         warnings = coalesce($15, warnings), unknown_names = coalesce($16, unknown_names), version = version + 1
       where tenant_id = $1 and id = $2 and state = $14`,
      [
        actor.tenantId,
        file.id,
        changed ? 'evaluating' : 'unchanged',
        findings.rowsRead,
        findings.rowsWrong,
        findings.added,
        findings.unchanged,
        findings.restated,
        JSON.stringify(effectOf(findings)),
        loadNumber,
        changed ? at : null,
        at,
        changed ? null : at,
        file.state,
        findings.doubts && JSON.stringify(findings.doubts.warnings),
        findings.doubts && JSON.stringify(findings.doubts.unknownNames),
      ],
    );
    if (rowCount !== 1) throw new NoLongerThere(`KPI file ${file.id}`);
    const month = `${at.toISOString().slice(0, 7)}-01`;
    await connection.query(
      `insert into outbox (tenant_id, month, id, topic, row_id, created_at)
       select $1, $2, job.id, 'evaluate', job.row_id, $3 from unnest($4::uuid[], $5::text[]) as job (id, row_id)`,
      [
        actor.tenantId,
        month,
        at,
        dirty.map(() => newId()),
        dirty.map((window) => `${window.vendorId}/${window.month}`),
      ],
    );
  }
}

interface Work {
  readonly connection: RoleConnection;
  readonly actor: Actor;
  readonly file: FileToLoad;
  readonly staging: Staging;
  readonly staged: StagedFile;
  readonly plan: CellPlan;
  readonly sql: FigureSql;
  readonly listing: RestatedListing;
}

/** What confirming the file does, for the page to say. */
export function effectOf(findings: FileFindings) {
  const { months, vendors, segments, restatedOfEarlierFiles } = findings;
  return { months, vendors, segments, needsReason: restatedOfEarlierFiles > 0 };
}

/** Ordinals of codes that mean a vendor which an earlier code of the file means too. */
function doubles(known: ReadonlyMap<number, string>): ReadonlyMap<number, number> {
  const first = new Map<string, number>();
  const same = new Map<number, number>();
  for (const [ordinal, id] of known) {
    const canonical = first.get(id);
    if (canonical === undefined) first.set(id, ordinal);
    else same.set(ordinal, canonical);
  }
  return same;
}

function withCounts(findings: FileFindings, counts: MergeCounts, { rowsRepeated }: StagedFile): FileFindings {
  const { added, unchanged, restated, restatedOfEarlierFiles } = counts;
  return { ...findings, added, unchanged: unchanged + rowsRepeated, restated, restatedOfEarlierFiles };
}
