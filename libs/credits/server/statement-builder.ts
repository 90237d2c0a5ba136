import { Injectable } from '@nestjs/common';
import { ActivityLog } from '@plumbline/platform/activity-log';
import { newId, type TenantTransaction } from '@plumbline/platform/database';
import { Clock } from '@plumbline/platform/tenancy';
import { VendorDirectory } from '@plumbline/vendors/server';
import { isDeepStrictEqual } from 'node:util';
import { type ContractHistory, ContractMonthsRepository } from './contract-months.repository';
import type { CreditStatementEntity } from './credit-statement.entity';
import { earlierMonths } from './earlier-months';
import { type SettledColumns, settledColumns } from './settled-columns';
import { StatementsRepository } from './statements.repository';

/**
 * Keeps statements in step with results and terms: one is made when the results of its month are final, follows them until
 * it is approved, and is never touched after that: what changes then becomes an entry of the next one. Running it twice, or
 * twice at once, writes nothing the second time.
 */
@Injectable()
export class StatementBuilder {
  constructor(
    private readonly statements: StatementsRepository,
    private readonly months: ContractMonthsRepository,
    private readonly vendors: VendorDirectory,
    private readonly activityLog: ActivityLog,
    private readonly clock: Clock,
  ) {}

  /** `month` as `2026-03`: whose results or terms moved. Later months that are not approved depend on it. */
  async build(tx: TenantTransaction, vendorId: string, month: string): Promise<void> {
    const contracts = await this.months.contractsWithScheme(tx, vendorId);
    // nobody waits for a vendor that no money is agreed with
    if (contracts.length === 0) return;
    await this.vendors.lock(tx, [vendorId]);
    await this.statements.lookedAt(tx, vendorId, month, await this.months.evaluatedTo(tx, vendorId, month));
    for (const contractId of contracts) await this.buildContract(tx, vendorId, contractId, month);
  }

  /**
   * What a statement would say if it were settled now; null where nothing prices its month any more. After a contract's
   * last month there is something to say only as long as an earlier one has to be put right.
   */
  async settle(
    tx: TenantTransaction,
    contractId: string,
    month: string,
    known?: { readonly all: readonly CreditStatementEntity[]; readonly history: ContractHistory },
  ): Promise<SettledColumns | null> {
    const terms = await this.months.month(tx, contractId, month);
    if (!terms) return null;
    const all = known?.all ?? (await this.statements.ofContract(tx, contractId));
    const history = known?.history ?? (await this.months.history(tx, contractId));
    const earlier = all.filter((each) => each.month < `${month}-01` && each.state !== 'withdrawn');
    const before = earlierMonths(month, earlier, history);
    if (terms.lines.length === 0 && before.entries.length === 0) return null;
    return settledColumns(month, terms, history, before);
  }

  private async buildContract(
    tx: TenantTransaction,
    vendorId: string,
    contractId: string,
    month: string,
  ): Promise<void> {
    const history = await this.months.history(tx, contractId);
    let all = await this.statements.ofContract(tx, contractId);
    const buildMonth = async (each: string) => {
      const settled = await this.settle(tx, contractId, each, { all, history });
      const stored = all.find((statement) => statement.month === `${each}-01`);
      const next = stored
        ? await this.refresh(tx, stored, settled)
        : settled?.complete === true
          ? await this.draft(tx, vendorId, contractId, each, settled)
          : null;
      if (next) {
        all = [...all.filter(({ id }) => id !== next.id), next].sort((a, b) => (a.month < b.month ? -1 : 1));
      }
    };
    const open = all.filter((each) => each.state !== 'approved' && each.month >= `${month}-01`);
    const months = new Set(open.map((each) => each.month.slice(0, 7)));
    const unknown = all.every((each) => each.month !== `${month}-01`);
    if (unknown && !(await this.months.hasEnded(tx, contractId, month))) months.add(month);
    for (const each of [...months].sort()) await buildMonth(each);
    const last = all.findLast(({ state }) => state !== 'withdrawn');
    if (last?.state !== 'approved') return;
    // no month of the contract is left to carry what moves now: the one after its last closes it
    const closing = Temporal.PlainYearMonth.from(last.month.slice(0, 7)).add({ months: 1 }).toString();
    if (await this.months.hasEnded(tx, contractId, closing)) await buildMonth(closing);
  }

  private async draft(
    tx: TenantTransaction,
    vendorId: string,
    contractId: string,
    month: string,
    settled: SettledColumns,
  ): Promise<CreditStatementEntity> {
    const statement: CreditStatementEntity = {
      tenantId: tx.tenantId,
      id: newId(),
      vendorId,
      contractId,
      month: `${month}-01`,
      state: 'draft',
      content: 1,
      ...settled,
      builtAt: this.clock.date(),
      sharedBy: null,
      sharedByName: null,
      sharedAt: null,
      approvedAt: null,
      version: 1,
    };
    await this.statements.insert(tx, statement);
    await this.log(tx, 'credit-statement-built', statement);
    return statement;
  }

  private async refresh(
    tx: TenantTransaction,
    stored: CreditStatementEntity,
    settled: SettledColumns | null,
  ): Promise<CreditStatementEntity> {
    // it may come back: a scheme that was moved to a later start can be moved again
    const before = stored.sharedAt === null ? 'draft' : 'shared';
    const columns = settled
      ? { ...settled, state: stored.state === 'withdrawn' ? before : stored.state }
      : { complete: false, state: 'withdrawn' as const };
    if (saysTheSame(stored, columns)) return stored;
    const refreshed = { ...stored, ...columns, content: stored.content + 1, builtAt: this.clock.date() };
    if (!(await this.statements.update(tx, refreshed))) return stored;
    if (refreshed.state === 'withdrawn') await this.log(tx, 'credit-statement-withdrawn', refreshed);
    else if (stored.state === 'withdrawn') await this.log(tx, 'credit-statement-built', refreshed);
    // what the vendor has seen and people may have approved: that it moved is on record
    else if (stored.state === 'shared') await this.log(tx, 'credit-statement-moved', refreshed);
    return { ...refreshed, version: stored.version + 1 };
  }

  private log(tx: TenantTransaction, action: string, statement: CreditStatementEntity): Promise<void> {
    const { id, vendorId, month, credit, total } = statement;
    return this.activityLog.append(tx, {
      action,
      thing: 'credit-statement',
      thingId: id,
      vendorId,
      detail: { month: month.slice(0, 7), credit, total },
    });
  }
}

/** Whether a statement says what it would say now. */
export function saysTheSame(
  stored: CreditStatementEntity,
  columns: Partial<SettledColumns & Pick<CreditStatementEntity, 'state'>>,
): boolean {
  return Object.entries(columns).every(([name, value]) =>
    isDeepStrictEqual(stored[name as keyof CreditStatementEntity], value),
  );
}
