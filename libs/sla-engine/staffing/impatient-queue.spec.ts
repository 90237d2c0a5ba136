import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { answeredWithin, impatientQueue } from './impatient-queue';

/** ∫ (1 − e⁻ᵗ)/t from 0 to 1. */
const ein1 = 0.796599599297053;
const e = Math.E;

describe('the queue behind busy agents, seen by an arriving caller', () => {
  it.each<[string, number, number, { weight: number; abandoned: number; answeredWait: number }]>([
    [
      'nobody calls: who would come waits for one of two agents',
      2,
      0,
      { weight: 1, abandoned: 1 / 3, answeredWait: 2 / 9 },
    ],
    ['nobody serves: all give up', 0, 1, { weight: e, abandoned: 1, answeredWait: 0 }],
    [
      'a call and an agent who serves one a patience: states weigh 1/(k+1)!',
      1,
      1,
      { weight: e - 1, abandoned: 1 / (e - 1), answeredWait: (e * ein1 - e + 1) / (e - 1) },
    ],
    [
      'an agent who serves two calls a patience: states weigh 2/(k+2)!',
      2,
      1,
      {
        weight: 2 * (e - 2),
        abandoned: 1 - 2 * (1 - 1 / (2 * (e - 2))),
        answeredWait: (2 * e * ein1 - 3 * e + 4) / (e - 2),
      },
    ],
  ])('%s', (_, service, arrivals, { weight, abandoned, answeredWait }) => {
    const queue = impatientQueue(service, arrivals);
    expect(queue.exponent).toBe(0);
    expect(queue.weight).toBeCloseTo(weight, 12);
    expect(queue.abandoned).toBeCloseTo(abandoned, 12);
    expect(queue.answeredWait).toBeCloseTo(answeredWait, 12);
  });

  it.each([600, 5_000])(
    '%d calls a patience and nobody serves: the weight is kept as a power of e',
    (arrivals) => {
      const { weight, exponent, abandoned } = impatientQueue(0, arrivals);
      expect(exponent).toBeGreaterThan(0);
      expect(Number.isFinite(weight)).toBe(true);
      expect(Math.log(weight) + exponent).toBeCloseTo(arrivals, 8);
      expect(abandoned).toBeCloseTo(1, 12);
    },
  );

  it('an overload waits as long as it takes for all but a few to give up: ln(arrivals / service) patiences', () => {
    const { abandoned, answeredWait } = impatientQueue(100, 20_000);
    expect(abandoned).toBeCloseTo(1 - 100 / 20_000, 10);
    expect(answeredWait / (1 - abandoned)).toBeCloseTo(Math.log(200), 1);
  });

  it('law: what flows into the queue flows out of it, served or given up', () => {
    const rates = fc.double({ min: 0.01, max: 3_000, noNaN: true });
    fc.assert(
      fc.property(rates, rates, (service, arrivals) => {
        const { weight, exponent, abandoned, answeredWait } = impatientQueue(service, arrivals);
        const emptyQueue = Math.exp(-exponent) / weight;
        expect(arrivals * abandoned).toBeCloseTo(arrivals - service * (1 - emptyQueue), 6);
        expect(answeredWait).toBeGreaterThanOrEqual(0);
      }),
      { seed: 51, numRuns: 300 },
    );
  });
});

describe('the share of those answered after waiting who waited at most so long', () => {
  const early = (wait: number): number => 1 - Math.exp(-wait);

  it.each<[string, number, number, number, number]>([
    ['nobody waits less than nothing', 3, 2, 0, 0],
    ['everybody waits less than for ever', 3, 2, 1e3, 1],
    ['nobody else calls: the wait is exponential', 2, 0, 0.3, 1 - Math.exp(-0.9)],
    [
      'service without measure: the last who does not give up',
      0,
      2,
      0.5,
      (Math.exp(2 * early(0.5)) - 1) / (e ** 2 - 1),
    ],
    [
      'one agent a patience',
      1,
      2,
      0.5,
      // ∫ (1 − u) e²ᵘ du = (3/4 − u/2) e²ᵘ
      ((3 / 4 - early(0.5) / 2) * Math.exp(2 * early(0.5)) - 3 / 4) / ((1 / 4) * e ** 2 - 3 / 4),
    ],
    ['calls beyond measure, all sums rescaled', 0, 5_000, 9, Math.exp(-5_000 * Math.exp(-9))],
    [
      'and with one agent a patience',
      1,
      5_000,
      9,
      (1 + 5_000 * Math.exp(-9)) * Math.exp(-5_000 * Math.exp(-9)),
    ],
  ])('%s', (_, service, arrivals, wait, share) => {
    expect(answeredWithin(service, arrivals, wait)).toBeCloseTo(share, 10);
  });

  it('is that of the density, by quadrature', () => {
    const [service, arrivals, wait] = [40, 55, 0.25];
    const density = (x: number): number => Math.exp(arrivals * (1 - Math.exp(-x)) - (service + 1) * x);
    const sum = (to: number): number => {
      const steps = 4_000;
      const points = Array.from({ length: steps + 1 }, (_, index) => {
        const weight = index === 0 || index === steps ? 1 : index % 2 === 0 ? 2 : 4;
        return weight * density((index * to) / steps);
      });
      return (points.reduce((all, point) => all + point, 0) * to) / steps / 3;
    };
    expect(answeredWithin(service, arrivals, wait)).toBeCloseTo(sum(wait) / sum(6), 8);
  });

  it('law: it is a share, and more time never answers fewer', () => {
    const rates = fc.double({ min: 0, max: 2_000, noNaN: true });
    const waits = fc.double({ min: 0, max: 20, noNaN: true });
    fc.assert(
      fc.property(rates, rates, waits, waits, (service, arrivals, one, other) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)].map((wait) =>
          answeredWithin(service, arrivals, wait),
        ) as [number, number];
        expect(less).toBeGreaterThanOrEqual(0);
        expect(more).toBeLessThanOrEqual(1);
        expect(more).toBeGreaterThanOrEqual(less - 1e-9);
      }),
      { seed: 52, numRuns: 300 },
    );
  });
});
