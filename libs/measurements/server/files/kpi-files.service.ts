import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { InputOf, Language } from '@plumbline/api/schema';
import type {
  Confirmation,
  KpiFile,
  listKpiFileProblems,
  listKpiFiles,
  NameResolution,
  VendorResolution,
} from '@plumbline/measurements/schema';
import { Door, type TenantTransaction } from '@plumbline/platform/database';
import { InvalidError, NotFoundError, RuleBrokenError } from '@plumbline/platform/errors';
import { FileStore, toStoredFile } from '@plumbline/platform/files';
import { demandVersion, readCursor, toPage } from '@plumbline/platform/http';
import { type Actor, Clock } from '@plumbline/platform/tenancy';
import { VendorCodes, VendorDirectory, type VendorFacts } from '@plumbline/vendors/server';
import { layoutHash } from '../reading/read-layout';
import { toKpiFile, toKpiFileSummary, warningsOf } from './kpi-file-answers';
import type { KpiFileEntity } from './kpi-file.entity';
import { demandState, KpiFiles } from './kpi-files';
import { KpiFilesRepository } from './kpi-files.repository';
import { problemsCsv } from './problems-csv';

const PROBLEMS_A_PAGE = 2_000;

/** What is done with a received file: look at it, confirm it, take it back, say who is meant by its codes. */
@Injectable()
export class KpiFilesService {
  constructor(
    private readonly door: Door,
    private readonly files: KpiFilesRepository,
    private readonly moves: KpiFiles,
    private readonly vendors: VendorDirectory,
    private readonly vendorCodes: VendorCodes,
    private readonly store: FileStore,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, { vendorId, state, limit, cursor }: InputOf<typeof listKpiFiles>['query']) {
    const after = readCursor(cursor, 'instant', 'uuid');
    return this.door.withTenant(actor, async (tx) => {
      const rows = await this.files.list(tx, { vendorId, state, after, limit: limit + 1 });
      const vendors = await this.vendors.find(
        tx,
        rows.map((file) => file.vendorId),
      );
      return toPage(
        rows,
        limit,
        (file) => toKpiFileSummary(file, known(vendors, file)),
        (file) => [file.createdAt.toISOString(), file.id],
      );
    });
  }

  view(actor: Actor, id: string): Promise<KpiFile> {
    return this.door.withTenant(actor, async (tx) => this.answer(tx, await this.find(tx, id)));
  }

  /** Loads a checked file. `wrong-rows`, `nothing-to-load`, `warnings-open` or a missing reason keep it where it is. */
  confirm(
    actor: Actor,
    id: string,
    { wrongRows, restatementReason, acceptWarnings = [], rememberWarnings = [] }: Confirmation,
    version: number,
  ): Promise<KpiFile> {
    return this.door.withTenant(actor, async (tx) => {
      const file = await this.forChange(tx, id, version);
      demandState(file, ['checked']);
      if (file.rowsWrong > 0 && wrongRows === 'refuse')
        throw new RuleBrokenError(
          'wrong-rows',
          `${file.rowsWrong} rows are wrong: correct the file and send it again, or choose to leave them out.`,
        );
      if ((file.rowsNew ?? 0) + (file.rowsRestated ?? 0) === 0)
        throw new RuleBrokenError('nothing-to-load', 'No row of this file is new or different.');
      if (file.effect?.needsReason && restatementReason === undefined)
        throw InvalidError.field(
          'restatementReason',
          'required',
          'figures of an earlier file are replaced: say why',
        );
      const open = file.warnings.filter(({ accepted }) => accepted === null).map(({ code }) => code);
      const unaccepted = open.filter((code) => !acceptWarnings.includes(code));
      if (unaccepted.length > 0)
        throw new RuleBrokenError(
          'warnings-open',
          `Doubtful and not accepted yet: ${unaccepted.join(', ')}. Say that it is right, or correct the file and send it again.`,
        );
      const accepted = { by: actor.name, at: this.clock.date().toISOString() };
      const remembered = open.filter((code) => (rememberWarnings as readonly string[]).includes(code));
      file.warnings = file.warnings.map((warning) =>
        open.includes(warning.code)
          ? { ...warning, accepted, remembered: remembered.includes(warning.code) }
          : warning,
      );
      if (remembered.length > 0)
        await this.files.acceptForLayout(
          tx,
          file,
          layoutHash(file.layout),
          remembered.map((code) => ({ code, ...accepted })),
        );
      file.wrongRows = wrongRows;
      file.restatementReason = restatementReason ?? null;
      await this.moves.move(tx, file, 'queued', 'kpi-file-confirmed', {
        wrongRows,
        rowsWrong: file.rowsWrong,
        rowsNew: file.rowsNew,
        rowsRestated: file.rowsRestated,
        restatementReason: file.restatementReason,
        warningsAccepted: open,
        warningsRemembered: remembered,
      });
      return this.answer(tx, file);
    });
  }

  withdraw(actor: Actor, id: string, version: number): Promise<KpiFile> {
    return this.door.withTenant(actor, async (tx) => {
      const file = await this.forChange(tx, id, version);
      demandState(file, ['received', 'checked', 'waiting_for_vendors']);
      await this.moves.move(tx, file, 'withdrawn', 'kpi-file-withdrawn', {});
      return this.answer(tx, file);
    });
  }

