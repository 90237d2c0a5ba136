import { Injectable } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import { Door, type TenantTransaction } from '@plumbline/platform/database';
import { NotFoundError } from '@plumbline/platform/errors';
import { readCursor, toPage } from '@plumbline/platform/http';
import type { Actor } from '@plumbline/platform/tenancy';
import type { CutDimension, Cuts, listResults, Result } from '@plumbline/slas/schema';
import { compareCuts } from './compare-cuts';
import { toExcusing, toGrain, toReason, toRevision, toSummary } from './result-answers';
import { type ResultRow, ResultsRepository } from './results.repository';
import { ResultRows } from './result-rows';

@Injectable()
export class ResultsService {
  constructor(
    private readonly door: Door,
    private readonly results: ResultsRepository,
    private readonly rows: ResultRows,
  ) {}

  list(actor: Actor, { limit, cursor, ...search }: InputOf<typeof listResults>['query']) {
    const after = readCursor(cursor, 'month', 'text', 'text', 'date', 'uuid');
    return this.door.withTenant(actor, async (tx) => {
      const rows = await this.results.list(tx, {
        month: search.month,
        vendorId: search.vendorId,
        metricId: search.metricId,
        slaId: search.slaId,
        state: search.state,
        window: search.window,
        after,
        limit: limit + 1,
      });
      return toPage(rows, limit, toSummary, (row) => [
        ...[row.month, row.vendor_name, row.sla_name, row.window_first, row.id],
      ]);
    });
  }

  view(actor: Actor, id: string): Promise<Result> {
    return this.door.withTenant(actor, (tx) => this.answer(tx, id));
  }

  /** The result cut by one dimension, over the same rows as of the same load. */
  cut(actor: Actor, id: string, by: CutDimension): Promise<Cuts> {
    return this.door.withTenant(actor, async (tx) => {
      const row = await this.row(tx, id);
      const { sla, window, question } = await this.rows.behind(tx, row);
      await this.rows.demandAll(tx, row);
      const sums = question === null ? [] : await this.rows.sums(tx, question, by);
      return {
        resultId: id,
        by,
        analysis: true,
        ...compareCuts({
          sla,
          window,
          sums,
          whole: toSummary(row),
          asOf: row.evaluated_at.toISOString(),
        }),
      };
    });
  }

  /** The result with its history, for its own page and for the explanation. */
  async answer(tx: TenantTransaction, id: string): Promise<Result> {
    const row = await this.row(tx, id);
    const revisions = await this.results.revisions(tx, row);
    return {
      ...toSummary(row),
      latest: row.latest,
      rowsCounted: row.rows_counted,
      grain: toGrain(row.grain),
      asOfLoad: row.as_of_load,
      reason: toReason(row),
      breachId: await this.results.breachId(tx, row),
      excusing: toExcusing(row),
      revisions: revisions.map(toRevision),
    };
  }

  async row(tx: TenantTransaction, id: string): Promise<ResultRow> {
    const row = await this.results.find(tx, id);
    if (!row) throw new NotFoundError('result');
    return row;
  }
}
