import { Injectable } from '@nestjs/common';
import {
  type ContractVersion,
  type PackLevelAnswer,
  type Schedule,
  type SchedulePreview,
  type ScheduleProblemCode,
  type ServiceLevel,
  targetProblems,
  type Terms,
  weightsTotal,
} from '@plumbline/contracts/schema';
import { Door, type TenantTransaction } from '@plumbline/platform/database';
import { NotFoundError, RuleBrokenError } from '@plumbline/platform/errors';
import { demandVersion } from '@plumbline/platform/http';
import { type Actor, Clock } from '@plumbline/platform/tenancy';
import { ImportTableSource } from '@plumbline/vendors/server';
import { toTerms } from '../contract-answers';
import { ContractVersionsService } from '../contract-versions.service';
import { type TermRows, TermsRepository } from '../terms.repository';
import { mergeSchedule } from './merge-schedule';
import { MOST_ROWS, readSchedule, readScheduleTable } from './read-schedule';
import { scheduleCsv, scheduleWorkbook } from './schedule-csv';
import {
  problemAt,
  type ReadSchedule,
  type ScheduledMetric,
  type ScheduleKnowledge,
  twiceProblems,
} from './schedule-level';
import { SlaPacksService } from './sla-packs.service';

/** Takes SLAs into a draft from a pack, a file or another contract: seen before, all of it or nothing. */
@Injectable()
export class SlaSchedulesService {
  constructor(
    private readonly door: Door,
    private readonly terms: TermsRepository,
    private readonly versions: ContractVersionsService,
    private readonly packs: SlaPacksService,
    private readonly tables: ImportTableSource,
    private readonly clock: Clock,
  ) {}

  preview(actor: Actor, contractId: string, number: number, schedule: Schedule): Promise<SchedulePreview> {
    return this.door.withTenant(actor, async (tx) => {
      const rows = await this.draft(tx, contractId, number);
      const { preview } = await this.foreseen(tx, toTerms(rows), schedule);
      return preview;
    });
  }

  /** Rows that are wrong are `sla-schedule-wrong` (422), each with line and column; then nothing is taken. */
  async apply(
    actor: Actor,
    contractId: string,
    number: number,
    schedule: Schedule,
    version: number,
  ): Promise<ContractVersion> {
    const next = await this.door.withTenant(actor, async (tx) => {
      const rows = await this.draft(tx, contractId, number);
      demandVersion(rows.version.version, version);
      const drafted = toTerms(rows);
      const { preview, slas } = await this.foreseen(tx, drafted, schedule);
      const [first] = preview.problems;
      if (first) {
        throw new RuleBrokenError(
          'sla-schedule-wrong',
          first.line === null ? first.detail : `Line ${first.line}: ${first.detail}`,
          preview.problems.map(({ line, column, code, detail }) => ({
            path: ['source', line === null ? '' : `line ${line}`, column ?? ''].filter(Boolean).join('.'),
            ...{ code, detail },
          })),
        );
      }
      return { ...drafted, slas: [...slas] };
    });
    // the draft may have been changed since it was read: its version says so
    return this.versions.replace(actor, contractId, number, next, version);
  }

  async download(
    actor: Actor,
    contractId: string,
    number: number,
    format: 'csv' | 'xlsx',
  ): Promise<{ readonly name: string; readonly content: string | Buffer }> {
    const { slas } = await this.versions.view(actor, contractId, number);
    const content = format === 'csv' ? scheduleCsv(slas) : scheduleWorkbook(slas);
    return { name: `sla-schedule-version-${number}.${format}`, content };
  }

  private async draft(tx: TenantTransaction, contractId: string, number: number): Promise<TermRows> {
    const rows = await this.terms.find(tx, contractId, number);
    if (!rows) throw new NotFoundError('contract version');
    if (rows.version.state === 'draft') return rows;
    const detail = `Version ${number} is in force and never changes: draft an amendment from a date.`;
    throw new RuleBrokenError('version-active', detail);
  }

