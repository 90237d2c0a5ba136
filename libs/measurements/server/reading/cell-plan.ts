import { cellsOf, type CellMeaning, type KpiMapping, partsOfWholes } from '@plumbline/measurements/schema';

/** What the tables call a measure: its place in the array of amounts. */
export interface MeasureSlot {
  readonly code: string;
  readonly position: number;
  readonly unit: 'count' | 'seconds';
}

/** One figure that a row may carry: an amount (staged as `m<position>`) or a claimed figure (staged as `c<number>`). */
export type StagedFigure =
  | { readonly staged: string; readonly measure: MeasureSlot; readonly metric: null }
  | { readonly staged: string; readonly measure: null; readonly metric: string };

/** Where a figure comes from, compiled: slots are indexes into the figures of the plan. */
export interface PlannedCell {
  readonly column: number;
  readonly slot: number;
  readonly means: Exclude<CellMeaning, { kind: 'ignore' }>;
  /** For averages: the slot of the weight. */
  readonly weightSlot: number;
}

export interface CellPlan {
  readonly figures: readonly StagedFigure[];
  readonly cells: readonly PlannedCell[];
  /** For long files: name in the file → its cell, null: to be ignored. */
  readonly byName: ReadonlyMap<string, PlannedCell | null> | null;
  /** [slot of the part, slot of the whole] */
  readonly parts: readonly (readonly [number, number])[];
}

/** Compiles a mapping once, so that reading a row asks no questions. Averages come last: their weight is read by then. */
export function planCells(mapping: KpiMapping, measures: ReadonlyMap<string, MeasureSlot>): CellPlan {
  const figures: StagedFigure[] = [];
  const slots = new Map<string, number>();
  const slotOf = (means: Exclude<CellMeaning, { kind: 'ignore' }>): number => {
    const key = means.kind === 'claimed' ? `claimed ${means.metric}` : means.measure;
    let slot = slots.get(key);
    if (slot === undefined) {
      slot = figures.length;
      slots.set(key, slot);
      figures.push(
        means.kind === 'claimed' ? claimed(means.metric, figures) : counted(means.measure, measures),
      );
    }
    return slot;
  };
  const all = cellsOf(mapping.columns).map((cell) => {
    if (cell.means.kind === 'ignore') return { name: cell.name, planned: null };
    const planned = { column: cell.column, slot: slotOf(cell.means), means: cell.means, weightSlot: -1 };
    return { name: cell.name, planned };
  });
  const weighed = all.map(({ name, planned }) => ({
    name,
    planned:
      planned?.means.kind === 'average'
        ? { ...planned, weightSlot: slots.get(planned.means.weight) ?? -1 }
        : planned,
  }));
  const named = weighed.filter(({ name }) => name !== undefined);
  return {
    figures,
    cells: weighed
      .flatMap(({ planned }) => (planned ? [planned] : []))
      .sort((left, right) => Number(left.means.kind === 'average') - Number(right.means.kind === 'average')),
    byName: named.length > 0 ? new Map(named.map(({ name, planned }) => [fold(name ?? ''), planned])) : null,
    parts: partsOfWholes.flatMap(([part, whole]) => {
      const [partSlot, wholeSlot] = [slots.get(part), slots.get(whole)];
      return partSlot === undefined || wholeSlot === undefined ? [] : [[partSlot, wholeSlot] as const];
    }),
  };
}

/** How measure names are compared: without regard to case and surrounding space. */
export function fold(name: string): string {
  return name.trim().toLowerCase();
}

function claimed(metric: string, figures: readonly StagedFigure[]): StagedFigure {
  return {
    staged: `c${figures.filter((figure) => figure.metric !== null).length + 1}`,
    measure: null,
    metric,
  };
}

function counted(code: string, measures: ReadonlyMap<string, MeasureSlot>): StagedFigure {
  const measure = measures.get(code);
  if (!measure) throw new Error(`the mapping names the measure ${code}, which this tenant does not have`);
  return { staged: `m${measure.position}`, measure, metric: null };
}
