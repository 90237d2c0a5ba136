import { Injectable } from '@nestjs/common';
import type {
  CreditDisputeDecision,
  CreditStatement,
  NewCreditDispute,
  NewCreditRemark,
} from '@plumbline/credits/schema';
import { ActivityLog } from '@plumbline/platform/activity-log';
import { Door, newId, type TenantTransaction } from '@plumbline/platform/database';
import { ConflictError, InvalidError, NotAllowedError, NotFoundError } from '@plumbline/platform/errors';
import { type Actor, Clock } from '@plumbline/platform/tenancy';
import { withdrawn } from './approvals.service';
import type { CreditStatementEntity } from './credit-statement.entity';
import { StatementSidesRepository } from './statement-sides.repository';
import { StatementsRepository } from './statements.repository';
import { StatementsService } from './statements.service';

/** What both sides say about a statement before it is approved. */
@Injectable()
export class DisputesService {
  constructor(
    private readonly door: Door,
    private readonly statements: StatementsRepository,
    private readonly sides: StatementSidesRepository,
    private readonly service: StatementsService,
    private readonly activityLog: ActivityLog,
    private readonly clock: Clock,
  ) {}

  raise(actor: Actor, id: string, { slaId, reason }: NewCreditDispute): Promise<CreditStatement> {
    return this.door.withTenant(actor, async (tx) => {
      demandVendor(actor);
      const statement = await this.open(tx, id);
      if (statement.lines.every((line) => line.slaId !== slaId)) {
        throw InvalidError.field('slaId', 'line-unknown', 'This statement has no such line.');
      }
      const dispute = { id: newId(), slaId, reason, ...this.done(actor, statement) };
      await this.sides.insertDispute(tx, dispute);
      // the row waited for an approval that was under way: then the statement is frozen by now
      await this.open(tx, id);
      await this.log(tx, 'credit-line-disputed', statement, { disputeId: dispute.id, slaId });
      return this.service.answer(tx, id);
    });
  }

  decide(
    actor: Actor,
    id: string,
    disputeId: string,
    { decision, note }: CreditDisputeDecision,
  ): Promise<CreditStatement> {
    return this.door.withTenant(actor, async (tx) => {
      const statement = await this.open(tx, id);
      await this.close(tx, actor, statement, { disputeId, state: decision, note });
      return this.service.answer(tx, id);
    });
  }

  withdraw(actor: Actor, id: string, disputeId: string): Promise<CreditStatement> {
    return this.door.withTenant(actor, async (tx) => {
      demandVendor(actor);
      const statement = await this.open(tx, id);
      await this.close(tx, actor, statement, { disputeId, state: 'withdrawn', note: null });
      return this.service.answer(tx, id);
    });
  }

  remark(actor: Actor, id: string, { text }: NewCreditRemark): Promise<CreditStatement> {
    return this.door.withTenant(actor, async (tx) => {
      const statement = await this.find(tx, id);
      const remark = { id: newId(), text, ...this.done(actor, statement) };
      await this.sides.insertRemark(tx, remark);
      await this.log(tx, 'credit-statement-remarked', statement, { remarkId: remark.id });
      return this.service.answer(tx, id);
    });
  }

  private async close(
    tx: TenantTransaction,
    actor: Actor,
    statement: CreditStatementEntity,
    closing: {
      readonly disputeId: string;
      readonly state: 'upheld' | 'changed' | 'withdrawn';
      readonly note: string | null;
    },
  ): Promise<void> {
    const { disputeId, state, note } = closing;
    const known = await this.sides.disputes(tx, statement.id);
    if (known.every((dispute) => dispute.id !== disputeId)) throw new NotFoundError('dispute');
    const { by, byName, at } = this.done(actor, statement);
    const closed = await this.sides.closeDispute(tx, {
      ...{ id: disputeId, statementId: statement.id, state, note },
      ...{ by, byName, at },
    });
    if (!closed) throw new ConflictError('dispute-decided', 'This dispute is decided already.');
    await this.log(tx, `credit-dispute-${state}`, statement, { disputeId });
  }

  /** A statement about which something can still be said. */
  private async open(tx: TenantTransaction, id: string): Promise<CreditStatementEntity> {
    const statement = await this.find(tx, id);
    if (statement.state === 'approved')
      throw new ConflictError('statement-approved', 'This statement is approved already and never changes.');
    if (statement.state === 'withdrawn') throw withdrawn();
    return statement;
  }

  private async find(tx: TenantTransaction, id: string): Promise<CreditStatementEntity> {
    const statement = await this.statements.find(tx, id);
    if (!statement) throw new NotFoundError('credit statement');
    return statement;
  }

  private done(actor: Actor, { id, vendorId }: CreditStatementEntity) {
    return { vendorId, statementId: id, by: actor.id, byName: actor.name, at: this.clock.date() };
  }

  private log(
    tx: TenantTransaction,
    action: string,
    { id, vendorId, month }: CreditStatementEntity,
    detail: object,
  ): Promise<void> {
    return this.activityLog.append(tx, {
      action,
      thing: 'credit-statement',
      thingId: id,
      vendorId,
      detail: { month: month.slice(0, 7), ...detail },
    });
  }
}

/** Whoever sent the statement does not dispute it. */
function demandVendor(actor: Actor): void {
  if (actor.side !== 'vendor')
    throw new NotAllowedError('vendor-only', 'The vendor disputes its statement, not the insurer.');
}
