import { Injectable } from '@nestjs/common';
import {
  type CellState,
  cellStates,
  type ParityCell,
  type ParityContract,
  type ParityExplanation,
  type ParityFinding,
  type ParityFloor,
  type ParityMatrix,
  type ParityRow,
} from '@plumbline/contracts/schema';
import { Door, type TenantTransaction } from '@plumbline/platform/database';
import { NotFoundError } from '@plumbline/platform/errors';
import { type Actor, Clock } from '@plumbline/platform/tenancy';
import { renderTrace, type Trace } from '@plumbline/sla-engine';
import { cellOf, type Compared, type ComparedCell, type RowTerms, rowsOf } from './compare-terms';
import { toVersion } from './internal-targets.service';
import { ParityFindingsRepository } from './parity-findings.repository';
import {
  type ContractOnDay,
  dateIn,
  type FloorOnDay,
  ParityTermsRepository,
} from './parity-terms.repository';

interface Asked {
  readonly on?: string | undefined;
  readonly vendorId?: string | undefined;
}

/**
 * Contracts side by side with what is expected. Compared as it is asked for, by the engine, so that a page never shows what was
 * right a moment ago; the findings say since when.
 */
@Injectable()
export class ParityMatrixService {
  constructor(
    private readonly door: Door,
    private readonly terms: ParityTermsRepository,
    private readonly findings: ParityFindingsRepository,
    private readonly clock: Clock,
  ) {}

  view(actor: Actor, { on, vendorId }: Asked): Promise<ParityMatrix> {
    return this.door.withTenant(actor, async (tx) => {
      const terms = await this.terms.on(tx, on ?? this.today(tx), vendorId ?? null);
      const counts = Object.fromEntries(cellStates.map((state) => [state, 0])) as Record<CellState, number>;
      const rows = rowsOf(terms).map((row) => {
        const cells = terms.contracts.map((contract) => cellOf(terms, row, contract));
        for (const { state } of cells) counts[state] += 1;
        return { ...toRow(row), cells: cells.map(toCell) };
      });
      return { on: terms.on, contracts: terms.contracts.map(toContract), rows, counts };
    });
  }

  /** `not-found` for a contract that is not in force that day, and for a row that is not there. */
  explain(
    actor: Actor,
    contractId: string,
    { row: asked, on }: Asked & { readonly row: string },
  ): Promise<ParityExplanation> {
    return this.door.withTenant(actor, async (tx) => {
      const terms = await this.terms.on(tx, on ?? this.today(tx));
      const contract = terms.contracts.find(({ id }) => id === contractId);
      const row = rowsOf(terms).find(({ id }) => id === asked);
      if (!contract || !row) throw new NotFoundError('parity');
      const cell = cellOf(terms, row, contract);
      const history = await this.findings.list(tx, {
        contractId,
        internalTargetId: row.target?.id ?? null,
        floorCodes: row.floors.map(({ floor }) => floor.code),
        limit: 50,
      });
      return toExplanation(terms.on, row, cell, history);
    });
  }

  private today(tx: TenantTransaction): string {
    return dateIn(tx.actor.timezone, this.clock.date());
  }
}

function toExplanation(
  on: string,
  row: RowTerms,
  { contract, state, sla, compared, floors }: ComparedCell,
  history: ParityFinding[],
): ParityExplanation {
  return {
    on,
    contract: toContract(contract),
    ...{ metric: metricName(row), segment: row.segment, state, reasons: [...(compared?.reasons ?? [])] },
    sla: sla && withoutMetric(sla),
    internalTarget: row.target && { ...toVersion(row.target.inForce), targetId: row.target.id },
    definition: {
      agreed: sla ? row.metric.definition : null,
      expected: compared?.input.expected.definition ?? null,
    },
    ...told(compared?.trace ?? []),
    request: compared && engineRequest(compared),
    floors: floors.flatMap((each) =>
      each.expectation.kind === 'floor'
        ? [
            {
              ...toFloor(each.expectation.floor),
              ...{ verdict: each.verdict, reasons: [...each.reasons] },
              ...told(each.trace),
            },
          ]
        : [],
    ),
    history,
  };
}

/** A line for `npm run engine`. */
function engineRequest({ input: { agreed, expected } }: Compared): unknown {
  const side = ({ definition, ...rest }: typeof expected) => ({ metric: definition, ...rest });
  return { id: 1, op: 'parity.compare', input: { agreed: agreed && side(agreed), expected: side(expected) } };
}

function told(trace: Trace): Pick<ParityExplanation, 'trace' | 'sentences'> {
  return {
    trace: trace.map(({ rule, facts }) => ({ rule, facts: { ...facts } })),
    sentences: { en: [...renderTrace(trace, 'en')], es: [...renderTrace(trace, 'es')] },
  };
}

function toContract({ slas: _, activatedAt: __, ...contract }: ContractOnDay): ParityContract {
  return contract;
}

function toRow({ id, metric: _, segment, target, floors, ...row }: RowTerms): Omit<ParityRow, 'cells'> {
  const limit = target?.inForce.target ?? null;
  return {
    ...{ id, segment, metric: metricName({ metric: _, ...row }) },
    internalTarget:
      target && limit
        ? {
            ...{ id: target.id, number: target.inForce.number, target: limit },
            ...{ services: target.inForce.services, effectiveFrom: target.inForce.effectiveFrom },
          }
        : null,
    floors: floors.map(toFloor),
  };
}

function toFloor({ floor, switched }: FloorOnDay): ParityFloor {
  const { code, title, citation, target } = floor;
  return { code, floorVersion: floor.version, title, citation, target, number: switched.number };
}

function metricName({ metric }: Pick<RowTerms, 'metric'>): ParityRow['metric'] {
  const { id, code, name, unit, direction, version } = metric;
  return { id, code, name, unit, direction, version };
}

function toCell({ contract, state, sla, compared, floors }: ComparedCell): ParityCell {
  const flagged = [compared, ...floors].filter(
    (each): each is Compared => !!each && each.verdict !== 'equal' && each.verdict !== 'stricter',
  );
  return {
    contractId: contract.id,
    ...{ state, reasons: [...(compared?.reasons ?? [])], sla: sla && withoutMetric(sla) },
    floors: floors.flatMap(({ expectation, verdict, reasons }) =>
      expectation.kind === 'floor'
        ? [{ code: expectation.floor.floor.code, verdict, reasons: [...reasons] }]
        : [],
    ),
    since: flagged.map(({ change }) => change.since).sort()[0] ?? null,
  };
}

function withoutMetric({
  metricId: _,
  ...sla
}: ContractOnDay['slas'][number]): NonNullable<ParityCell['sla']> {
  return sla;
}
