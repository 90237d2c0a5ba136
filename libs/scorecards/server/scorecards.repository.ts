import { Injectable } from '@nestjs/common';
import type { TenantTransaction } from '@plumbline/platform/database';
import type { ScorecardState } from '@plumbline/scorecards/schema';
import { isFinalState, verdictStates } from '@plumbline/sla-engine';
import { columnOfState } from '@plumbline/slas/server';
import { ScorecardCommentEntity } from './scorecard-comment.entity';
import { ScorecardEntity } from './scorecard.entity';

export interface ScorecardSearch {
  readonly period: string | undefined;
  readonly vendorId: string | undefined;
  readonly state: ScorecardState | undefined;
  /** Month and id of the last scorecard of the page before. */
  readonly after: readonly [month: string, id: string] | null;
  readonly limit: number;
}

/** A scorecard without its lines, with the vendor's name. */
export interface SummaryRow {
  readonly id: string;
  readonly vendorId: string;
  readonly vendorCode: string;
  readonly vendorName: string;
  readonly month: string;
  readonly revision: number;
  readonly state: ScorecardState;
  readonly complete: boolean;
  readonly score: string | null;
  readonly band: ScorecardEntity['band'];
  readonly coverage: string;
  readonly builtAt: Date;
  readonly publishedAt: Date | null;
  readonly version: number;
}

/** A vendor under contract in a month, and how many of its SLAs are decided. */
export interface MonthRow {
  readonly vendorId: string;
  readonly vendorCode: string;
  readonly vendorName: string;
  readonly slas: number;
  readonly final: number;
}

/** A published revision is superseded once a later one is published; derived, so that its row stays as it is. */
const STATE = `case when scorecard.state = 'published' and exists (
    select from scorecard later where later.tenant_id = scorecard.tenant_id and later.vendor_id = scorecard.vendor_id
      and later.month = scorecard.month and later.revision > scorecard.revision and later.state = 'published')
  then 'superseded' else scorecard.state end`;

const SUMMARY = `select scorecard.id, scorecard.vendor_id as "vendorId", vendor.code as "vendorCode",
    vendor.name as "vendorName", to_char(scorecard.month, 'YYYY-MM') as month, scorecard.revision, ${STATE} as state,
    scorecard.complete, scorecard.score::text, scorecard.band, scorecard.coverage::text,
    scorecard.built_at as "builtAt", scorecard.published_at as "publishedAt", scorecard.version
  from scorecard join vendor on vendor.tenant_id = scorecard.tenant_id and vendor.id = scorecard.vendor_id`;

const FINAL_STATES = verdictStates.filter(isFinalState).map(columnOfState);

@Injectable()
export class ScorecardsRepository {
  /** Newest month first. */
  list(
    tx: TenantTransaction,
    { period, vendorId, state, after, limit }: ScorecardSearch,
  ): Promise<SummaryRow[]> {
    return tx.query<SummaryRow>(
      `select * from (${SUMMARY} where scorecard.tenant_id = $1 and vendor.tenant_id = $1
           and ($2::date is null or scorecard.month = $2) and ($3::uuid is null or scorecard.vendor_id = $3)
           and ($4::date is null or (scorecard.month, scorecard.id) < ($4, $5::uuid))) summary
       where $6::text is null or state = $6
       order by month desc, id desc limit $7`,
      [
        tx.tenantId,
        period === undefined ? null : `${period}-01`,
        vendorId ?? null,
        after === null ? null : `${after[0]}-01`,
        after?.[1] ?? null,
        state ?? null,
        limit,
      ],
    );
  }

  /** The revisions of a vendor's month, oldest first. */
  revisions(tx: TenantTransaction, vendorId: string, month: string): Promise<SummaryRow[]> {
    return tx.query<SummaryRow>(
      `${SUMMARY} where scorecard.tenant_id = $1 and scorecard.vendor_id = $2 and scorecard.month = $3
       order by scorecard.revision`,
      [tx.tenantId, vendorId, `${month}-01`],
    );
  }

  /** The newest revision of each vendor in a month that says something: a draft without a difference does not. */
  newestOfMonth(tx: TenantTransaction, month: string): Promise<SummaryRow[]> {
    return tx.query<SummaryRow>(
      `select distinct on ("vendorId") * from (${SUMMARY}
         where scorecard.tenant_id = $1 and scorecard.month = $2 and (scorecard.state = 'published' or scorecard.differs)) summary
       order by "vendorId", revision desc`,
      [tx.tenantId, `${month}-01`],
    );
  }

