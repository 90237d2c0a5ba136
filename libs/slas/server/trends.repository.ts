import { Injectable } from '@nestjs/common';
import type { TenantTransaction } from '@plumbline/platform/database';
import { type FigureRow, figureColumns, type ResultRow } from './results.repository';

export interface SlaVersionRow extends Pick<
  ResultRow,
  | 'line_of_business'
  | 'channel'
  | 'queue'
  | 'language'
  | 'comparator'
  | 'target'
  | 'band_low'
  | 'band_high'
  | 'unit'
  | 'direction'
> {
  readonly id: string;
  readonly name: string;
  readonly window: string;
  readonly timezone: string;
  readonly effective_from: string;
  readonly effective_to: string | null;
}

export interface TrendRow extends FigureRow {
  readonly id: string;
  readonly sla_id: string;
  readonly month: string;
  readonly window_first: string;
  readonly metric_version: number;
}

@Injectable()
export class TrendsRepository {
  /** The SLA, and in the other versions of its contract those that agree the same metric for the same segment and windows. */
  versions(tx: TenantTransaction, slaId: string): Promise<SlaVersionRow[]> {
    return tx.query<SlaVersionRow>(
      `select s.id, s.name, s.line_of_business, s.channel, s.queue, s.language, s.comparator, s.target::text,
              s.band_low::text, s.band_high::text, m.unit, m.direction, s."window", v.timezone, v.effective_from::text, v.effective_to::text
       from sla own
       join contract_version own_version on own_version.tenant_id = $1 and own_version.id = own.contract_version_id
       join contract_version v on v.tenant_id = $1 and v.contract_id = own_version.contract_id and v.state = 'active'
       join sla s on s.tenant_id = $1 and s.contract_version_id = v.id and s.metric_id = own.metric_id and s."window" = own."window"
         and (s.line_of_business, s.channel, s.queue, s.language)
             is not distinct from (own.line_of_business, own.channel, own.queue, own.language)
         and (s.id = own.id or s.contract_version_id <> own.contract_version_id)
       join metric m on m.tenant_id = $1 and m.id = s.metric_id
       where own.tenant_id = $1 and own.id = $2
       order by v.effective_from`,
      [tx.tenantId, slaId],
    );
  }

  async newestMonth(tx: TenantTransaction, slaIds: readonly string[]): Promise<string | null> {
    const [row] = await tx.query<{ month: string | null }>(
      `select to_char(max(month), 'YYYY-MM') as month from result where tenant_id = $1 and sla_id = any ($2) and latest`,
      [tx.tenantId, [...slaIds]],
    );
    return row?.month ?? null;
  }

  results(
    tx: TenantTransaction,
    slaIds: readonly string[],
    { from, to }: { readonly from: string; readonly to: string },
  ): Promise<TrendRow[]> {
    return tx.query<TrendRow>(
      `select r.id, r.sla_id, to_char(r.month, 'YYYY-MM') as month, coalesce(r.window_from, r.month)::text as window_first,
              r.metric_version, ${figureColumns}
       from result r
       where r.tenant_id = $1 and r.sla_id = any ($2) and r.latest and r.month between $3 and $4
       order by r.month, r.window_from`,
      [tx.tenantId, [...slaIds], `${from}-01`, `${to}-01`],
    );
  }
}
