import { Injectable } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import type {
  CreditStatement,
  ExportedStatement,
  HeldTrigger,
  listCreditStatements,
} from '@plumbline/credits/schema';
import { Door, type TenantTransaction } from '@plumbline/platform/database';
import { NotFoundError } from '@plumbline/platform/errors';
import { readCursor, toPage } from '@plumbline/platform/http';
import type { Actor } from '@plumbline/platform/tenancy';
import { DisputeDocuments } from './dispute-documents';
import { recomputeOf } from './recompute';
import { toStatement, toSummary } from './statement-answers';
import { StatementSidesRepository } from './statement-sides.repository';
import { StatementsRepository } from './statements.repository';

/** Reads statements. */
@Injectable()
export class StatementsService {
  constructor(
    private readonly door: Door,
    private readonly statements: StatementsRepository,
    private readonly sides: StatementSidesRepository,
    private readonly documents: DisputeDocuments,
  ) {}

  list(actor: Actor, query: InputOf<typeof listCreditStatements>['query']) {
    const { period, vendorId, contractId, state, limit, cursor } = query;
    const after = readCursor(cursor, 'month', 'uuid');
    return this.door.withTenant(actor, async (tx) => {
      const search = { period, vendorId, contractId, state, after, limit: limit + 1 };
      const rows = await this.statements.list(tx, search);
      return toPage(rows, limit, toSummary, ({ month, id }) => [month, id]);
    });
  }

  view(actor: Actor, id: string): Promise<CreditStatement> {
    return this.door.withTenant(actor, (tx) => this.answer(tx, id));
  }

  export(actor: Actor, id: string): Promise<ExportedStatement> {
    return this.door.withTenant(actor, async (tx) => {
      const statement = await this.statements.find(tx, id);
      if (!statement) throw new NotFoundError('credit statement');
      return {
        format: 'plumbline.credit-statement/1',
        statement: await this.answer(tx, id),
        recompute: recomputeOf(statement),
      };
    });
  }

  triggers(
    actor: Actor,
    of: { readonly vendorId?: string | undefined; readonly contractId?: string | undefined },
  ): Promise<{ items: HeldTrigger[] }> {
    return this.door.withTenant(actor, async (tx) => {
      const { vendorId, contractId } = of;
      const newest = await this.statements.newestOfContracts(tx, { vendorId, contractId });
      const items = newest.flatMap((row) =>
        row.triggers
          .filter(({ triggered }) => triggered)
          .map((trigger) => ({
            ...trigger,
            vendor: { id: row.vendorId, code: row.vendorCode, name: row.vendorName },
            contract: row.contract,
            statementId: row.id,
            period: row.month,
          })),
      );
      return { items };
    });
  }

  async answer(tx: TenantTransaction, id: string): Promise<CreditStatement> {
    const [row, statement] = [await this.statements.summary(tx, id), await this.statements.find(tx, id)];
    if (!row || !statement) throw new NotFoundError('credit statement');
    return toStatement(row, statement, {
      disputes: await this.sides.disputes(tx, id),
      approvals: await this.sides.approvals(tx, id, statement.content),
      remarks: await this.sides.remarks(tx, id),
      documents: await this.documents.of(tx, id),
      correctedBy: await this.statements.correctionsOf(tx, statement),
    });
  }
}
