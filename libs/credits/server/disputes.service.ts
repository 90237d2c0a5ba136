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
import { DisputeDocuments } from './dispute-documents';
import { tellOf } from './letters/credit-letter';
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
    private readonly documents: DisputeDocuments,
    private readonly service: StatementsService,
    private readonly activityLog: ActivityLog,
    private readonly clock: Clock,
  ) {}

  raise(
    actor: Actor,
    id: string,
    { slaId, reason, documents = [] }: NewCreditDispute,
  ): Promise<CreditStatement> {
    return this.door.withTenant(actor, async (tx) => {
      demandVendor(actor);
      const statement = await this.open(tx, id);
      if (statement.lines.every((line) => line.slaId !== slaId)) {
        throw InvalidError.field('slaId', 'line-unknown', 'This statement has no such line.');
      }
      const dispute = { id: newId(), slaId, reason, ...this.done(actor, statement) };
      await this.sides.insertDispute(tx, dispute);
      await this.documents.attach(tx, actor, of(statement, dispute.id), documents);
      // the row waited for an approval that was under way: then the statement is frozen by now
      await this.open(tx, id);
      await this.log(tx, 'credit-line-disputed', statement, { disputeId: dispute.id, slaId });
      await this.tell(tx, actor, 'disputed', statement, slaId);
      return this.service.answer(tx, id);
    });
  }

  /** Either side bears out what it says while nothing is decided. */
  attach(
    actor: Actor,
    id: string,
    disputeId: string,
    documents: readonly string[],
  ): Promise<CreditStatement> {
    return this.door.withTenant(actor, async (tx) => {
      if (!actor.permissions.has(actor.side === 'vendor' ? 'credit.dispute' : 'credit.manage'))
        throw new NotAllowedError('not-allowed', 'Your role has no part in disputes of credits.');
      const statement = await this.open(tx, id);
      const known = (await this.sides.disputes(tx, id)).find((dispute) => dispute.id === disputeId);
      if (!known) throw new NotFoundError('dispute');
      if (known.state !== 'open')
        throw new ConflictError('dispute-decided', 'This dispute is decided already.');
      await this.documents.attach(tx, actor, of(statement, disputeId), documents);
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
    const disputed = known.find((dispute) => dispute.id === disputeId);
    if (!disputed) throw new NotFoundError('dispute');
    const { by, byName, at } = this.done(actor, statement);
    const closed = await this.sides.closeDispute(tx, {
      ...{ id: disputeId, statementId: statement.id, state, note },
      ...{ by, byName, at },
    });
    if (!closed) throw new ConflictError('dispute-decided', 'This dispute is decided already.');
    await this.log(tx, `credit-dispute-${state}`, statement, { disputeId });
    if (state !== 'withdrawn') await this.tell(tx, actor, state, statement, disputed.slaId);
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

  private tell(
    tx: TenantTransaction,
    { id: by }: Actor,
    event: 'disputed' | 'upheld' | 'changed',
    { id: statementId, vendorId, lines }: CreditStatementEntity,
    slaId: string,
  ): Promise<void> {
    const line = lines.find((each) => each.slaId === slaId)?.name ?? null;
    return tellOf(tx, event, { statementId, vendorId, line, by, at: this.clock.date() });
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

function of({ id: statementId, vendorId, month }: CreditStatementEntity, disputeId: string) {
  return { disputeId, statementId, vendorId, month };
}

/** Whoever sent the statement does not dispute it. */
function demandVendor(actor: Actor): void {
  if (actor.side !== 'vendor')
    throw new NotAllowedError('vendor-only', 'The vendor disputes its statement, not the insurer.');
}
