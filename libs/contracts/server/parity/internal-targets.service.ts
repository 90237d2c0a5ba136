import { Injectable } from '@nestjs/common';
import {
  type InternalTarget,
  type NewInternalTarget,
  type NewInternalTargetVersion,
  type TermProblem,
  targetProblems,
} from '@plumbline/contracts/schema';
import { ActivityLog } from '@plumbline/platform/activity-log';
import { Door, newId, type TenantTransaction } from '@plumbline/platform/database';
import { InvalidError, NotFoundError, RuleBrokenError } from '@plumbline/platform/errors';
import { demandVersion } from '@plumbline/platform/http';
import { type Actor, Clock } from '@plumbline/platform/tenancy';
import { askForParity } from './ask-for-parity';
import {
  InternalTargetsRepository,
  type TargetRow,
  type TargetVersionRow,
  versionOn,
} from './internal-targets.repository';

/** What the insurer itself expects (V3): effective-dated, with reasons, never overwritten. */
@Injectable()
export class InternalTargetsService {
  constructor(
    private readonly door: Door,
    private readonly targets: InternalTargetsRepository,
    private readonly activityLog: ActivityLog,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, on: string | undefined): Promise<{ items: InternalTarget[] }> {
    return this.door.withTenant(actor, async (tx) => ({ items: await this.answers(tx, null, on) }));
  }

  view(actor: Actor, id: string): Promise<InternalTarget> {
    return this.door.withTenant(actor, (tx) => this.answer(tx, id));
  }

  create(actor: Actor, { metricId, segment, ...said }: NewInternalTarget): Promise<InternalTarget> {
    return this.door.withTenant(actor, async (tx) => {
      await this.demandSound(tx, metricId, said);
      const [id, at] = [newId(), this.clock.date()];
      await this.targets.insert(tx, { id, metricId, segment, at });
      await this.targets.insertVersion(tx, versionRow(actor, id, 1, said, at));
      await this.log(tx, 'internal-target-set', id, { number: 1, ...said });
      await askForParity(tx, at);
      return this.answer(tx, id);
    });
  }

  /** A version begins no earlier than the one before it; one that begins with it takes its place. */
  addVersion(
    actor: Actor,
    id: string,
    said: NewInternalTargetVersion,
    version: number,
  ): Promise<InternalTarget> {
    return this.door.withTenant(actor, async (tx) => {
      const held = await this.targets.lock(tx, id);
      const [row] = await this.targets.list(tx, [id]);
      const newest = (await this.targets.versions(tx, [id])).at(-1);
      if (held === null || !row || !newest) throw new NotFoundError('internal target');
      demandVersion(held, version);
      await this.demandSound(tx, row.metric.id, said);
      if (said.effectiveFrom < newest.effectiveFrom) {
        const detail = `The version before begins on ${newest.effectiveFrom}: this one begins no earlier.`;
        throw new RuleBrokenError('internal-target-not-later', detail, [
          { path: 'effectiveFrom', code: 'internal-target-not-later', detail },
        ]);
      }
      const at = this.clock.date();
      const number = newest.number + 1;
      await this.targets.insertVersion(tx, versionRow(actor, id, number, said, at));
      await this.targets.setVersion(tx, id, held + 1);
      await this.log(tx, 'internal-target-changed', id, { number, ...said });
      await askForParity(tx, at);
      return this.answer(tx, id);
    });
  }

  /** Refuses what cannot be meant: no such metric or definition, a limit that punishes the better value, an empty band. */
  private async demandSound(
    tx: TenantTransaction,
    metricId: string,
    { target, metricVersion }: NewInternalTargetVersion,
  ): Promise<void> {
    const metric = (await this.targets.metrics(tx, [metricId])).get(metricId);
    const problems: TermProblem[] = target ? targetProblems({ target }, metric, '') : [];
    if (!metric && !target) {
      problems.push({ path: 'metricId', code: 'metric-unknown', detail: 'There is no such metric here.' });
    }
    if (metric && metricVersion !== null && metricVersion > metric.versions) {
      const detail = `“${metric.name}” has no version ${metricVersion}.`;
      problems.push({ path: 'metricVersion', code: 'metric-version-unknown', detail });
    }
    const [first] = problems;
    if (!first) return;
    throw new InvalidError(
      'invalid',
      first.detail,
      problems.map((problem) => ({ ...problem, path: problem.path.replace(/^\./, '') })),
    );
  }

  private async answer(tx: TenantTransaction, id: string): Promise<InternalTarget> {
    const [target] = await this.answers(tx, [id], undefined);
    if (!target) throw new NotFoundError('internal target');
    return target;
  }

  private async answers(
    tx: TenantTransaction,
    ids: readonly string[] | null,
    on: string | undefined,
  ): Promise<InternalTarget[]> {
    const day = on ?? this.clock.now().toZonedDateTimeISO(tx.actor.timezone).toPlainDate().toString();
    const rows = await this.targets.list(tx, ids);
    const versions = await this.targets.versions(
      tx,
      rows.map(({ id }) => id),
    );
    return rows.map((row) =>
      toAnswer(
        row,
        versions.filter(({ targetId }) => targetId === row.id),
        day,
      ),
    );
  }

  private log(tx: TenantTransaction, action: string, thingId: string, detail: object): Promise<void> {
    return this.activityLog.append(tx, { action, thing: 'internal-target', thingId, detail });
  }
}

function versionRow(
  actor: Actor,
  targetId: string,
  number: number,
  said: NewInternalTargetVersion,
  setAt: Date,
): TargetVersionRow {
  return { targetId, number, ...said, setBy: actor.id, setByName: actor.name, setAt };
}

function toAnswer(row: TargetRow, versions: readonly TargetVersionRow[], day: string): InternalTarget {
  return {
    ...row,
    versions: versions.map(toVersion),
    inForce: versionOn(versions, day)?.number ?? null,
  };
}

export function toVersion(version: TargetVersionRow): InternalTarget['versions'][number] {
  const { number, effectiveFrom, target, services, metricVersion, reason, setByName, setAt } = version;
  return {
    ...{ number, effectiveFrom, target, services, metricVersion, reason },
    setBy: setByName,
    setAt: setAt.toISOString(),
  };
}
