import { Injectable } from '@nestjs/common';
import type {
  FlaggedVerdict,
  ParityAgainst,
  ParityCause,
  ParityChange,
  ParityFinding,
  TargetSegment,
} from '@plumbline/contracts/schema';
import type { TenantTransaction } from '@plumbline/platform/database';
import type { ParityReason, Trace } from '@plumbline/sla-engine';
import { type MetricColumns, metricOf, segmentOf } from './internal-targets.repository';

export interface OpenFinding {
  readonly id: string;
  readonly contractId: string;
  readonly internalTargetId: string | null;
  readonly floorCode: string | null;
  readonly fingerprint: string;
  readonly since: string;
}

export interface NewFinding extends OpenFinding {
  readonly vendorId: string;
  readonly against: ParityAgainst;
  readonly metricId: string;
  readonly verdict: FlaggedVerdict;
  readonly reasons: readonly ParityReason[];
  readonly slaId: string | null;
  readonly trace: Trace;
  readonly change: ParityChange;
}

export interface FindingSearch {
  readonly vendorId?: string | undefined;
  readonly contractId?: string;
  readonly internalTargetId?: string | null;
  readonly floorCodes?: readonly string[];
  readonly open?: boolean | undefined;
  /** Instant and id of the last one of the page before. */
  readonly after?: readonly [openedAt: string, id: string] | null;
  readonly limit: number;
}

@Injectable()
export class ParityFindingsRepository {
  open(tx: TenantTransaction): Promise<OpenFinding[]> {
    return tx.query<OpenFinding>(
      `select id, contract_id as "contractId", internal_target_id as "internalTargetId", floor_code as "floorCode",
         fingerprint, since::text as since
       from parity_finding where tenant_id = $1 and closed_at is null`,
      [tx.tenantId],
    );
  }

  async insert(tx: TenantTransaction, finding: NewFinding, at: Date): Promise<void> {
    const { change } = finding;
    await tx.query(
      `insert into parity_finding (tenant_id, id, contract_id, vendor_id, against, internal_target_id, floor_code, metric_id,
         verdict, reasons, sla_id, fingerprint, trace, cause, cause_number, since, opened_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
      [
        ...[tx.tenantId, finding.id, finding.contractId, finding.vendorId, finding.against],
        ...[finding.internalTargetId, finding.floorCode, finding.metricId, finding.verdict, finding.reasons],
        ...[finding.slaId, finding.fingerprint, JSON.stringify(finding.trace)],
        ...[change.cause, change.number, change.since, at],
      ],
    );
  }

  async close(
    tx: TenantTransaction,
    id: string,
    { verdict, change, at }: { readonly verdict: string; readonly change: ParityChange; readonly at: Date },
  ): Promise<void> {
    await tx.query(
      `update parity_finding set closed_at = $3, closing_verdict = $4, closing_cause = $5, closing_number = $6, closing_since = $7
       where tenant_id = $1 and id = $2 and closed_at is null`,
      [tx.tenantId, id, at, verdict, change.cause, change.number, change.since],
    );
  }

  /** Newest first. */
  async list(tx: TenantTransaction, search: FindingSearch): Promise<ParityFinding[]> {
    const rows = await tx.query<FindingColumns>(
      `select f.id as "findingId", f.against, f.floor_code as "floorCode", f.verdict, f.reasons, f.cause,
         f.cause_number as "causeNumber", f.since::text as since, f.opened_at as "openedAt", f.closed_at as "closedAt",
         f.closing_verdict as "closingVerdict", f.closing_cause as "closingCause", f.closing_number as "closingNumber",
         f.closing_since::text as "closingSince", c.id as "contractId", c.reference,
         vendor.id as "vendorId", vendor.code as "vendorCode", vendor.name as "vendorName",
         m.id as "metricId", m.code, m.name, m.unit, m.direction,
         t.line_of_business as "lineOfBusiness", t.channel, t.queue, t.language
       from parity_finding f
       join contract c on c.tenant_id = f.tenant_id and c.id = f.contract_id
       join vendor on vendor.tenant_id = f.tenant_id and vendor.id = f.vendor_id
       join metric m on m.tenant_id = f.tenant_id and m.id = f.metric_id
       left join internal_target t on t.tenant_id = f.tenant_id and t.id = f.internal_target_id
       where f.tenant_id = $1 and ($2::uuid is null or f.vendor_id = $2)
         and ($3::boolean is null or (f.closed_at is null) = $3)
         and ($4::timestamptz is null or (f.opened_at, f.id) < ($4, $5::uuid))
         and ($6::uuid is null or f.contract_id = $6)
         and ($7::text[] is null or f.floor_code = any ($7) or f.internal_target_id = $8::uuid)
       order by f.opened_at desc, f.id desc limit $9`,
      [
        ...[tx.tenantId, search.vendorId ?? null, search.open ?? null],
        ...[search.after?.[0] ?? null, search.after?.[1] ?? null, search.contractId ?? null],
        ...[search.floorCodes ?? null, search.internalTargetId ?? null, search.limit],
      ],
    );
    return rows.map(toFinding);
  }
}

interface FindingColumns extends MetricColumns, TargetSegment {
  readonly findingId: string;
  readonly against: ParityAgainst;
  readonly floorCode: string | null;
  readonly verdict: FlaggedVerdict;
  readonly reasons: ParityReason[];
  readonly cause: ParityCause;
  readonly causeNumber: number | null;
  readonly since: string;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  readonly closingVerdict: NonNullable<ParityFinding['closed']>['verdict'] | null;
  readonly closingCause: ParityCause | null;
  readonly closingNumber: number | null;
  readonly closingSince: string | null;
  readonly contractId: string;
  readonly reference: string;
  readonly vendorId: string;
  readonly vendorCode: string;
  readonly vendorName: string;
}

function toFinding(row: FindingColumns): ParityFinding {
  const { findingId: id, against, floorCode, verdict, reasons, closedAt } = row;
  return {
    ...{ id, against, floorCode, verdict, reasons },
    contract: { id: row.contractId, reference: row.reference },
    vendor: { id: row.vendorId, code: row.vendorCode, name: row.vendorName },
    metric: metricOf(row),
    segment: segmentOf(row),
    opened: { cause: row.cause, number: row.causeNumber, since: row.since },
    openedAt: row.openedAt.toISOString(),
    closed:
      closedAt && row.closingVerdict && row.closingCause
        ? {
            ...{ verdict: row.closingVerdict, cause: row.closingCause, number: row.closingNumber },
            ...{ since: row.closingSince ?? '', at: closedAt.toISOString() },
          }
        : null,
  };
}
