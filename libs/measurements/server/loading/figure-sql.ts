import type { StagedFigure } from '../reading/cell-plan';

/**
 * Pieces of SQL for the figures of one file: arrays in the order of the measure catalogue from columns of the staging
 * table. Identifiers are ours alone (`m<position>`, `c<number>`), values never stand here.
 */
export class FigureSql {
  private readonly stagedAt: ReadonlyMap<number, string>;
  readonly measures: readonly { readonly code: string; readonly position: number; readonly staged: string }[];
  readonly claims: readonly { readonly metric: string; readonly staged: string }[];
  /** The highest position that this file fills. */
  readonly width: number;

  /** `long`: every figure has a line of its own, in `line_<staged>`. */
  constructor(
    figures: readonly StagedFigure[],
    readonly long: boolean,
  ) {
    this.measures = figures.flatMap(({ measure, staged }) =>
      measure ? [{ code: measure.code, position: measure.position, staged }] : [],
    );
    this.stagedAt = new Map(this.measures.map(({ position, staged }) => [position, staged]));
    this.claims = figures.flatMap(({ metric, staged }) => (metric === null ? [] : [{ metric, staged }]));
    this.width = Math.max(0, ...this.stagedAt.keys());
  }

  /** `array[…]` over positions 1 to `width`: `filled` for what this file reports, `other` for the rest. */
  array(
    type: string,
    width: number,
    filled: (staged: string, position: number) => string,
    other: (position: number) => string,
  ): string {
    const entries = Array.from({ length: width }, (_, index) => {
      const staged = this.stagedAt.get(index + 1);
      return staged === undefined ? other(index + 1) : filled(staged, index + 1);
    });
    return `array[${entries.join(', ')}]::${type}[]`;
  }

  /** True where any figure of the row meets the condition; false for a file without measures. */
  any(condition: (staged: string, position: number) => string): string {
    const conditions = [...this.stagedAt].map(([position, staged]) => `(${condition(staged, position)})`);
    return conditions.length === 0 ? 'false' : conditions.join(' or ');
  }

  anyClaim(condition: (staged: string) => string): string {
    return this.claims.length === 0
      ? 'false'
      : this.claims.map(({ staged }) => `(${condition(staged)})`).join(' or ');
  }

  /** The amounts of a row of `alias` as this file reports them. */
  amounts(alias: string): string {
    return this.array(
      'numeric',
      this.width,
      (staged) => `${alias}.${staged}`,
      () => 'null',
    );
  }

  /** Where amounts stand that do not stand on the row's own line; null when all do. */
  lines(alias: string): string {
    if (!this.long) return 'null::bigint[]';
    return this.array(
      'bigint',
      this.width,
      (staged) => `nullif(${alias}.line_${staged}, ${alias}.line)`,
      () => 'null',
    );
  }

  /** The amounts after a merge: this file's where it reports, the stored ones (`m`) where it does not. */
  mergedAmounts(width: number): string {
    return this.array(
      'numeric',
      width,
      (staged) => `c.${staged}`,
      (position) => `m.amounts[${position}]`,
    );
  }

  mergedLines(width: number): string {
    const merged = this.array(
      'bigint',
      width,
      (staged) => (this.long ? `nullif(c.line_${staged}, c.line)` : 'null'),
      (position) =>
        `case when m.amounts[${position}] is not null then coalesce(m.lines[${position}], m.line) end`,
    );
    return this.long ? merged : this.nullUnlessKept(merged, width);
  }

  mergedFiles(width: number): string {
    const merged = this.array(
      'uuid',
      width,
      () => 'null',
      (position) =>
        `case when m.amounts[${position}] is not null then coalesce(m.files[${position}], m.kpi_file_id) end`,
    );
    return this.nullUnlessKept(merged, width);
  }

  private nullUnlessKept(merged: string, width: number): string {
    const others = Array.from({ length: width }, (_, index) => index + 1).filter(
      (position) => !this.stagedAt.has(position),
    );
    if (others.length === 0) return 'null';
    return `case when ${others.map((position) => `m.amounts[${position}] is not null`).join(' or ')} then ${merged} end`;
  }
}