  private async foreseen(
    tx: TenantTransaction,
    drafted: Terms,
    schedule: Schedule,
  ): Promise<{ readonly preview: SchedulePreview; readonly slas: readonly ServiceLevel[] }> {
    const metrics = await tx.query<ScheduledMetric>(
      'select id, code, name, unit, direction from metric where tenant_id = $1',
      [tx.tenantId],
    );
    const read = await this.read(tx, schedule, {
      metrics,
      clauses: drafted.clauses.map(({ number }) => number),
      usualClause:
        (drafted.clauses.find(({ kind }) => kind === 'service_levels') ?? drafted.clauses[0])?.number ?? null,
    });
    const byId = new Map(metrics.map((metric) => [metric.id, metric]));
    const { rows, slas } = mergeSchedule(drafted.slas, read.levels, schedule.mode, (id) => byId.get(id));
    const problems = [
      ...read.problems,
      ...(slas.length > 100 ? [problemAt(null, null, 'too-many-rows')] : []),
    ];
    return { preview: { rows: [...rows], problems, weightsTotal: weightsTotal(slas) }, slas };
  }

  private async read(
    tx: TenantTransaction,
    { source }: Schedule,
    known: ScheduleKnowledge,
  ): Promise<ReadSchedule> {
    if ('csv' in source) return readSchedule(source.csv, known);
    if ('workbook' in source) {
      const bytes = Buffer.from(source.workbook.content, 'base64');
      return readScheduleTable(await this.tables.read(source.workbook.name, bytes, MOST_ROWS), known);
    }
    if ('pack' in source) return fromPack(await this.packs.levels(tx, source.pack), known);
    return fromSlas(await this.inForce(tx, source.contractId), known);
  }

  /** The SLAs of another contract as in force today, else of its newest active version. */
  private async inForce(tx: TenantTransaction, contractId: string): Promise<readonly ServiceLevel[]> {
    const today = this.clock.now().toZonedDateTimeISO(tx.actor.timezone).toPlainDate().toString();
    const active = (await this.terms.versions(tx, contractId)).filter(({ state }) => state === 'active');
    const version =
      active.find(
        ({ effectiveFrom, effectiveTo }) =>
          effectiveFrom <= today && (effectiveTo === null || effectiveTo > today),
      ) ?? active.at(-1);
    const [rows] = version ? await this.terms.withRows(tx, [version]) : [];
    if (!rows) throw new NotFoundError('contract in force');
    return toTerms(rows).slas;
  }
}

/** A pack names metrics by code; those that the tenant has no longer are said. */
function fromPack(levels: readonly PackLevelAnswer[], known: ScheduleKnowledge): ReadSchedule {
  const read = levels.map(({ metric: code, ...level }) => {
    const metric = known.metrics.find((each) => each.code === code);
    if (!metric) return problemAt(null, 'metric', 'metric-unknown', code);
    if (known.usualClause === null) return problemAt(null, 'clause', 'required');
    const [wrong] = targetProblems(level, metric, '');
    // what is no share in a pack was one as the pack was made: the metric has changed since
    if (wrong) return problemAt(null, 'target', wrong.code as ScheduleProblemCode, level.name);
    return {
      ...{ line: null, metric },
      level: { ...level, metricId: metric.id, clauseNumber: known.usualClause },
    };
  });
  const found = read.flatMap((each) => ('level' in each ? [each] : []));
  const problems = read.flatMap((each) => ('level' in each ? [] : [each]));
  return { levels: found, problems: [...problems, ...twiceProblems(found)] };
}

/** A clause of the other contract means nothing here: its number is kept only where the draft has one of that number. */
function fromSlas(slas: readonly ServiceLevel[], known: ScheduleKnowledge): ReadSchedule {
  const problems =
    slas.length > 0 && known.usualClause === null ? [problemAt(null, 'clause', 'required')] : [];
  const levels = slas.flatMap((level) => {
    const metric = known.metrics.find(({ id }) => id === level.metricId);
    const clauseNumber = known.clauses.includes(level.clauseNumber) ? level.clauseNumber : known.usualClause;
    return metric && clauseNumber !== null ? [{ line: null, metric, level: { ...level, clauseNumber } }] : [];
  });
  return { levels, problems };
}