  /** One action for all codes: new vendors are entered, known ones remembered under the file's code, the file goes on. */
  resolveVendors(actor: Actor, id: string, { create, match }: VendorResolution): Promise<KpiFile> {
    return this.door.withTenant(actor, async (tx) => {
      const file = await this.files.findForChange(tx, id);
      if (!file) throw new NotFoundError('KPI file');
      demandState(file, ['waiting_for_vendors']);
      const unknown = new Set(file.unknownVendors.map(({ code }) => code));
      for (const [list, codes] of Object.entries({ create, match })) {
        const stranger = codes.findIndex(({ code }) => !unknown.has(code));
        if (stranger !== -1)
          throw InvalidError.field(
            `${list}.${stranger}.code`,
            'not-waiting',
            'the file does not wait for this code',
          );
      }
      await this.vendorCodes.createMany(
        tx,
        create.map(({ code, name }) => ({
          code,
          name,
          services: [],
          // what is not known yet is taken for the stricter: the vendor manager settles it on the vendor's page
          criticality: 'medium' as const,
          phiAccess: true,
          // whose rows stand in one file keep one clock, until somebody says otherwise
          timezone: file.mapping?.timezone ?? actor.timezone,
          reportsForOthers: false,
          state: 'onboarding' as const,
          activeReason: null,
        })),
        (index) => `create.${index}.code`,
      );
      await this.vendorCodes.remember(
        tx,
        match.map(({ code, vendorId }) => ({ sourceCode: code, vendorId })),
      );
      await this.moves.resumeAfterVendors(tx, id);
      return this.answer(tx, await this.find(tx, id));
    });
  }

  /** What is meant by new names: remembered for the vendor, and the file is checked again with what they mean. */
  resolveNames(actor: Actor, id: string, { names }: NameResolution, version: number): Promise<KpiFile> {
    return this.door.withTenant(actor, async (tx) => {
      const file = await this.forChange(tx, id, version);
      demandState(file, ['checked']);
      for (const [index, { dimension, value, means }] of names.entries()) {
        const asked = file.unknownNames.find((name) => name.dimension === dimension && name.value === value);
        if (!asked)
          throw InvalidError.field(
            `names.${index}.value`,
            'not-waiting',
            'the file does not ask about this name',
          );
        if (means !== null && !asked.choices.includes(means))
          throw InvalidError.field(
            `names.${index}.means`,
            'unknown-name',
            'this is not one of the names that it may mean',
          );
      }
      await this.files.rememberNames(tx, file.vendorId, names, this.clock.date());
      await this.moves.move(tx, file, 'checking', 'kpi-file-names-resolved', { names });
      return this.answer(tx, file);
    });
  }

  problems(actor: Actor, id: string, { limit, cursor }: InputOf<typeof listKpiFileProblems>['query']) {
    const [after] = readCursor(cursor, 'number') ?? [0];
    return this.door.withTenant(actor, async (tx) => {
      const file = await this.find(tx, id);
      const rows = await this.files.problems(tx, file.id, after, limit + 1);
      return toPage(
        rows,
        limit,
        (problem) => problem,
        ({ ordinal }) => [ordinal],
      );
    });
  }

  /** The listed problems and what is doubtful as CSV, and what to call it. */
  async problemsAsCsv(actor: Actor, id: string, language: Language): Promise<{ name: string; text: string }> {
    return this.door.withTenant(actor, async (tx) => {
      const file = await this.find(tx, id);
      const all = [];
      for (let after = 0; ; after += PROBLEMS_A_PAGE) {
        const some = await this.files.problems(tx, file.id, after, PROBLEMS_A_PAGE);
        all.push(...some);
        if (some.length < PROBLEMS_A_PAGE) break;
      }
      return {
        name: `${file.name.replace(/\.\w{1,5}$/, '')}-problems.csv`,
        text: problemsCsv(all, warningsOf(file), language),
      };
    });
  }

  /** The bytes as received. They are checked whole before the first one is given out. */
  async content(actor: Actor, id: string): Promise<{ name: string; bytes: number; content: Readable }> {
    const { file, stored } = await this.door.withTenant(actor, async (tx) => {
      const found = await this.find(tx, id);
      return { file: found, stored: await this.files.stored(tx, found.storedFileId) };
    });
    if (!stored) throw new NotFoundError('KPI file');
    return { name: file.name, bytes: stored.bytes, content: await this.store.read(toStoredFile(stored)) };
  }

  private async find(tx: TenantTransaction, id: string): Promise<KpiFileEntity> {
    const file = await this.files.find(tx, id);
    if (!file) throw new NotFoundError('KPI file');
    return file;
  }

  private async forChange(tx: TenantTransaction, id: string, version: number): Promise<KpiFileEntity> {
    const file = await this.files.findForChange(tx, id);
    if (!file) throw new NotFoundError('KPI file');
    demandVersion(file.version, version);
    return file;
  }

  private async answer(tx: TenantTransaction, file: KpiFileEntity): Promise<KpiFile> {
    const vendors = await this.vendors.find(tx, [file.vendorId]);
    const stored = await this.files.stored(tx, file.storedFileId);
    if (!stored) throw new Error(`KPI file ${file.id} has lost its stored file`);
    return toKpiFile(file, known(vendors, file), stored);
  }
}

function known(vendors: ReadonlyMap<string, VendorFacts>, file: KpiFileEntity): VendorFacts {
  const vendor = vendors.get(file.vendorId);
  if (!vendor) throw new Error(`KPI file ${file.id} has lost its vendor`);
  return vendor;
}
