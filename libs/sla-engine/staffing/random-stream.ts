/**
 * A small deterministic source of random numbers: the same seed gives the same numbers everywhere (invariant 4: the
 * engine has no random source of its own). PractRand-tested `sfc32` by Chris Doty-Humphrey, seeded through MurmurHash3's
 * finaliser so that neighbouring seeds share nothing.
 */
export class RandomStream {
  private readonly state: [number, number, number, number];

  /** @param seed any integer; @param stream separates runs of one seed */
  constructor(seed: number, stream: number) {
    const words = [seed, Math.floor(seed / 2 ** 32), stream, 0x9e3779b9];
    let carried = 0x243f6a88;
    this.state = words.map((word) => (carried = mix(carried ^ mix(word | 0)))) as [
      number,
      number,
      number,
      number,
    ];
    for (let round = 0; round < 12; round++) {
      this.bits();
    }
  }

  /** Uniform in [0, 1), with 53 random bits. */
  next(): number {
    return ((this.bits() >>> 5) * 2 ** 26 + (this.bits() >>> 6)) / 2 ** 53;
  }

  /** Exponential with the given mean. */
  exponential(mean: number): number {
    return -mean * Math.log(1 - this.next());
  }

  /** Standard normal, by Box and Muller. */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
  }

  private bits(): number {
    const [a, b, c, counter] = this.state;
    const sum = (a + b + counter) | 0;
    this.state[0] = b ^ (b >>> 9);
    this.state[1] = (c + (c << 3)) | 0;
    this.state[2] = (((c << 21) | (c >>> 11)) + sum) | 0;
    this.state[3] = (counter + 1) | 0;
    return sum >>> 0;
  }
}

function mix(word: number): number {
  let hash = word | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
