import { Injectable } from '@nestjs/common';
import {
  type AgreedLimit,
  type ComparedSla,
  type MetricName,
  type ParityContract,
  shippedFloor,
  type ShippedFloor,
  type TargetSegment,
} from '@plumbline/contracts/schema';
import type { TenantTransaction } from '@plumbline/platform/database';
import type { MetricDefinition } from '@plumbline/sla-engine';
import type { Service } from '@plumbline/vendors/schema';
import {
  InternalTargetsRepository,
  type MetricColumns,
  metricOf,
  segmentOf,
  type TargetRow,
  type TargetVersionRow,
  versionOn,
} from './internal-targets.repository';
import { limitOf, type LimitColumns } from './limit-columns';
import { type FloorSwitchRow, RegulatoryFloorsRepository } from './regulatory-floors.repository';

export interface ContractOnDay extends ParityContract {
  readonly activatedAt: Date;
  readonly slas: readonly (ComparedSla & { readonly metricId: string; readonly target: AgreedLimit })[];
}

export interface MetricOnDay extends MetricName {
  readonly version: number;
  readonly effectiveFrom: string;
  readonly createdAt: Date;
  readonly definition: MetricDefinition;
  /** By number: an internal target may be set for one of them. */
  readonly definitions: ReadonlyMap<number, MetricDefinition>;
}

export interface FloorOnDay {
  readonly floor: ShippedFloor;
  readonly metricId: string;
  readonly switched: FloorSwitchRow;
}

/** Both sides as they stand on a day. */
export interface ParityTerms {
  readonly on: string;
  /** The tenant's: on which day something was switched. */
  readonly zone: string;
  readonly contracts: readonly ContractOnDay[];
  readonly metrics: ReadonlyMap<string, MetricOnDay>;
  readonly targets: readonly (TargetRow & { readonly inForce: TargetVersionRow })[];
  readonly floors: readonly FloorOnDay[];
}

@Injectable()
export class ParityTermsRepository {
  constructor(
    private readonly targets: InternalTargetsRepository,
    private readonly switches: RegulatoryFloorsRepository,
  ) {}

  /** Contracts in force on the day, with the definitions, internal targets and floors of that day. */
  async on(tx: TenantTransaction, day: string, vendorId: string | null = null): Promise<ParityTerms> {
    const contracts = await this.contracts(tx, day, vendorId);
    const rows = await this.targets.list(tx);
    const versions = Map.groupBy(
      await this.targets.versions(
        tx,
        rows.map(({ id }) => id),
      ),
      ({ targetId }) => targetId,
    );
    const targets = rows.flatMap((row) => {
      const inForce = versionOn(versions.get(row.id) ?? [], day);
      return inForce ? [{ ...row, inForce }] : [];
    });
    const floors = this.floorsOn(await this.switches.switches(tx), day, tx.actor.timezone);
    const metrics = await this.metrics(tx, day, [
      ...contracts.flatMap(({ slas }) => slas.map(({ metricId }) => metricId)),
      ...targets.map(({ metric }) => metric.id),
      ...floors.map(({ metricId }) => metricId),
    ]);
    return { on: day, zone: tx.actor.timezone, contracts, metrics, targets, floors };
  }

  /** The newest switch of each floor up to the end of the day, where it put the floor on. */
  private floorsOn(switches: readonly FloorSwitchRow[], day: string, zone: string): FloorOnDay[] {
    const newest = new Map<string, FloorSwitchRow>();
    for (const row of switches) if (dateIn(zone, row.setAt) <= day) newest.set(row.floorCode, row);
    return [...newest.values()].flatMap((switched) => {
      const floor = shippedFloor(switched.floorCode, switched.floorVersion);
      return floor && switched.metricId !== null ? [{ floor, metricId: switched.metricId, switched }] : [];
    });
  }

