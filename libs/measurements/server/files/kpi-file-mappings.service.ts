import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type {
  FileLayout,
  FilePreview,
  KpiFile,
  KpiMapping,
  MappingSuggestion,
  newMapping,
} from '@plumbline/measurements/schema';
import { mappableStates } from '@plumbline/measurements/schema';
import { Door, newId, type TenantTransaction } from '@plumbline/platform/database';
import { NotFoundError } from '@plumbline/platform/errors';
import { FileStore, type StoredFileEntity, toStoredFile } from '@plumbline/platform/files';
import { demandVersion } from '@plumbline/platform/http';
import { type Actor, Clock } from '@plumbline/platform/tenancy';
import { VendorDirectory } from '@plumbline/vendors/server';
import { previewCases } from '../cases/preview-cases';
import { beginningOf } from '../reading/file-ends';
import { asRule } from '../reading/refusal';
import { rowsOf } from '../reading/file-rows';
import { lookAtFile } from '../reading/look-at-file';
import { previewRows } from '../reading/preview-rows';
import { layoutAt, layoutHash, type WhichTable } from '../reading/read-layout';
import { suggestMapping } from '../reading/suggest-mapping';
import { toKpiFile } from './kpi-file-answers';
import type { KpiFileEntity } from './kpi-file.entity';
import { demandState, KpiFiles } from './kpi-files';
import { KpiFilesRepository } from './kpi-files.repository';
import { placed } from './mapped-before';
import { checkMapping } from './mapping-check';
import { MappingKnowledge } from './mapping-knowledge';

type NewMapping = z.output<typeof newMapping>;

/** What the columns of a file mean: suggested, tried on the first rows, decided. */
@Injectable()
export class KpiFileMappingsService {
  constructor(
    private readonly door: Door,
    private readonly files: KpiFilesRepository,
    private readonly moves: KpiFiles,
    private readonly vendors: VendorDirectory,
    private readonly knowledge: MappingKnowledge,
    private readonly store: FileStore,
    private readonly clock: Clock,
  ) {}

  /** `which`: another sheet or header line than those that were found. */
  async suggest(actor: Actor, id: string, which: WhichTable): Promise<MappingSuggestion> {
    const { file, stored } = await this.door.withTenant(actor, (tx) => this.findWhole(tx, id));
    const layout = await this.layoutOf(file, stored, which);
    return this.door.withTenant(actor, async (tx) => {
      const saved = await this.files.savedMapping(tx, file.vendorId, [layoutHash(layout)]);
      if (saved) {
        const mapping = placed(saved.mapping, layout);
        const { columns, grain, timezone, decimal } = mapping;
        return {
          saved: { id: saved.id, name: saved.name },
          ...{ columns, grain, timezone, decimal, layout, mapping },
        };
      }
      const { columns, grain, decimal } = suggestMapping(layout, {
        measures: await this.knowledge.measures(tx),
        metrics: await this.knowledge.ratios(tx),
      });
      return { saved: null, columns: [...columns], grain, decimal, timezone: null, layout, mapping: null };
    });
  }

  /** Reads the beginning of the file by this mapping, as the job will read all of it; nothing is kept. */
  async preview(actor: Actor, id: string, mapping: KpiMapping): Promise<FilePreview> {
    const { file, stored } = await this.door.withTenant(actor, (tx) => this.findWhole(tx, id));
    const layout = await this.layoutOf(file, stored, mapping);
    const { vendorCode, aliases, measures, calendar, kept } = await this.door.withTenant(
      actor,
      async (tx) => {
        checkMapping(mapping, layout, await this.knowledge.of(tx, mapping));
        const vendors = await this.vendors.find(tx, [file.vendorId]);
        return {
          vendorCode: vendors.get(file.vendorId)?.code ?? '',
          aliases: await this.files.aliases(tx, file.vendorId),
          ...(await this.knowledge.forReading(tx, mapping)),
        };
      },
    );
    const { decimal } = mapping;
    const content = await this.store.read(toStoredFile(stored));
    const rows = rowsOf(content, { layout, bytes: stored.bytes, decimal });
    const reading = { mapping, vendorCode, now: this.clock.now(), kept, aliases };
    return asRule(() =>
      mapping.cases
        ? previewCases(rows, { ...reading, calendar })
        : previewRows(rows, { ...reading, measures, tenantZone: actor.timezone }),
    );
  }

  /** Decides the mapping, remembers it for the layout, and has the whole file checked. */
  async map(actor: Actor, id: string, { mapping, name }: NewMapping, version: number): Promise<KpiFile> {
    const found = await this.door.withTenant(actor, (tx) => this.findWhole(tx, id));
    const layout = await this.layoutOf(found.file, found.stored, mapping);
    return this.door.withTenant(actor, async (tx) => {
      const file = await this.files.findForChange(tx, id);
      if (!file) throw new NotFoundError('KPI file');
      demandVersion(file.version, version);
      demandState(file, mappableStates);
      checkMapping(mapping, layout, await this.knowledge.of(tx, mapping));
      await this.files.saveMapping(tx, {
        id: newId(),
        vendorId: file.vendorId,
        layoutHash: layoutHash(layout),
        name,
        mapping,
        at: this.clock.date(),
      });
      Object.assign(file, {
        ...{ layout, mapping, finishedAt: null, warnings: [], unknownNames: [] },
        ...{ refusalCode: null, refusalDetail: null, refusalParameters: null },
      });
      await this.moves.move(tx, file, 'checking', 'kpi-file-mapped', {
        grain: mapping.grain,
        timezone: mapping.timezone,
      });
      const vendor = (await this.vendors.find(tx, [file.vendorId])).get(file.vendorId);
      if (!vendor) throw new Error(`KPI file ${id} has lost its vendor`);
      return toKpiFile(file, vendor, found.stored);
    });
  }

  /** The columns that are meant: as found when the file arrived, or those of another sheet or line. */
  private async layoutOf(
    file: KpiFileEntity,
    stored: StoredFileEntity,
    { sheet = file.layout.sheet, headerLine }: WhichTable,
  ): Promise<FileLayout> {
    const { layout } = file;
    if (sheet === layout.sheet && (headerLine === undefined || headerLine === layout.headerLine))
      return layout;
    const open = () => this.store.read(toStoredFile(stored));
    const head = await beginningOf(await open());
    return asRule(async () => {
      const look = await lookAtFile({ name: file.name, bytes: stored.bytes, head, tail: NOTHING, open });
      return layoutAt(look, { sheet, headerLine });
    });
  }

  private async findWhole(
    tx: TenantTransaction,
    id: string,
  ): Promise<{ file: KpiFileEntity; stored: StoredFileEntity }> {
    const file = await this.files.find(tx, id);
    const stored = file && (await this.files.stored(tx, file.storedFileId));
    if (!file || !stored) throw new NotFoundError('KPI file');
    return { file, stored };
  }
}

const NOTHING = Buffer.alloc(0);
