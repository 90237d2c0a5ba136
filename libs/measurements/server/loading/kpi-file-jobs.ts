import { Injectable } from '@nestjs/common';
import { Door, type TenantTransaction } from '@plumbline/platform/database';
import { FileDamaged, toStoredFile } from '@plumbline/platform/files';
import { LiveEvents, log } from '@plumbline/platform/jobs';
import { type Actor, Clock } from '@plumbline/platform/tenancy';
import { VendorDirectory } from '@plumbline/vendors/server';
import type { KpiFileEntity } from '../files/kpi-file.entity';
import { KpiFilesRepository } from '../files/kpi-files.repository';
import { FileRefused, refused } from '../reading/file-refused';
import { layoutHash } from '../reading/read-layout';
import { refusalOf } from '../reading/refusal';
import { RestatementsRepository } from '../restatements.repository';
import { effectOf, type FileFindings, type FileToLoad } from './file-findings';
import { NoLongerThere } from './file-row';
import { KpiFileLoader, type LoadMode } from './kpi-file-loader';
import { RestatedListing } from './restated-listing';

/** How often a working job says that it is alive; the sweep takes over after several times as long. */
const ALIVE_EVERY_MS = 5_000;

/** What the two jobs about KPI files have in common: read the row, have the file read, write down what was found. */
@Injectable()
export class KpiFileJobs {
  constructor(
    private readonly door: Door,
    private readonly files: KpiFilesRepository,
    private readonly restatements: RestatementsRepository,
    private readonly vendors: VendorDirectory,
    private readonly loader: KpiFileLoader,
    private readonly live: LiveEvents,
    private readonly clock: Clock,
  ) {}

  /** Null when there is nothing to do: another process did it, or the file was withdrawn. */
  async begin(
    actor: Actor,
    id: string,
    state: 'checking' | 'queued',
  ): Promise<{ file: FileToLoad; autoConfirm: boolean } | null> {
    const begun = await this.door.withTenant(actor, async (tx) => {
      const file = await this.files.findForChange(tx, id);
      const again = state === 'queued' && file?.state === 'ingesting';
      if (!file?.mapping || (file.state !== state && !again)) return null;
      if (state === 'queued' && !again) await this.save(tx, Object.assign(file, { state: 'ingesting' }));
      const vendor = (await this.vendors.find(tx, [file.vendorId])).get(file.vendorId);
      const stored = await this.files.stored(tx, file.storedFileId);
      if (!vendor || !stored) throw new Error(`KPI file ${id} has lost its vendor or its bytes`);
      const { layout, mapping, wrongRows, restatementReason, autoConfirm } = file;
      return {
        autoConfirm,
        file: {
          id,
          state: state === 'checking' ? ('checking' as const) : ('ingesting' as const),
          version: file.version,
          vendor,
          stored: toStoredFile(stored),
          ...{ layout, mapping, wrongRows, restatementReason },
          acceptedWarnings: await this.files.acceptedWarnings(tx, file.vendorId, layoutHash(layout)),
          aliases: await this.files.aliases(tx, file.vendorId),
        },
      };
    });
    if (begun) await this.live.publish(actor.tenantId, `kpi-file:${id}`);
    return begun;
  }

  /** Reads the file and, as `mode` says, merges it; then writes down what was found where the merge did not do so. */
  async run(actor: Actor, file: FileToLoad, mode: LoadMode): Promise<void> {
    const alive = setInterval(() => void this.sayAlive(actor, file, null), ALIVE_EVERY_MS);
    const listing = new RestatedListing(this.door, this.restatements, actor, file.id);
    let named = false;
    try {
      const findings = await this.loader.load(actor, file, mode, listing, (rows) =>
        this.sayAlive(actor, file, rows),
      );
      named = await this.conclude(actor, file, findings, listing);
    } catch (error) {
      if (error instanceof NoLongerThere) return;
      if (error instanceof FileRefused) await this.refuse(actor, file, error);
      else if (error instanceof FileDamaged) {
        log.error({ kpiFile: file.id, error: error.message }, 'a stored file is damaged');
        await this.refuse(actor, file, refused('stored-file-damaged', {}));
      } else throw error;
    } finally {
      clearInterval(alive);
      if (!named) await this.discard(listing, file.id);
      await this.live.publish(actor.tenantId, `kpi-file:${file.id}`);
    }
  }

