/**
 * How fine a file's rows are, as minutes; a month has no fixed number of them and stands for itself. The numbers are what
 * the tables hold, so that a finer grain is always the smaller number.
 */
export const grains = { '15min': 15, '30min': 30, '60min': 60, day: 1440, month: 32_767 } as const;

export type GrainName = keyof typeof grains;
export type Grain = (typeof grains)[GrainName];

export const grainNames = Object.keys(grains) as readonly GrainName[];

export function grainName(grain: number): GrainName {
  const name = grainNames.find((each) => grains[each] === grain);
  if (!name) throw new RangeError(`no grain has the number ${grain}`);
  return name;
}

/** Rows of an interval carry an instant; day and month rows carry a local date and are never moved to another zone. */
export function isInterval(grain: number): boolean {
  return grain < grains.day;
}