  private async contracts(
    tx: TenantTransaction,
    day: string,
    vendorId: string | null,
  ): Promise<ContractOnDay[]> {
    const versions = await tx.query<VersionColumns>(
      `select c.id, c.reference, c.title, v.id as "versionId", v.number, v.effective_from::text as "effectiveFrom",
         v.effective_to::text as "effectiveTo", v.activated_at as "activatedAt",
         vendor.id as "vendorId", vendor.code as "vendorCode", vendor.name as "vendorName", vendor.services
       from contract_version v
       join contract c on c.tenant_id = v.tenant_id and c.id = v.contract_id
       join vendor on vendor.tenant_id = v.tenant_id and vendor.id = v.vendor_id
       where v.tenant_id = $1 and v.state = 'active' and v.effective_from <= $2
         and (v.effective_to is null or v.effective_to > $2) and ($3::uuid is null or v.vendor_id = $3)
       order by vendor.name, c.reference, v.number`,
      [tx.tenantId, day, vendorId],
    );
    const slas = await tx.query<SlaColumns>(
      `select s.id, s.contract_version_id as "versionId", s.metric_id as "metricId", s.name, clause.number as "clauseNumber",
         s.comparator, s.target::text as target, s.band_low::text as "bandLow", s.band_high::text as "bandHigh",
         s."window", s.line_of_business as "lineOfBusiness", s.channel, s.queue, s.language
       from sla s join clause on clause.tenant_id = s.tenant_id and clause.id = s.clause_id
       where s.tenant_id = $1 and s.contract_version_id = any ($2) order by s.contract_version_id, s.position`,
      [tx.tenantId, versions.map(({ versionId }) => versionId)],
    );
    const byVersion = Map.groupBy(slas, ({ versionId }) => versionId);
    return versions.map(({ versionId, vendorId: id, vendorCode, vendorName, services, ...contract }) => ({
      ...contract,
      vendor: { id, code: vendorCode, name: vendorName, services },
      slas: (byVersion.get(versionId) ?? []).map(toSla),
    }));
  }

  /** As results are judged: the version of that day, or the metric's first one where it had none yet. */
  private async metrics(
    tx: TenantTransaction,
    day: string,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, MetricOnDay>> {
    const rows = await tx.query<MetricVersionColumns>(
      `select m.id as "metricId", m.code, m.name, m.unit, m.direction, mv.number as version,
         mv.effective_from::text as "effectiveFrom", mv.created_at as "createdAt", mv.definition
       from metric m join metric_version mv on mv.tenant_id = m.tenant_id and mv.metric_id = m.id
       where m.tenant_id = $1 and m.id = any ($2) order by mv.effective_from`,
      [tx.tenantId, [...new Set(ids)]],
    );
    const metrics = new Map<string, MetricOnDay>();
    for (const [id, versions] of Map.groupBy(rows, ({ metricId }) => metricId)) {
      const current = versions.filter(({ effectiveFrom }) => effectiveFrom <= day).at(-1) ?? versions[0];
      if (!current) continue;
      const { version, effectiveFrom, createdAt, definition } = current;
      const definitions = new Map(versions.map((each) => [each.version, each.definition]));
      metrics.set(id, { ...metricOf(current), version, effectiveFrom, createdAt, definition, definitions });
    }
    return metrics;
  }
}

export function dateIn(zone: string, at: Date): string {
  const instant = Temporal.Instant.fromEpochMilliseconds(at.getTime());
  return instant.toZonedDateTimeISO(zone).toPlainDate().toString();
}

function toSla(row: SlaColumns): ContractOnDay['slas'][number] {
  const { id, metricId, name, clauseNumber, window } = row;
  const target = limitOf(row);
  if (target === null) throw new Error(`SLA ${id} has no target`);
  return { id, metricId, name, clauseNumber, target, segment: segmentOf(row), window };
}

interface VersionColumns {
  readonly id: string;
  readonly reference: string;
  readonly title: string;
  readonly versionId: string;
  readonly number: number;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly activatedAt: Date;
  readonly vendorId: string;
  readonly vendorCode: string;
  readonly vendorName: string;
  readonly services: Service[];
}

interface SlaColumns extends LimitColumns, TargetSegment {
  readonly id: string;
  readonly versionId: string;
  readonly metricId: string;
  readonly name: string;
  readonly clauseNumber: string;
  readonly window: string;
}

interface MetricVersionColumns extends MetricColumns {
  readonly version: number;
  readonly effectiveFrom: string;
  readonly createdAt: Date;
  readonly definition: MetricDefinition;
}
