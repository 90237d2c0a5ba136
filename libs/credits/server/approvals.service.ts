import { Injectable } from '@nestjs/common';
import type { CreditStatement } from '@plumbline/credits/schema';
import { ActivityLog } from '@plumbline/platform/activity-log';
import { Door, newId, type TenantTransaction } from '@plumbline/platform/database';
import { ConflictError, NotFoundError, RuleBrokenError } from '@plumbline/platform/errors';
import { demandVersion } from '@plumbline/platform/http';
import { type Actor, Clock, requireAnotherPerson } from '@plumbline/platform/tenancy';
import { VendorDirectory } from '@plumbline/vendors/server';
import type { CreditStatementEntity } from './credit-statement.entity';
import { saysTheSame, StatementBuilder } from './statement-builder';
import { StatementSidesRepository } from './statement-sides.repository';
import { StatementsRepository } from './statements.repository';
import { StatementsService } from './statements.service';

/** How many different people it takes (four eyes). */
const APPROVERS = 2;

/** From the insurer's draft to the frozen statement that was handed to accounts payable. */
@Injectable()
export class ApprovalsService {
  constructor(
    private readonly door: Door,
    private readonly statements: StatementsRepository,
    private readonly sides: StatementSidesRepository,
    private readonly builder: StatementBuilder,
    private readonly vendors: VendorDirectory,
    private readonly service: StatementsService,
    private readonly activityLog: ActivityLog,
    private readonly clock: Clock,
  ) {}

  /** The vendor sees it from now on. */
  share(actor: Actor, id: string, version: number): Promise<CreditStatement> {
    return this.door.withTenant(actor, async (tx) => {
      const statement = await this.held(tx, id);
      if (statement.state === 'withdrawn') throw withdrawn();
      if (statement.state !== 'draft')
        throw new ConflictError('statement-shared', 'The vendor sees this statement already.');
      demandVersion(statement.version, version);
      demandComplete(statement);
      const shared = {
        ...statement,
        state: 'shared' as const,
        sharedBy: actor.id,
        sharedByName: actor.name,
        sharedAt: this.clock.date(),
      };
      if (!(await this.statements.update(tx, shared))) throw moved();
      await this.log(tx, 'credit-statement-shared', statement);
      return this.service.answer(tx, id);
    });
  }

  /**
   * One of two approvals. Both are of what the statement says now: where it moved, those before do not count any more. The
   * second takes effect once, however often it is pressed.
   */
  approve(actor: Actor, id: string, version: number): Promise<CreditStatement> {
    return this.door.withTenant(actor, async (tx) => {
      const statement = await this.held(tx, id);
      if (statement.state === 'approved') throw approved();
      if (statement.state === 'withdrawn') throw withdrawn();
      if (statement.state === 'draft')
        throw new RuleBrokenError('not-shared', 'Share the statement with the vendor first.');
      const approvals = await this.sides.approvals(tx, id, statement.content);
      // the statement itself is asked for by the job: any person may be the first
      requireAnotherPerson(actor, '');
      for (const { personId } of approvals) requireAnotherPerson(actor, personId);
      demandVersion(statement.version, version);
      await this.demandReady(tx, statement);
      const at = this.clock.date();
      await this.sides.insertApproval(tx, {
        ...{ id: newId(), vendorId: statement.vendorId, statementId: id },
        ...{ content: statement.content, by: actor.id, byName: actor.name, at },
      });
      await this.log(tx, 'credit-statement-seconded', statement, { approval: approvals.length + 1 });
      if (approvals.length + 1 >= APPROVERS) {
        const frozen = await this.statements.update(tx, { ...statement, state: 'approved', approvedAt: at });
        if (!frozen) throw moved();
        await this.log(tx, 'credit-statement-approved', statement);
      }
      return this.service.answer(tx, id);
    });
  }

  /** Numbered once; whoever asks again is told the same number. */
  export(actor: Actor, id: string): Promise<CreditStatement> {
    return this.door.withTenant(actor, async (tx) => {
      const statement = await this.held(tx, id);
      if (statement.state !== 'approved')
        throw new RuleBrokenError('not-approved', 'Two people approve a statement before it is paid.');
      const known = await this.statements.summary(tx, id);
      if (known?.exportNumber === null) {
        const number = await this.sides.nextNumber(tx);
        await this.sides.insertExport(tx, {
          ...{ vendorId: statement.vendorId, statementId: id, number },
          ...{ by: actor.id, byName: actor.name, at: this.clock.date() },
        });
        await this.log(tx, 'credit-statement-exported', statement, { number });
      }
      return this.service.answer(tx, id);
    });
  }

  /** The statement, held; builder and approvers of one vendor wait for each other here. */
  private async held(tx: TenantTransaction, id: string): Promise<CreditStatementEntity> {
    const found = await this.statements.find(tx, id);
    if (!found) throw new NotFoundError('credit statement');
    await this.vendors.lock(tx, [found.vendorId]);
    // an approved row cannot be locked for writing any more: it is read as it is
    const held = (await this.statements.lock(tx, id)) ?? (await this.statements.find(tx, id));
    if (!held) throw new NotFoundError('credit statement');
    return held;
  }

  private async demandReady(tx: TenantTransaction, statement: CreditStatementEntity): Promise<void> {
    demandComplete(statement);
    const disputed = (await this.sides.disputes(tx, statement.id)).filter(({ state }) => state === 'open');
    if (disputed.length > 0) {
      const names = statement.lines
        .filter(({ slaId }) => disputed.some((dispute) => dispute.slaId === slaId))
        .map(({ name }) => name);
      throw new RuleBrokenError('dispute-open', `Disputed and not decided: ${names.join(', ')}.`);
    }
    const earlier = (await this.statements.ofContract(tx, statement.contractId)).find(
      ({ month, state }) => month < statement.month && state !== 'approved' && state !== 'withdrawn',
    );
    if (earlier)
      throw new RuleBrokenError(
        'earlier-open',
        `The statement of ${earlier.month.slice(0, 7)} comes first: what it says goes into this one.`,
      );
    const settled = await this.builder.settle(tx, statement.contractId, statement.month.slice(0, 7));
    if (!settled || !saysTheSame(statement, settled)) throw moved();
  }

  private log(
    tx: TenantTransaction,
    action: string,
    { id, vendorId, month, total }: CreditStatementEntity,
    more: object = {},
  ): Promise<void> {
    return this.activityLog.append(tx, {
      action,
      thing: 'credit-statement',
      thingId: id,
      vendorId,
      detail: { month: month.slice(0, 7), total, ...more },
    });
  }
}

function demandComplete({ complete, lines }: CreditStatementEntity): void {
  if (complete) return;
  const undecided = lines.filter(({ problem }) => problem !== null);
  if (undecided.length > 0) {
    const said = undecided.map(({ name, problem }) => `${name}: ${problem}`).join(' ');
    throw new RuleBrokenError('line-undecided', `${said} The scheme has to say what that costs.`);
  }
  throw new RuleBrokenError('month-open', 'Results of this month are open again.');
}

function moved(): ConflictError {
  return new ConflictError(
    'statement-moved',
    'Results moved since this statement was made: it is being brought up to date, look at it again.',
  );
}

/** Nothing is due by it: neither side has anything to say about it any more. */
export function withdrawn(): ConflictError {
  return new ConflictError(
    'statement-withdrawn',
    'No scheme prices this month any more: the statement is withdrawn.',
  );
}

function approved(): ConflictError {
  return new ConflictError('statement-approved', 'This statement is approved already and never changes.');
}
