import type { RoleConnection } from '@plumbline/platform/database';
import type { CaseChanges, StagedCases } from '../cases/case-changes';
import type { VendorRestatement } from '../restatement';
import type { FigureSql } from './figure-sql';
import { Merge, type MergeCounts, type MergeResult, type MergeTarget } from './merge';
import type { RestatedListing } from './restated-listing';
import { RestatementReader } from './restatement-reader';
import type { StagedFile } from './staged-file';
import type { StagedNames } from './staged-names';

export interface StagedWork {
  readonly connection: RoleConnection;
  readonly target: MergeTarget;
  readonly staged: StagedFile;
  readonly sql: FigureSql;
  /** Of a file of cases; null: its rows are the counts themselves. */
  readonly changes: CaseChanges | null;
  /** Takes down every figure that is restated. */
  readonly listing: RestatedListing;
  /** Somebody has given the reason for what it restates: nobody has to be told any more. */
  readonly explained: boolean;
}

/** A staged file on its way into the facts, whether its rows are counts or the cases that they are made of. */
export class StagedMerge {
  private constructor(
    private readonly work: StagedWork,
    private found: StagedCases | null,
    private reader: RestatementReader | null,
  ) {}

  static async open(work: StagedWork): Promise<StagedMerge> {
    const found = (await work.changes?.stage(work.staged)) ?? null;
    const merge = new StagedMerge(work, found, null);
    await merge.openReader();
    return merge;
  }

  /** The rows that are merged, with every vendor, segment and day that they are about. */
  get staged(): StagedFile {
    return this.found?.staged ?? this.work.staged;
  }

  /** How many cases the file is about; null: it is about none. */
  get cases(): number | null {
    return this.found?.cases ?? null;
  }

  /** What a merge would do; nothing is written or locked. */
  async preview(): Promise<MergeCounts> {
    const counts = await this.merge().preview();
    return this.found?.counts ?? counts;
  }

  /** The caller holds the tenant's load counter, at `lastLoad`. */
  async run(lastLoad: number, names: StagedNames, now: () => Date): Promise<MergeResult> {
    const { changes } = this.work;
    if (changes === null) {
      await names.addSegments(this.staged);
      return this.merge().run(lastLoad, now);
    }
    // found again under the lock: another load may have changed the same cases meanwhile
    const found = await changes.stage(this.staged);
    this.found = found;
    await names.addSegments(found.staged);
    await this.openReader();
    const counted =
      found.staged.days.length === 0
        ? { loadNumber: null, dirty: [] }
        : await this.merge().run(lastLoad, now);
    const loadNumber = counted.loadNumber ?? (found.changes ? lastLoad + 1 : null);
    if (loadNumber !== null) await changes.apply(loadNumber);
    return { ...found.counts, loadNumber, dirty: counted.dirty };
  }

  /** What of earlier files is replaced, as `preview` or `run` found it. */
  restatements(counts: MergeCounts): readonly VendorRestatement[] {
    return counts.restatedOfEarlierFiles > 0 ? (this.reader?.found() ?? []) : [];
  }

  private merge(): Merge {
    const { connection, target, sql } = this.work;
    return new Merge(connection, target, this.staged, sql, this.reader);
  }

  private async openReader(): Promise<void> {
    const { connection, target, sql, explained, listing } = this.work;
    this.reader = explained
      ? null
      : await RestatementReader.open(connection, target, this.staged, sql, listing);
  }
}
