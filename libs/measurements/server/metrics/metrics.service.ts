import { Injectable } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import type {
  listMeasures,
  listMetrics,
  Measure,
  Metric,
  MetricTerms,
  NewMeasure,
  NewMetric,
  NewMetricVersion,
} from '@plumbline/measurements/schema';
import { ActivityLog } from '@plumbline/platform/activity-log';
import { Door, isUniqueViolation, newId, type TenantTransaction } from '@plumbline/platform/database';
import { ConflictError, InvalidError, NotFoundError, RuleBrokenError } from '@plumbline/platform/errors';
import { demandVersion, readCursor, toPage } from '@plumbline/platform/http';
import { type Actor, Clock } from '@plumbline/platform/tenancy';
import { effectiveTerms } from '@plumbline/sla-engine';
import { toMetric, toMetricSummary } from './metric-answers';
import { type MetricRow, MetricsRepository, toDefinition } from './metrics.repository';

/** The tenant's metric library: metrics, the versions of their definitions, and the measures they are made of. */
@Injectable()
export class MetricsService {
  constructor(
    private readonly door: Door,
    private readonly metrics: MetricsRepository,
    private readonly activityLog: ActivityLog,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, { limit, cursor }: InputOf<typeof listMetrics>['query']) {
    const after = readCursor(cursor, 'text', 'uuid');
    return this.door.withTenant(actor, async (tx) => {
      const rows = await this.metrics.list(tx, after, limit + 1);
      const versions = await this.metrics.versions(
        tx,
        rows.map(({ id }) => id),
      );
      return toPage(
        rows,
        limit,
        (metric) => toMetricSummary(metric, versions.get(metric.id) ?? [], this.month(actor)),
        (metric) => [metric.name, metric.id],
      );
    });
  }

  view(actor: Actor, id: string): Promise<Metric> {
    return this.door.withTenant(actor, (tx) => this.answer(tx, id));
  }

  create(actor: Actor, { terms, effectiveFrom, ...described }: NewMetric): Promise<Metric> {
    return this.door.withTenant(actor, async (tx) => {
      await this.demandTerms(tx, described, terms);
      const createdAt = this.clock.date();
      const metric: MetricRow = { id: newId(), ...described, createdAt, version: 1 };
      try {
        await this.metrics.insert(tx, metric);
      } catch (error) {
        if (isUniqueViolation(error, 'metric_tenant_id_code_key'))
          throw new ConflictError('metric-code-taken', 'A metric goes by this code already.', 409, [
            { path: 'code', code: 'metric-code-taken', detail: 'a metric goes by this code already' },
          ]);
        throw error;
      }
      await this.addVersion(tx, metric, 1, effectiveFrom, terms);
      await this.log(tx, 'metric-created', metric.id, { code: metric.code, effectiveFrom });
      return this.answer(tx, metric.id);
    });
  }

  /** From a month to come on: what was measured before keeps the definition it was measured by (semantics rule 14). */
  change(
    actor: Actor,
    id: string,
    { effectiveFrom, terms }: NewMetricVersion,
    version: number,
  ): Promise<Metric> {
    return this.door.withTenant(actor, async (tx) => {
      const metric = await this.metrics.findForChange(tx, id);
      if (!metric) throw new NotFoundError('metric');
      demandVersion(metric.version, version);
      await this.demandTerms(tx, metric, terms);
      const versions = (await this.metrics.versions(tx, [id])).get(id) ?? [];
      const last = versions.at(-1);
      if (effectiveFrom <= this.month(actor))
        throw new RuleBrokenError(
          'metric-version-not-future',
          'A definition changes from a month to come on.',
          [
            {
              path: 'effectiveFrom',
              code: 'metric-version-not-future',
              detail: `after ${this.month(actor)}`,
            },
          ],
        );
      if (last && effectiveFrom <= last.effectiveFrom)
        throw new RuleBrokenError(
          'metric-version-order',
          `Version ${last.number} begins with ${last.effectiveFrom}.`,
          [{ path: 'effectiveFrom', code: 'metric-version-order', detail: `after ${last.effectiveFrom}` }],
        );
      await this.addVersion(tx, metric, (last?.number ?? 0) + 1, effectiveFrom, terms);
      await this.metrics.countUp(tx, id);
      await this.log(tx, 'metric-changed', id, { effectiveFrom, number: (last?.number ?? 0) + 1 });
      return this.answer(tx, id);
    });
  }