  /** What stays goes with the next check of the file: no reason to fail, nor to hide why the check did. */
  private async discard(listing: RestatedListing, kpiFile: string): Promise<void> {
    await listing
      .discard()
      .catch((error: Error) => log.warn({ kpiFile, error: error.message }, 'a listing was left behind'));
  }

  /** After the last attempt: the partner sees that it ended, and that nothing of the file was loaded. */
  async giveUp(actor: Actor, id: string): Promise<void> {
    await this.refuse(actor, { id }, refused('failed', {}));
    await this.live.publish(actor.tenantId, `kpi-file:${id}`);
  }

  /** False: another process wrote the row before, somebody has decided anew, or the merge itself wrote it. */
  private conclude(
    actor: Actor,
    { id, state, version }: FileToLoad,
    findings: FileFindings,
    listing: RestatedListing,
  ): Promise<boolean> {
    return this.door.withTenant(actor, async (tx) => {
      const file = await this.files.findForChange(tx, id);
      // merged: the merge wrote the row in its own transaction
      if (file?.state !== state || file.version !== version) return false;
      const next = outcome(findings);
      Object.assign(file, {
        ...next,
        rowsTotal: findings.rowsRead,
        rowsRead: findings.rowsRead,
        rowsWrong: findings.rowsWrong,
        rowsNew: findings.added,
        rowsUnchanged: findings.unchanged,
        rowsRestated: findings.restated,
        effect: effectOf(findings),
        problemsListed: findings.problems.length,
        unknownVendors: findings.unknownVendors.map(({ code, name, rows }) => ({ code, name, rows })),
        // doubts are about what would be counted
        ...(next.state === 'checked' ? findings.doubts : { warnings: [], unknownNames: [] }),
      });
      if (next.state === 'unchanged' || next.state === 'refused') file.finishedAt = this.clock.date();
      await this.files.replaceProblems(tx, file, findings.problems);
      await this.restatements.replace(tx, file.id, listing.id, findings.restatements);
      await this.save(tx, file);
      return true;
    });
  }

  /** Without a version: whatever was decided meanwhile. */
  private async refuse(
    actor: Actor,
    { id, version }: { readonly id: string; readonly version?: number },
    refusal: FileRefused,
  ): Promise<void> {
    await this.door.withTenant(actor, async (tx) => {
      const file = await this.files.findForChange(tx, id);
      if (!file || !['checking', 'queued', 'ingesting'].includes(file.state)) return;
      if (version !== undefined && file.version !== version) return;
      Object.assign(file, { state: 'refused', ...asKept(refusal), finishedAt: this.clock.date() });
      await this.save(tx, file);
    });
  }

  private async save(tx: TenantTransaction, file: KpiFileEntity): Promise<void> {
    file.updatedAt = this.clock.date();
    file.version += 1;
    await this.files.update(tx, file);
  }

  /** Progress and sign of life in one; losing one loses nothing, so a failure is no reason to stop. */
  private async sayAlive(actor: Actor, { id, state }: FileToLoad, rowsRead: number | null): Promise<void> {
    try {
      await this.door.withTenant(actor, (tx) =>
        tx.query(
          `update kpi_file set updated_at = $4, rows_read = coalesce($5, rows_read)
           where tenant_id = $1 and id = $2 and state = $3`,
          [tx.tenantId, id, state, this.clock.date(), rowsRead],
        ),
      );
      if (rowsRead !== null) await this.live.publish(actor.tenantId, `kpi-file:${id}`);
    } catch (error) {
      log.warn(
        { kpiFile: id, error: error instanceof Error ? error.message : String(error) },
        'progress not written',
      );
    }
  }
}

/** Where a file stands once it was read whole and not merged. */
function outcome(findings: FileFindings): Pick<KpiFileEntity, 'state'> & KeptRefusal {
  const none = { refusalCode: null, refusalDetail: null, refusalParameters: null };
  if (findings.unknownVendors.length > 0) return { state: 'waiting_for_vendors', ...none };
  if (findings.months.length === 0) return { state: 'refused', ...asKept(refused('no-valid-rows', {})) };
  const nothingNew = findings.added + findings.restated + findings.rowsWrong === 0;
  return { state: nothingNew ? 'unchanged' : 'checked', ...none };
}

type KeptRefusal = Pick<KpiFileEntity, 'refusalCode' | 'refusalDetail' | 'refusalParameters'>;

function asKept(refusal: FileRefused): KeptRefusal {
  const { code, detail, parameters } = refusalOf(refusal);
  return { refusalCode: code, refusalDetail: detail, refusalParameters: parameters };
}
