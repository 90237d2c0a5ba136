import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type {
  FilePreview,
  KpiFile,
  KpiMapping,
  MappingSuggestion,
  newMapping,
} from '@plumbline/measurements/schema';
import { mappableStates } from '@plumbline/measurements/schema';
import { Door, newId, type TenantTransaction } from '@plumbline/platform/database';
import { NotFoundError, RuleBrokenError } from '@plumbline/platform/errors';
import { FileStore } from '@plumbline/platform/files';
import { demandVersion } from '@plumbline/platform/http';
import { type Actor, Clock } from '@plumbline/platform/tenancy';
import { VendorDirectory } from '@plumbline/vendors/server';
import { TenantMeasures } from '../tenant-measures';
import { FileRefused } from '../reading/file-refused';
import { previewRows } from '../reading/preview-rows';
import { HEAD_BYTES, layoutHash } from '../reading/read-layout';
import { suggestMapping } from '../reading/suggest-mapping';
import { toKpiFile } from './kpi-file-answers';
import type { KpiFileEntity } from './kpi-file.entity';
import { demandState, KpiFiles } from './kpi-files';
import { KpiFilesRepository } from './kpi-files.repository';
import { checkMapping, type KnownFigures } from './mapping-check';
import { toStoredFile } from './to-stored-file';

type NewMapping = z.output<typeof newMapping>;

/** What the columns of a file mean: suggested, tried on the first rows, decided. */
@Injectable()
export class KpiFileMappingsService {
  constructor(
    private readonly door: Door,
    private readonly files: KpiFilesRepository,
    private readonly moves: KpiFiles,
    private readonly vendors: VendorDirectory,
    private readonly measures: TenantMeasures,
    private readonly store: FileStore,
    private readonly clock: Clock,
  ) {}

  suggest(actor: Actor, id: string): Promise<MappingSuggestion> {
    return this.door.withTenant(actor, async (tx) => {
      const file = await this.find(tx, id);
      const saved = await this.files.savedMapping(tx, file.vendorId, layoutHash(file.layout));
      if (saved) {
        const { columns, grain, timezone } = saved.mapping;
        const mapping = saved.mapping;
        return { saved: { id: saved.id, name: saved.name }, columns, grain, timezone, mapping };
      }
      const { measures, metrics } = await this.known(tx);
      const guess = suggestMapping(file.layout, {
        measures: new Set(measures.keys()),
        metrics: new Set([...metrics].flatMap(([code, unit]) => (unit === 'ratio' ? [code] : []))),
      });
      return { saved: null, columns: [...guess.columns], grain: guess.grain, timezone: null, mapping: null };
    });
  }

  /** Reads the beginning of the file by this mapping, as the job will read all of it; nothing is kept. */
  async preview(actor: Actor, id: string, mapping: KpiMapping): Promise<FilePreview> {
    const { file, stored, vendorCode, measures, aliases } = await this.door.withTenant(actor, async (tx) => {
      const found = await this.find(tx, id);
      checkMapping(mapping, found.layout, await this.known(tx));
      const vendors = await this.vendors.find(tx, [found.vendorId]);
      return {
        file: found,
        stored: await this.files.stored(tx, found.storedFileId),
        vendorCode: vendors.get(found.vendorId)?.code ?? '',
        measures: await this.measures.all(tx),
        aliases: await this.files.aliases(tx, found.vendorId),
      };
    });
    if (!stored) throw new NotFoundError('KPI file');
    const content = await this.store.read(toStoredFile(stored));
    try {
      const pieces: Buffer[] = [];
      let bytes = 0;
      for await (const piece of content) {
        pieces.push(piece as Buffer);
        bytes += (piece as Buffer).length;
        if (bytes >= HEAD_BYTES) break;
      }
      return previewRows(Buffer.concat(pieces).subarray(0, HEAD_BYTES), stored.bytes <= HEAD_BYTES, {
        mapping,
        measures,
        dialect: file.layout,
        vendorCode,
        tenantZone: actor.timezone,
        now: this.clock.now(),
        aliases,
      });
    } catch (error) {
      if (error instanceof FileRefused) throw new RuleBrokenError(error.code, error.message);
      throw error;
    } finally {
      content.destroy();
    }
  }

  /** Decides the mapping, remembers it for the layout, and has the whole file checked. */
  map(actor: Actor, id: string, { mapping, name }: NewMapping, version: number): Promise<KpiFile> {
    return this.door.withTenant(actor, async (tx) => {
      const file = await this.files.findForChange(tx, id);
      if (!file) throw new NotFoundError('KPI file');
      demandVersion(file.version, version);
      demandState(file, mappableStates);
      checkMapping(mapping, file.layout, await this.known(tx));
      await this.files.saveMapping(tx, {
        id: newId(),
        vendorId: file.vendorId,
        layoutHash: layoutHash(file.layout),
        name,
        mapping,
        at: this.clock.date(),
      });
      Object.assign(file, { mapping, refusalCode: null, refusalDetail: null, finishedAt: null });
      Object.assign(file, { warnings: [], unknownNames: [] });
      await this.moves.move(tx, file, 'checking', 'kpi-file-mapped', {
        grain: mapping.grain,
        timezone: mapping.timezone,
      });
      const vendor = (await this.vendors.find(tx, [file.vendorId])).get(file.vendorId);
      const stored = await this.files.stored(tx, file.storedFileId);
      if (!vendor || !stored) throw new Error(`KPI file ${id} has lost its vendor or its bytes`);
      return toKpiFile(file, vendor, stored);
    });
  }

  private async find(tx: TenantTransaction, id: string): Promise<KpiFileEntity> {
    const file = await this.files.find(tx, id);
    if (!file) throw new NotFoundError('KPI file');
    return file;
  }

  private async known(tx: TenantTransaction): Promise<KnownFigures> {
    const measures = await this.measures.all(tx);
    const metrics = await this.files.metrics(tx);
    return {
      measures: new Map(measures.map(({ code, unit }) => [code, unit])),
      metrics: new Map(metrics.map(({ code, unit }) => [code, unit])),
    };
  }
}