  measures(actor: Actor, { limit, cursor }: InputOf<typeof listMeasures>['query']) {
    const [after] = readCursor(cursor, 'number') ?? [0];
    return this.door.withTenant(actor, async (tx) => {
      const rows = await this.metrics.measures(tx, after, limit + 1);
      return toPage(
        rows,
        limit,
        (measure) => measure,
        ({ position }) => [position],
      );
    });
  }

  createMeasure(actor: Actor, measure: NewMeasure): Promise<Measure> {
    return this.door.withTenant(actor, async (tx) => {
      const made = await this.metrics.insertMeasure(tx, measure).catch((error: unknown) => {
        if (isUniqueViolation(error, 'measure_tenant_id_position_key'))
          throw new ConflictError(
            'measure-added-meanwhile',
            'Somebody added a measure at the same time: try again.',
          );
        throw error;
      });
      if (!made)
        throw new ConflictError('measure-code-taken', 'A measure goes by this code already.', 409, [
          { path: 'code', code: 'measure-code-taken', detail: 'a measure goes by this code already' },
        ]);
      await this.activityLog.append(tx, {
        action: 'measure-created',
        thing: 'measure',
        thingId: made.code,
        detail: { unit: made.unit, position: made.position },
      });
      return made;
    });
  }

  /** Terms must be made of the tenant's measures, and be something that the engine can compute. */
  private async demandTerms(
    tx: TenantTransaction,
    metric: Pick<MetricRow, 'code' | 'unit' | 'direction' | 'source'>,
    terms: MetricTerms,
  ): Promise<void> {
    const named = [...terms.numerator, ...terms.denominator].map(({ measure }) => measure);
    const short = terms.shortAbandon?.measure;
    const known = await this.metrics.knownMeasures(tx, [...named, ...(short ? [short] : [])]);
    for (const part of ['numerator', 'denominator'] as const) {
      const at = terms[part].findIndex(({ measure }) => !known.has(measure));
      if (at !== -1)
        throw InvalidError.field(
          `terms.${part}.${at}.measure`,
          'unknown-measure',
          'there is no such measure',
        );
    }
    if (short !== undefined && !known.has(short))
      throw InvalidError.field('terms.shortAbandon.measure', 'unknown-measure', 'there is no such measure');
    if (metric.unit === 'ratio' && terms.denominator.length === 0)
      throw InvalidError.field('terms.denominator', 'required', 'a share needs something it is a share of');
    const effective = effectiveTerms(toDefinition(metric, 1, terms));
    if (!effective.ok)
      throw InvalidError.field(
        `terms.${effective.problem.path}`,
        effective.problem.code,
        effective.problem.detail,
      );
  }

  private addVersion(
    tx: TenantTransaction,
    metric: MetricRow,
    number: number,
    effectiveFrom: string,
    terms: MetricTerms,
  ) {
    return this.metrics.insertVersion(tx, {
      metricId: metric.id,
      number,
      effectiveFrom,
      definition: toDefinition(metric, number, terms),
      createdBy: tx.actor.name,
      createdAt: this.clock.date(),
    });
  }

  private log(tx: TenantTransaction, action: string, thingId: string, detail: object): Promise<void> {
    return this.activityLog.append(tx, { action, thing: 'metric', thingId, detail });
  }

  private async answer(tx: TenantTransaction, id: string): Promise<Metric> {
    const metric = await this.metrics.find(tx, id);
    if (!metric) throw new NotFoundError('metric');
    const versions = await this.metrics.versions(tx, [id]);
    return toMetric(metric, versions.get(id) ?? [], this.month(tx.actor));
  }

  private month(actor: Actor): string {
    return this.clock.now().toZonedDateTimeISO(actor.timezone).toPlainDate().toPlainYearMonth().toString();
  }
}
