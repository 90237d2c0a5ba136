import type { CreditDispute, CreditStatement, CreditStatementSummary } from '@plumbline/credits/schema';
import type { CreditStatementEntity } from './credit-statement.entity';
import type { ApprovalRow, DisputeRow, RemarkRow } from './statement-sides.repository';
import type { StatementRow } from './statements.repository';

export function toSummary(row: StatementRow): CreditStatementSummary {
  const { id, contract, month, state, complete, currency, credit, total, openDisputes, approvals } = row;
  return {
    id,
    vendor: { id: row.vendorId, code: row.vendorCode, name: row.vendorName },
    contract,
    period: month,
    state,
    complete,
    currency,
    credit,
    total,
    openDisputes,
    approvals,
    triggered: row.triggered,
    builtAt: row.builtAt.toISOString(),
    approvedAt: row.approvedAt?.toISOString() ?? null,
    export:
      row.exportNumber === null || row.exportedAt === null
        ? null
        : {
            number: row.exportNumber,
            reference: exportReference(row),
            exportedBy: row.exportedBy ?? '',
            exportedAt: row.exportedAt.toISOString(),
          },
    version: row.version,
  };
}

/** What accounts payable books under: the contract, the month and the number that is given once. */
export function exportReference(row: Pick<StatementRow, 'contract' | 'month' | 'exportNumber'>): string {
  return `${row.contract.reference}/${row.month}/${`${row.exportNumber ?? 0}`.padStart(6, '0')}`;
}

export function toStatement(
  row: StatementRow,
  statement: CreditStatementEntity,
  sides: {
    readonly disputes: readonly DisputeRow[];
    readonly approvals: readonly ApprovalRow[];
    readonly remarks: readonly RemarkRow[];
    readonly correctedBy: CreditStatement['correctedBy'];
    readonly documents: ReadonlyMap<string, CreditDispute['documents']>;
  },
): CreditStatement {
  const {
    fee,
    uncapped,
    cap,
    yearCredited,
    schemeRevision,
    terms,
    lines,
    entries,
    triggers,
    trace,
    request,
  } = statement;
  const names = new Map(lines.map(({ slaId, name }) => [slaId, name]));
  return {
    ...toSummary(row),
    fee,
    uncapped,
    cap,
    yearCredited,
    schemeRevision,
    terms,
    lines,
    entries,
    triggers,
    trace,
    request,
    disputes: sides.disputes.map((dispute) =>
      toDispute(dispute, names.get(dispute.slaId) ?? '', sides.documents.get(dispute.id) ?? []),
    ),
    approvers: sides.approvals.map(({ personName, approvedAt }) => ({
      name: personName,
      at: approvedAt.toISOString(),
    })),
    remarks: sides.remarks.map(({ createdAt, ...remark }) => ({
      ...remark,
      createdAt: createdAt.toISOString(),
    })),
    sharedBy: statement.sharedByName,
    sharedAt: statement.sharedAt?.toISOString() ?? null,
    correctedBy: sides.correctedBy,
  };
}

function toDispute(
  { raisedAt, decidedAt, ...dispute }: DisputeRow,
  name: string,
  documents: CreditDispute['documents'],
): CreditDispute {
  return {
    ...dispute,
    name,
    documents,
    raisedAt: raisedAt.toISOString(),
    decidedAt: decidedAt?.toISOString() ?? null,
  };
}
