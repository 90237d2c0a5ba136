import { refused } from './file-refused';

/** Gives each distinct text of a file a small number, so that a million rows carry numbers instead of names. */
export class Ordinals {
  private readonly known = new Map<string, number>();
  /** Rows seen of each. */
  readonly counts: number[] = [];

  constructor(
    private readonly most: number,
    private readonly code: 'too-many-vendors' | 'too-many-segments',
  ) {}

  of(text: string, line: number): number {
    let ordinal = this.known.get(text);
    if (ordinal === undefined) {
      ordinal = this.known.size;
      if (ordinal >= this.most) throw refused(this.code, { most: this.most }, line);
      this.known.set(text, ordinal);
      this.counts.push(0);
    }
    this.counts[ordinal] = (this.counts[ordinal] ?? 0) + 1;
    return ordinal;
  }

  /** By ordinal. */
  get texts(): readonly string[] {
    return [...this.known.keys()];
  }
}
