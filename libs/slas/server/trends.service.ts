import { Injectable } from '@nestjs/common';
import { Door, type TenantTransaction } from '@plumbline/platform/database';
import { NotFoundError } from '@plumbline/platform/errors';
import { type Actor, Clock } from '@plumbline/platform/tenancy';
import { type LocalWindow, windowsEnding } from '@plumbline/sla-engine';
import type { Trend } from '@plumbline/slas/schema';
import { ruleOf, valueOf } from './judged-window';
import { addMonths, monthAt, monthsFrom } from './month-window';
import { toFigure } from './result-answers';
import { TrendsRepository } from './trends.repository';
import { toTarget } from './terms.repository';

export interface MonthRange {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Twelve months, or as many as were asked for, ending where nothing else is said at `last`. */
export function monthsOf({ from, to }: MonthRange, last: string): string[] {
  const end = to ?? (from !== undefined && from > last ? from : last);
  return monthsFrom(from ?? addMonths(end, -11), end).slice(-36);
}

/** The windows that end in the months `from` to `to`. */
function windowsIn(code: string, from: string, to: string): readonly LocalWindow[] {
  const end = Temporal.PlainYearMonth.from(to);
  const last = end.toPlainDate({ day: end.daysInMonth }).toString();
  return valueOf(windowsEnding(ruleOf(code), `${from}-01`, last));
}

/** A target window by window: the SLA of each version of the contract that agrees the same metric, segment and windows. */
@Injectable()
export class TrendsService {
  constructor(
    private readonly door: Door,
    private readonly trends: TrendsRepository,
    private readonly clock: Clock,
  ) {}

  view(actor: Actor, slaId: string, range: MonthRange): Promise<Trend> {
    return this.door.withTenant(actor, (tx) => this.of(tx, slaId, range));
  }

  async of(tx: TenantTransaction, slaId: string, range: MonthRange): Promise<Trend> {
    const versions = await this.trends.versions(tx, slaId);
    const own = versions.find(({ id }) => id === slaId);
    if (!own) throw new NotFoundError('SLA');
    const ids = versions.map(({ id }) => id);
    const newest = await this.trends.newestMonth(tx, ids);
    const months = monthsOf(range, newest ?? monthAt(this.clock.now(), tx.actor.timezone));
    const [first = '', last = ''] = [months[0], months.at(-1)];
    const results = await this.trends.results(tx, ids, { from: first, to: last });
    return {
      slaId,
      name: own.name,
      segment: {
        lineOfBusiness: own.line_of_business,
        channel: own.channel,
        queue: own.queue,
        language: own.language,
      },
      unit: own.unit,
      direction: own.direction,
      points: windowsIn(own.window, first, last).map(({ first: date, last: end }) => {
        const result = results.find((row) => row.window_first === date);
        const agreed =
          versions.find(({ id }) => id === result?.sla_id) ??
          versions.find(
            ({ effective_from, effective_to }) =>
              effective_from <= date && (effective_to === null || date < effective_to),
          );
        return {
          month: end.slice(0, 7),
          window: { code: own.window, first: date, last: end },
          resultId: result?.id ?? null,
          figure: result ? toFigure(result) : null,
          target: agreed ? toTarget(agreed) : null,
          metricVersion: result?.metric_version ?? null,
        };
      }),
    };
  }
}
