import { Injectable } from '@nestjs/common';
import { Door, type TenantTransaction } from '@plumbline/platform/database';
import type { Actor } from '@plumbline/platform/tenancy';
import type { FileEffects, ForeseenFigure, ForeseenResult } from '@plumbline/slas/schema';
import { breachAction } from './breach-keeping';
import { ForeseenResults } from './foreseen-results';
import type { Compared } from './revisions';

/** What confirming a checked KPI file would do to results and breaches. */
@Injectable()
export class FileEffectsService {
  constructor(
    private readonly door: Door,
    private readonly foreseen: ForeseenResults,
  ) {}

  view(actor: Actor, fileId: string): Promise<FileEffects> {
    return this.door.withTenant(actor, async (tx) => {
      const { standing, complete, monthsLeftOff, monthsOnly, months } = await this.foreseen.of(tx, fileId);
      const vendors = await this.named(tx, 'vendor', [...new Set(months.map(({ vendorId }) => vendorId))]);
      const metricIds = months.flatMap(({ changed }) => changed.map(({ sla }) => sla.metric.id));
      const metrics = await this.named(tx, 'metric', [...new Set(metricIds)]);
      return {
        standing,
        complete,
        monthsLeftOff,
        monthsOnly,
        results: months.flatMap(({ vendorId, month, changed }) =>
          changed.map((compared) => ({
            month,
            vendor: known(vendors, vendorId),
            ...toForeseen(compared, known(metrics, compared.sla.metric.id).name),
          })),
        ),
      };
    });
  }

  private async named(
    tx: TenantTransaction,
    table: 'vendor' | 'metric',
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, Named>> {
    const rows = await tx.query<Named>(
      `select id, code, name from ${table} where tenant_id = $1 and id = any ($2)`,
      [tx.tenantId, [...ids]],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}

interface Named {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

function toForeseen(
  { sla, judged, previous }: Compared,
  metricName: string,
): Omit<ForeseenResult, 'month' | 'vendor'> {
  const action = breachAction({ judged, previous });
  const { id, code, version, definition } = sla.metric;
  return {
    sla: { id: sla.id, name: sla.name, segment: sla.segment },
    metric: {
      ...{ id, code, name: metricName, version },
      unit: definition.unit,
      direction: definition.direction,
    },
    target: sla.target,
    now: previous?.latest
      ? { ...toFigure(previous), resultId: previous.id, revision: previous.revision }
      : null,
    then: toFigure(judged),
    breach:
      action === 'open' || action === 'reopen'
        ? { change: 'opens', breachId: previous?.breachId ?? null }
        : action === 'close'
          ? { change: 'closes', breachId: previous?.breachId ?? null }
          : null,
  };
}

/** Sums of no rows are nothing, not 0 (semantics rule 16). */
function toFigure(figure: ForeseenFigure & { readonly rowsCounted: number }): ForeseenFigure {
  const { state, value, claimedValue, rowsCounted } = figure;
  return {
    ...{ state, value, claimedValue },
    numerator: rowsCounted > 0 ? figure.numerator : null,
    denominator: rowsCounted > 0 ? figure.denominator : null,
  };
}

function known(names: ReadonlyMap<string, Named>, id: string): Named {
  const name = names.get(id);
  if (!name) throw new Error(`${id} has no name here`);
  return name;
}
