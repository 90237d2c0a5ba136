import { Injectable } from '@nestjs/common';
import {
  type FloorSwitch,
  type MetricName,
  newestFloors,
  type RegulatoryFloor,
  type ShippedFloor,
  shippedFloor,
} from '@plumbline/contracts/schema';
import { ActivityLog } from '@plumbline/platform/activity-log';
import { Door, type TenantTransaction } from '@plumbline/platform/database';
import { InvalidError, NotFoundError } from '@plumbline/platform/errors';
import { type Actor, Clock } from '@plumbline/platform/tenancy';
import { askForParity } from './ask-for-parity';
import { InternalTargetsRepository } from './internal-targets.repository';
import { ParityRuns } from './parity-runs';
import { type FloorSwitchRow, RegulatoryFloorsRepository } from './regulatory-floors.repository';

/** Limits of regulations as they ship, and which of them a tenant holds its contracts against. */
@Injectable()
export class RegulatoryFloorsService {
  constructor(
    private readonly door: Door,
    private readonly floors: RegulatoryFloorsRepository,
    private readonly targets: InternalTargetsRepository,
    private readonly runs: ParityRuns,
    private readonly activityLog: ActivityLog,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor): Promise<{ items: RegulatoryFloor[] }> {
    return this.door.withTenant(actor, async (tx) => ({ items: await this.answers(tx, newestFloors) }));
  }

  switch(actor: Actor, code: string, { on, metricId, reason }: FloorSwitch): Promise<RegulatoryFloor> {
    return this.door.withTenant(actor, async (tx) => {
      const floor = newestFloors.find((each) => each.code === code);
      if (!floor) throw new NotFoundError('regulatory floor');
      if (on) await this.demandMeasures(tx, floor, metricId ?? '');
      // of two who switch at once, the second comes after the first
      await this.runs.hold(tx, this.clock.date());
      const newest = (await this.floors.switches(tx, code)).at(-1);
      const at = this.clock.date();
      const number = (newest?.number ?? 0) + 1;
      await this.floors.insert(tx, {
        ...{ floorCode: code, number, floorVersion: floor.version, switchedOn: on },
        ...{ metricId: on ? metricId : null, reason, setBy: actor.id, setByName: actor.name, setAt: at },
      });
      await this.activityLog.append(tx, {
        action: 'regulatory-floor-switched',
        thing: 'regulatory-floor',
        thingId: code,
        detail: { on, metricId, reason, number, floorVersion: floor.version },
      });
      await askForParity(tx, at);
      const [answer] = await this.answers(tx, [floor]);
      if (!answer) throw new NotFoundError('regulatory floor');
      return answer;
    });
  }

  /** A metric of another unit or direction measures something else. */
  private async demandMeasures(tx: TenantTransaction, floor: ShippedFloor, metricId: string): Promise<void> {
    const metric = (await this.targets.metrics(tx, [metricId])).get(metricId);
    if (!metric) throw InvalidError.field('metricId', 'metric-unknown', 'There is no such metric here.');
    if (metric.unit === floor.unit && metric.direction === floor.direction) return;
    const detail = `“${metric.name}” does not measure this: the floor is a limit in ${floor.unit}, ${floor.direction} is better.`;
    throw InvalidError.field('metricId', 'floor-metric-differs', detail);
  }

  private async answers(tx: TenantTransaction, floors: readonly ShippedFloor[]): Promise<RegulatoryFloor[]> {
    const switches = await this.floors.switches(tx);
    const metrics = await this.targets.metrics(
      tx,
      switches.flatMap(({ metricId }) => metricId ?? []),
    );
    const suggested = await this.floors.metricIds(
      tx,
      floors.flatMap(({ suggestedMetric }) => suggestedMetric ?? []),
    );
    const metricName = (id: string | null): MetricName | null => {
      const metric = id === null ? undefined : metrics.get(id);
      if (!metric) return null;
      const { code, name, unit, direction } = metric;
      return { id: metric.id, code, name, unit, direction };
    };
    return floors.map((shipped) => {
      const history = switches.filter(({ floorCode }) => floorCode === shipped.code);
      const newest = history.at(-1);
      // the one that was switched on stays what it was until somebody takes the newer one over
      const shown = newest?.switchedOn
        ? (shippedFloor(shipped.code, newest.floorVersion) ?? shipped)
        : shipped;
      return {
        ...shownFloor(shown),
        suggestedMetricId: suggested.get(shipped.suggestedMetric ?? '') ?? null,
        on: newest?.switchedOn ?? false,
        metric: metricName(newest?.metricId ?? null),
        history: history.map((row) => toSwitched(row, metricName(row.metricId))),
      };
    });
  }
}

function shownFloor(floor: ShippedFloor) {
  const { code, title, citation, says, mind, asOf, source, unit, direction, target } = floor;
  return {
    ...{
      code,
      floorVersion: floor.version,
      title,
      citation,
      says,
      mind,
      asOf,
      source,
      unit,
      direction,
      target,
    },
    thresholdSeconds: floor.threshold?.seconds ?? null,
    services: [...floor.services],
  };
}

function toSwitched(row: FloorSwitchRow, metric: MetricName | null): RegulatoryFloor['history'][number] {
  return {
    ...{ number: row.number, on: row.switchedOn, floorVersion: row.floorVersion, metric },
    ...{ reason: row.reason, setBy: row.setByName, setAt: row.setAt.toISOString() },
  };
}
