import { Injectable } from '@nestjs/common';
import type { Language } from '@plumbline/api/schema';
import {
  type NewSlaPack,
  type PackLevelAnswer,
  packProblems,
  type ShippedPack,
  shippedPacks,
  type SlaPack,
  type SlaPackChange,
} from '@plumbline/contracts/schema';
import { ActivityLog } from '@plumbline/platform/activity-log';
import { Door, newId, type TenantTransaction } from '@plumbline/platform/database';
import { InvalidError, NotFoundError } from '@plumbline/platform/errors';
import { demandVersion } from '@plumbline/platform/http';
import { type Actor, Clock } from '@plumbline/platform/tenancy';
import { type SlaPackRow, SlaPacksRepository } from './sla-packs.repository';

/** Packs of SLAs: those that ship are read, a tenant's own are made, copied and changed. */
@Injectable()
export class SlaPacksService {
  constructor(
    private readonly door: Door,
    private readonly packs: SlaPacksRepository,
    private readonly activityLog: ActivityLog,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, language: Language): Promise<{ items: SlaPack[] }> {
    return this.door.withTenant(actor, async (tx) => ({
      items: [
        ...shippedPacks.map((pack) => toShipped(pack, language)),
        ...(await this.packs.list(tx)).map(toOwn),
      ],
    }));
  }

  create(actor: Actor, { name, copyOf, levels }: NewSlaPack): Promise<SlaPack> {
    return this.door.withTenant(actor, async (tx) => {
      const shipped = shippedPacks.find(({ code }) => code === copyOf);
      if (copyOf !== undefined && !shipped) {
        throw InvalidError.field('copyOf', 'sla-pack-unknown', 'No pack of this code ships.');
      }
      await this.demandSound(tx, levels ?? []);
      const at = this.clock.date();
      const pack: SlaPackRow = {
        ...{ id: newId(), name, copyOf: copyOf ?? null, createdAt: at, version: 1 },
        levels: shipped ? levelsOf(shipped, 'en') : (levels ?? []),
        ...{ changedAt: at, changedBy: actor.id, changedByName: actor.name },
      };
      await this.packs.insert(tx, pack);
      await this.log(tx, 'sla-pack-made', pack);
      return toOwn(pack);
    });
  }

  change(actor: Actor, id: string, { name, levels }: SlaPackChange, version: number): Promise<SlaPack> {
    return this.door.withTenant(actor, async (tx) => {
      const known = await this.packs.lock(tx, id);
      if (!known) throw new NotFoundError('SLA pack');
      demandVersion(known.version, version);
      await this.demandSound(tx, levels);
      const pack = {
        ...{ ...known, name, levels, version: known.version + 1 },
        ...{ changedAt: this.clock.date(), changedBy: actor.id, changedByName: actor.name },
      };
      await this.packs.update(tx, pack);
      await this.log(tx, 'sla-pack-changed', pack);
      return toOwn(pack);
    });
  }

  /** Contracts that took it over stay as they are. */
  retire(actor: Actor, id: string, version: number): Promise<void> {
    return this.door.withTenant(actor, async (tx) => {
      const known = await this.packs.lock(tx, id);
      if (!known) throw new NotFoundError('SLA pack');
      demandVersion(known.version, version);
      await this.packs.retire(tx, known, this.clock.date());
      await this.log(tx, 'sla-pack-retired', known);
    });
  }

  /** The SLAs of a pack by its key; `not-found` where there is none. */
  async levels(tx: TenantTransaction, key: string): Promise<PackLevelAnswer[]> {
    const shipped = shippedPacks.find(({ code }) => code === key);
    if (shipped) return levelsOf(shipped, 'en');
    const own = (await this.packs.list(tx)).find(({ id }) => id === key);
    if (!own) throw new NotFoundError('SLA pack');
    return own.levels.map(withWindow);
  }

  /** SLAs that could be taken into no draft are refused as they are entered, each with its place in the request. */
  private async demandSound(tx: TenantTransaction, levels: readonly PackLevelAnswer[]): Promise<void> {
    const problems = packProblems(levels, await this.packs.metrics(tx));
    const [first] = problems;
    if (first) throw new InvalidError('invalid', first.detail, problems);
  }

  private log(tx: TenantTransaction, action: string, { id, name, levels }: SlaPackRow): Promise<void> {
    const detail = { name, slas: levels.length };
    return this.activityLog.append(tx, { action, thing: 'sla-pack', thingId: id, detail });
  }
}

/** A pack that was made before SLAs had windows is one of months. */
function withWindow(level: PackLevelAnswer): PackLevelAnswer {
  return { ...level, window: level.window ?? 'month' };
}

function levelsOf({ levels }: ShippedPack, language: Language): PackLevelAnswer[] {
  return levels.map(({ name, queue, ...level }) => ({
    ...level,
    window: 'month',
    name: name[language],
    segment: { lineOfBusiness: null, channel: null, queue, language: null },
  }));
}

function toShipped(pack: ShippedPack, language: Language): SlaPack {
  const { code, title, about } = pack;
  return {
    ...{ key: code, name: title[language], about: about[language], shipped: true, copyOf: null },
    ...{ levels: levelsOf(pack, language), changedAt: null, changedBy: null, version: null },
  };
}

function toOwn({ id, name, copyOf, levels, changedAt, changedByName, version }: SlaPackRow): SlaPack {
  return {
    ...{ key: id, name, about: '', shipped: false, copyOf, levels: levels.map(withWindow) },
    ...{ changedAt: changedAt.toISOString(), changedBy: changedByName, version },
  };
}
