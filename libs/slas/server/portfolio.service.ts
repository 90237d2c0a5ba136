import { Injectable } from '@nestjs/common';
import { Door, type TenantTransaction } from '@plumbline/platform/database';
import { type Actor, Clock } from '@plumbline/platform/tenancy';
import type { Portfolio, PortfolioCell, ResultState } from '@plumbline/slas/schema';
import { monthAt } from './month-window';
import { stateOfColumn } from './state-columns';
import { type MonthRange, monthsOf } from './trends.service';
import { worstState } from './worst-state';

interface CountRow {
  readonly vendor_id: string;
  readonly month: string;
  readonly state: string;
  readonly count: number;
}

interface ScoreRow {
  readonly vendor_id: string;
  readonly month: string;
  readonly id: string;
  readonly score: string | null;
}

/** Vendors by months, for the heat map. */
@Injectable()
export class PortfolioService {
  constructor(
    private readonly door: Door,
    private readonly clock: Clock,
  ) {}

  view(actor: Actor, range: MonthRange): Promise<Portfolio> {
    return this.door.withTenant(actor, async (tx) => {
      const months = monthsOf(range, await this.lastMonth(tx));
      const span = [`${months[0]}-01`, `${months.at(-1)}-01`] as const;
      const counts = await this.counts(tx, span);
      const scores = await this.scores(tx, span);
      const vendors = await this.vendors(tx, [...new Set(counts.map((row) => row.vendor_id))]);
      return {
        months,
        vendors: vendors.map((vendor) => ({
          ...vendor,
          cells: months.map((month) =>
            toCell(
              month,
              counts.filter((row) => row.vendor_id === vendor.id && row.month === month),
              scores.find((row) => row.vendor_id === vendor.id && row.month === month),
            ),
          ),
        })),
      };
    });
  }

  /** The newest month with a result, else the month of today. */
  private async lastMonth(tx: TenantTransaction): Promise<string> {
    const [row] = await tx.query<{ month: string | null }>(
      `select to_char(max(month), 'YYYY-MM') as month from result
       where tenant_id = $1 and latest and (window_kind = 'month' or month <= $2)`,
      // a quarter that has begun ends in a month to come
      [tx.tenantId, `${monthAt(this.clock.now(), tx.actor.timezone)}-01`],
    );
    return row?.month ?? monthAt(this.clock.now(), tx.actor.timezone);
  }

  private counts(tx: TenantTransaction, span: readonly [string, string]): Promise<CountRow[]> {
    return tx.query<CountRow>(
      `select vendor_id, to_char(month, 'YYYY-MM') as month, state, count(*)::int as count
       from result where tenant_id = $1 and latest and month between $2 and $3 group by vendor_id, month, state`,
      [tx.tenantId, ...span],
    );
  }

  private scores(tx: TenantTransaction, span: readonly [string, string]): Promise<ScoreRow[]> {
    return tx.query<ScoreRow>(
      `select distinct on (vendor_id, month) vendor_id, to_char(month, 'YYYY-MM') as month, id, score::text
       from scorecard where tenant_id = $1 and month between $2 and $3 order by vendor_id, month, revision desc`,
      [tx.tenantId, ...span],
    );
  }

  /** Vendors that serve now, and those that have results in the span. */
  private vendors(
    tx: TenantTransaction,
    withResults: readonly string[],
  ): Promise<{ id: string; code: string; name: string }[]> {
    return tx.query(
      `select id, code, name from vendor
       where tenant_id = $1 and (state in ('onboarding', 'active', 'suspended', 'offboarding') or id = any ($2))
       order by name, id`,
      [tx.tenantId, [...withResults]],
    );
  }
}

function toCell(month: string, counts: readonly CountRow[], score: ScoreRow | undefined): PortfolioCell {
  const of = (state: ResultState) => counts.find((row) => stateOfColumn(row.state) === state)?.count ?? 0;
  return {
    month,
    state: worstState(counts.map((row) => stateOfColumn(row.state))),
    score: score?.score ?? null,
    scorecardId: score?.id ?? null,
    met: of('met'),
    breached: of('breached'),
    total: counts.reduce((sum, row) => sum + row.count, 0),
  };
}
