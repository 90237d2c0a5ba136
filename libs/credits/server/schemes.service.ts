import { Injectable } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import {
  carryScheme,
  type CreditScheme,
  type CreditSchemeGap,
  type listCreditSchemes,
  type NewCreditScheme,
  type ProposedCreditScheme,
  schemeProblems,
} from '@plumbline/credits/schema';
import { ActivityLog } from '@plumbline/platform/activity-log';
import { Door, newId, type TenantTransaction } from '@plumbline/platform/database';
import { InvalidError, NotFoundError, RuleBrokenError } from '@plumbline/platform/errors';
import { readCursor, toPage } from '@plumbline/platform/http';
import { enqueue } from '@plumbline/platform/jobs';
import { type Actor, Clock } from '@plumbline/platform/tenancy';
import { ContractMonthsRepository } from './contract-months.repository';
import { schemeChanged, SchemesRepository, type SchemeVersion } from './schemes.repository';
import { StatementsRepository } from './statements.repository';

@Injectable()
export class SchemesService {
  constructor(
    private readonly door: Door,
    private readonly schemes: SchemesRepository,
    private readonly statements: StatementsRepository,
    private readonly months: ContractMonthsRepository,
    private readonly activityLog: ActivityLog,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, { contractId, limit, cursor }: InputOf<typeof listCreditSchemes>['query']) {
    const after = readCursor(cursor, 'text', 'number');
    return this.door.withTenant(actor, async (tx) => {
      const rows = await this.schemes.list(tx, { contractId, after, limit: limit + 1 });
      return toPage(
        rows,
        limit,
        (row) => row,
        ({ contract }) => [contract.reference, contract.versionNumber],
      );
    });
  }

  view(actor: Actor, contractId: string, number: number): Promise<CreditScheme> {
    return this.door.withTenant(actor, async (tx) => {
      const version = await this.schemes.version(tx, contractId, number);
      if (!version) throw new NotFoundError('contract version');
      return this.answer(tx, version);
    });
  }

  /** What the scheme before this version, or of another contract, would be here; an amendment does not lose it by that. */
  propose(
    actor: Actor,
    contractId: string,
    number: number,
    fromContractId: string | undefined,
  ): Promise<ProposedCreditScheme> {
    return this.door.withTenant(actor, async (tx) => {
      const version = await this.schemes.version(tx, contractId, number);
      if (!version) throw new NotFoundError('contract version');
      const found =
        fromContractId === undefined || fromContractId === contractId
          ? await this.schemes.newestBefore(tx, contractId, number)
          : await this.schemes.newestBefore(tx, fromContractId, null);
      if (!found) throw new NotFoundError('credit scheme');
      const [before, after] = [
        await this.schemes.recognised(tx, found.version.id),
        await this.schemes.recognised(tx, version.id),
      ];
      const carried = carryScheme(found.scheme.terms, { before, after, from: version.effectiveFrom });
      const { reference, number: versionNumber } = found.version;
      return {
        source: {
          contract: { id: found.version.contractId, reference, versionNumber },
          revision: found.scheme.revision,
        },
        terms: carried.terms,
        left: [...carried.left],
        unpriced: [...carried.unpriced],
      };
    });
  }

  gaps(actor: Actor): Promise<{ items: CreditSchemeGap[] }> {
    return this.door.withTenant(actor, async (tx) => {
      const rows = await this.schemes.gaps(
        tx,
        this.clock.now().toZonedDateTimeISO(actor.timezone).toPlainDate().toString(),
      );
      return {
        items: rows.map(({ contractId: id, reference, number, pricedNumber, revision, ...row }) => ({
          vendor: { id: row.vendorId, code: row.vendorCode, name: row.vendorName },
          contract: { id, reference, versionNumber: number },
          from: row.effectiveFrom,
          source: { contract: { id, reference, versionNumber: pricedNumber }, revision },
        })),
      };
    });
  }

  /** The next revision. Statements that are not approved follow it, and months it settles for the first time are made. */
  save(actor: Actor, { contractId, number, replaces, terms }: NewCreditScheme): Promise<CreditScheme> {
    return this.door.withTenant(actor, async (tx) => {
      const version = await this.schemes.version(tx, contractId, number);
      if (!version)
        throw InvalidError.field('contractId', 'contract-unknown', 'There is no such contract version here.');
      if (version.state !== 'active')
        throw new RuleBrokenError(
          'version-not-active',
          'Money is agreed for terms that are in force: activate the contract version first.',
        );
      const problems = [
        ...schemeProblems(terms, await this.schemes.slas(tx, version.id)),
        ...beforeTheVersion(terms.from, version.effectiveFrom),
      ].map((problem) => ({ ...problem, path: `terms.${problem.path}` }));
      const [first] = problems;
      if (first) throw new InvalidError('invalid', first.detail, problems);
      const newest = (await this.schemes.revisions(tx, version.id)).at(-1)?.revision ?? 0;
      if (newest !== replaces) throw schemeChanged();
      const at = this.clock.date();
      const scheme = {
        tenantId: tx.tenantId,
        id: newId(),
        vendorId: version.vendorId,
        contractId,
        contractVersionId: version.id,
        revision: newest + 1,
        terms,
        enteredBy: actor.id,
        enteredByName: actor.name,
        enteredAt: at,
      };
      await this.schemes.insert(tx, scheme);
      await this.activityLog.append(tx, {
        action: 'credit-scheme-entered',
        thing: 'credit-scheme',
        thingId: scheme.id,
        vendorId: version.vendorId,
        detail: { contract: version.reference, version: number, revision: scheme.revision },
      });
      const waiting = await this.months.evaluatedMonths(tx, version.vendorId, terms.from);
      await this.statements.markWaiting(tx, version.vendorId, waiting, at);
      for (const month of waiting) await enqueue(tx, 'build-credits', `${version.vendorId}/${month}`, at);
      return this.answer(tx, version);
    });
  }

  private async answer(tx: TenantTransaction, version: SchemeVersion): Promise<CreditScheme> {
    const revisions = await this.schemes.revisions(tx, version.id);
    const newest = revisions.at(-1);
    if (!newest) throw new NotFoundError('credit scheme');
    return {
      id: newest.id,
      vendor: { id: version.vendorId, code: version.vendorCode, name: version.vendorName },
      contract: { id: version.contractId, reference: version.reference, versionNumber: version.number },
      revision: newest.revision,
      terms: newest.terms,
      enteredBy: newest.enteredByName,
      enteredAt: newest.enteredAt.toISOString(),
      revisions: revisions.map(({ revision, enteredByName, enteredAt }) => ({
        revision,
        enteredBy: enteredByName,
        enteredAt: enteredAt.toISOString(),
      })),
    };
  }
}

function beforeTheVersion(from: string, effectiveFrom: string) {
  if (from >= effectiveFrom) return [];
  const detail = `The contract version is in force from ${effectiveFrom}: nothing earlier is settled by it.`;
  return [{ path: 'from', code: 'before-version', detail }];
}