  /** Vendors under contract on the first day of a month, by name. */
  vendorsOfMonth(tx: TenantTransaction, month: string): Promise<MonthRow[]> {
    return tx.query<MonthRow>(
      `select vendor.id as "vendorId", vendor.code as "vendorCode", vendor.name as "vendorName",
         count(sla.id)::integer as slas,
         count(sla.id) filter (where coalesce(result.final, sla."window" = 'quarter'))::integer as final
       from contract_version version
       join vendor on vendor.tenant_id = version.tenant_id and vendor.id = version.vendor_id
       join sla on sla.tenant_id = version.tenant_id and sla.contract_version_id = version.id
       -- of other windows than months, all that end in the month; a quarter may have none
       left join (select sla_id, bool_and(state = any ($3)) as final from result
                  where tenant_id = $1 and month = $2 and latest group by sla_id) result on result.sla_id = sla.id
       where version.tenant_id = $1 and version.state = 'active' and version.effective_from <= $2
         and (version.effective_to is null or version.effective_to > $2)
       group by vendor.id, vendor.code, vendor.name order by vendor.name, vendor.id`,
      [tx.tenantId, `${month}-01`, FINAL_STATES],
    );
  }

  find(tx: TenantTransaction, id: string): Promise<ScorecardEntity | null> {
    return tx.manager.findOneBy(ScorecardEntity, { tenantId: tx.tenantId, id });
  }

  async newest(tx: TenantTransaction, vendorId: string, month: string): Promise<ScorecardEntity | null> {
    return tx.manager.findOne(ScorecardEntity, {
      where: { tenantId: tx.tenantId, vendorId, month: `${month}-01` },
      order: { revision: 'desc' },
    });
  }

  /** The revision before, as the difference is taken against it. */
  async before(tx: TenantTransaction, scorecard: ScorecardEntity): Promise<ScorecardEntity | null> {
    const { tenantId, vendorId, month, revision } = scorecard;
    return tx.manager.findOneBy(ScorecardEntity, { tenantId, vendorId, month, revision: revision - 1 });
  }

  async insert(tx: TenantTransaction, scorecard: ScorecardEntity): Promise<void> {
    await tx.manager.insert(ScorecardEntity, scorecard);
  }

  /** Answers whether the row was a draft of that version still; a published one is out of reach (policy). */
  async updateDraft(tx: TenantTransaction, scorecard: ScorecardEntity): Promise<boolean> {
    const { tenantId, id, version, ...columns } = scorecard;
    const updated = await tx.manager.update(
      ScorecardEntity,
      { tenantId, id, version, state: 'draft' },
      { ...columns, version: version + 1 },
    );
    return updated.affected === 1;
  }

  /** Everything said about a vendor's month, oldest first, with the revision it was said about. */
  async comments(
    tx: TenantTransaction,
    vendorId: string,
    month: string,
  ): Promise<(ScorecardCommentEntity & { readonly revision: number })[]> {
    return tx.query(
      `select comment.id, scorecard.revision, comment.sla_id as "slaId", comment.side, comment.text,
         comment.author_name as "authorName", comment.created_at as "createdAt"
       from scorecard_comment comment
       join scorecard on scorecard.tenant_id = comment.tenant_id and scorecard.id = comment.scorecard_id
       where comment.tenant_id = $1 and scorecard.tenant_id = $1 and scorecard.vendor_id = $2 and scorecard.month = $3
       order by comment.created_at, comment.id`,
      [tx.tenantId, vendorId, `${month}-01`],
    );
  }

  async insertComment(tx: TenantTransaction, comment: ScorecardCommentEntity): Promise<void> {
    await tx.manager.insert(ScorecardCommentEntity, comment);
  }

  /** Notes up to which evaluation the month was looked at; never backwards. */
  async lookedAt(tx: TenantTransaction, vendorId: string, month: string, evaluatedTo: Date): Promise<void> {
    await tx.query(
      `insert into scorecard_progress (tenant_id, vendor_id, month, evaluated_to) values ($1, $2, $3, $4)
       on conflict (tenant_id, vendor_id, month) do update
         set evaluated_to = greatest(scorecard_progress.evaluated_to, excluded.evaluated_to)`,
      [tx.tenantId, vendorId, `${month}-01`, evaluatedTo],
    );
  }
}
