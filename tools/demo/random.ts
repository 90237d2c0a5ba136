/** A small seeded generator (mulberry32): the demo is the same on every machine. */
export class SeededRandom {
  private state: number;

  constructor(seed: string) {
    // FNV-1a: one independent stream for each name
    let hash = 0x811c9dc5;
    for (const character of seed) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
    this.state = hash >>> 0;
  }

  /** Uniform in [0, 1). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** Poisson by inversion; good for the means of one half hour (below a few hundred). */
  poisson(mean: number): number {
    if (mean <= 0) return 0;
    if (mean > 60) return Math.max(0, Math.round(mean + Math.sqrt(mean) * this.normal()));
    let product = this.next();
    let count = 0;
    const limit = Math.exp(-mean);
    while (product > limit) {
      product *= this.next();
      count += 1;
    }
    return count;
  }

  /** How many of n succeed, each with probability p. */
  binomial(n: number, p: number): number {
    let count = 0;
    for (let i = 0; i < n; i += 1) if (this.next() < p) count += 1;
    return count;
  }

  /** Standard normal (Box–Muller). */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
  }
}
