import { Injectable } from '@nestjs/common';
import { grains } from '@plumbline/measurements/schema';
import { Door, type RoleConnection, type TenantTransaction } from '@plumbline/platform/database';
import { FileStore } from '@plumbline/platform/files';
import { hintEnqueued } from '@plumbline/platform/jobs';
import { type Actor, Clock } from '@plumbline/platform/tenancy';
import { VendorCodes } from '@plumbline/vendors/server';
import { findDoubts } from '../doubts/find-doubts';
import { CaseChanges } from '../cases/case-changes';
import { planCases } from '../cases/case-days';
import { CaseStaging } from '../cases/case-staging';
import type { KeptBounds } from '../retention/kept-bounds';
import { MappingKnowledge } from '../files/mapping-knowledge';
import { type CellPlan, planCells } from '../reading/cell-plan';
import { refused } from '../reading/file-refused';
import { FigureSql } from './figure-sql';
import type { FileFindings, FileToLoad } from './file-findings';
import { lockFile, recordMerge } from './file-row';
import type { MergeCounts } from './merge';
import type { RestatedListing } from './restated-listing';
import type { StagedFile, StagedReading, StagedVendor } from './staged-file';
import { StagedMerge } from './staged-merge';
import { StagedNames } from './staged-names';
import { Staging } from './staging';

export type LoadMode = 'check' | 'check-and-merge' | 'merge';

/** Found out only under the lock: nothing is merged, the partner is asked. Rolls the transaction back. */
class NotMerged extends Error {
  constructor(readonly findings: FileFindings) {
    super('not merged');
  }
}

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
    private readonly knowledge: MappingKnowledge,
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
    const { measures, calendar, kept } = await this.door.withTenant(actor, (tx) =>
      this.knowledge.forReading(tx, file.mapping),
    );
    const slots = new Map(measures.map((measure) => [measure.code, measure]));
    const plan = file.mapping.cases ? planCases(slots) : planCells(file.mapping, slots);
    const now = this.clock.now();
    try {
      const findings = await this.door.withRole(
        'loader',
        async (connection) => {
          const reading = {
            mapping: file.mapping,
            file: { layout: file.layout, bytes: file.stored.bytes, decimal: file.mapping.decimal },
            vendorCode: file.vendor.code,
            now,
            kept,
            aliases: file.aliases,
            onProgress,
          };
          const staging = file.mapping.cases
            ? new CaseStaging(connection, { ...reading, calendar })
            : new Staging(connection, { ...reading, plan, tenantZone: actor.timezone });
          const staged = await staging.load(await this.files.read(file.stored));
          const sql = new FigureSql(plan.figures, plan.byName !== null);
          return this.decide(
            { connection, actor, file, staging, staged, plan, sql, now, kept, listing },
            mode,
          );
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
    if (work.staged.rowsRead === work.staged.rowsSkipped) throw refused('no-rows', {});
    const { known, unknown } = await this.vendorsOf(actor, file, work.staged);
    const staged = await staging.dropVendors(
      await staging.unifyVendors(work.staged, doubles(known)),
      file.vendor.reportsForOthers ? [] : unknown.map(({ ordinal }) => ordinal),
    );
    const waiting = file.vendor.reportsForOthers ? unknown : [];
    const months = monthsOf(staged.days);
    const nothing: FileFindings = {
      rowsRead: staged.rowsRead,
      rowsWrong: staged.rowsWrong,
      problems: staged.problems,
      unknownVendors: waiting,
      months,
      vendors: new Set(known.values()).size + waiting.length,
      segments: new Set(staged.segments.map((segment) => JSON.stringify(segment))).size,
      cases: null,
      restatements: [],
      loadNumber: null,
      lineOffsets: null,
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
    const merge = await StagedMerge.open({
      ...{ connection, target, staged, sql, changes: caseChanges(work), listing: work.listing },
      explained: file.restatementReason !== null,
    });
    // what is merged on purpose was looked through before, and somebody has accepted it
    const doubts =
      mode === 'merge'
        ? null
        : await findDoubts({
            ...{ connection, staged: merge.staged, tenantId: actor.tenantId, grain: target.grain },
            ...{
              ofCases: merge.cases !== null,
              figures: work.plan.figures,
              aliases: file.aliases,
              accepted: file.acceptedWarnings,
            },
          });
    const touched = monthsOf(merge.staged.days);
    const findings = {
      ...nothing,
      doubts,
      cases: merge.cases,
      // what touches no day yet (cases that are open and not due) is about the months in which it began
      months: touched.length > 0 ? touched : months,
    };
    const mayMerge =
      mode !== 'check' &&
      (findings.rowsWrong === 0 || (mode === 'merge' && file.wrongRows === 'leave_out')) &&
      (doubts?.warnings.every(({ accepted }) => accepted !== null) ?? true);
    const versions = staged.ranks.length > 1;
    const withRestatements = (counts: MergeCounts) => ({
      ...withCounts(findings, counts, staged),
      restatements: merge.restatements(counts),
    });
    if (!mayMerge && !versions) return withRestatements(await merge.preview());
    await this.openMonths(actor, touched);
    const counter = await lockFile(connection, actor.tenantId, file);
    const result = await merge.run(counter, names, () => this.clock.date());
    const { loadNumber } = result;
    const merged = { ...withRestatements(result), loadNumber, lineOffsets: await staging.lineOffsets() };
    const unexplained = result.restatedOfEarlierFiles > 0 && file.restatementReason === null;
    if (!mayMerge || unexplained) throw new NotMerged({ ...merged, loadNumber: null });
    await recordMerge(connection, actor.tenantId, file, merged, result, this.clock.date());
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
}

interface Work {
  readonly connection: RoleConnection;
  readonly actor: Actor;
  readonly file: FileToLoad;
  readonly staging: StagedReading;
  readonly staged: StagedFile;
  readonly plan: CellPlan;
  readonly sql: FigureSql;
  readonly now: Temporal.Instant;
  readonly kept: KeptBounds;
  readonly listing: RestatedListing;
}

/** Null: the rows of the file are counts. */
function caseChanges({ connection, actor, file, now, kept }: Work): CaseChanges | null {
  const { cases } = file.mapping;
  if (cases === undefined) return null;
  return new CaseChanges(connection, {
    ...{ tenantId: actor.tenantId, kpiFileId: file.id, reporterId: file.vendor.id, timezone: actor.timezone },
    now: new Date(now.epochMilliseconds),
    countedFrom: kept.loadFrom,
    acknowledges: cases.acknowledge !== undefined,
    eachVendor: cases.severalVendors === 'each',
  });
}

/** YYYY-MM, in the order of the days. */
function monthsOf(days: readonly string[]): string[] {
  return [...new Set(days.map((day) => day.slice(0, 7)))];
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
