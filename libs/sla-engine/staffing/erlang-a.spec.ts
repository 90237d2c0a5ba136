import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { erlangA } from './erlang-a';
import { erlangC } from './erlang-c';
import type { PatientLoad } from './staffing-load';

const halfHour = { offeredErlangs: 10, ahtSeconds: 180, thresholdSeconds: 20 };
const patient = { ...halfHour, meanPatienceSeconds: 180 };

/** The stationary wait by quadrature of its density (Baccelli and Hebuterne): another road to the same figures. */
function byQuadrature(
  load: PatientLoad,
  agents: number,
): { serviceLevel: number; abandonProbability: number } {
  const { offeredErlangs, ahtSeconds, thresholdSeconds, meanPatienceSeconds } = load;
  const arrival = offeredErlangs / ahtSeconds;
  const service = agents / ahtSeconds;
  const density = (x: number) =>
    arrival *
    Math.exp(arrival * meanPatienceSeconds * (1 - Math.exp(-x / meanPatienceSeconds)) - service * x);
  let [term, idle] = [1, 1];
  for (let busy = agents - 1; busy > 0; busy--) {
    term *= busy / offeredErlangs;
    idle += term;
  }
  const stays = (x: number) => Math.exp(-x / meanPatienceSeconds);
  const all = simpson(density, 0, 40 * meanPatienceSeconds);
  const answered = simpson((x) => density(x) * stays(x), 0, 40 * meanPatienceSeconds);
  const inTime = simpson((x) => density(x) * stays(x), 0, thresholdSeconds);
  return {
    serviceLevel: (idle + inTime) / (idle + all),
    abandonProbability: (all - answered) / (idle + all),
  };
}

function simpson(f: (x: number) => number, from: number, to: number): number {
  const pieces = 20_000;
  const width = (to - from) / pieces;
  let sum = f(from) + f(to);
  for (let piece = 1; piece < pieces; piece++) {
    sum += f(from + piece * width) * (piece % 2 === 0 ? 2 : 4);
  }
  return (sum * width) / 3;
}

describe('erlangA (rule 27)', () => {
  it.each([
    ['fewer agents than erlangs', patient, 8],
    ['as many', patient, 10],
    ['more', patient, 14],
    ['impatient callers', { ...patient, meanPatienceSeconds: 30 }, 9],
    ['patient callers', { ...patient, meanPatienceSeconds: 900 }, 11],
    ['a large centre', { ...patient, offeredErlangs: 95, ahtSeconds: 300, meanPatienceSeconds: 120 }, 90],
    ['no waiting allowed', { ...patient, thresholdSeconds: 0 }, 12],
    ['one agent', { ...patient, offeredErlangs: 0.7 }, 1],
  ])('agrees with quadrature of the density: %s', (_, load, agents) => {
    const expected = byQuadrature(load, agents);
    const figures = erlangA(load, agents);
    expect(figures.serviceLevel).toBeCloseTo(expected.serviceLevel, 8);
    expect(figures.abandonProbability).toBeCloseTo(expected.abandonProbability, 8);
    expect(figures.meanWait).toBeCloseTo(expected.abandonProbability * load.meanPatienceSeconds, 5);
  });

  it('with one agent and one erlang, patience equal to handle time: 1 − 1/(e−1) abandon', () => {
    // All states weigh 1/k!, so p₀ = 1/e; answered = busy share = 1 − 1/e of the load.
    const figures = erlangA({ ...patient, offeredErlangs: 1 }, 1);
    expect(figures.abandonProbability).toBeCloseTo(1 / Math.E, 12);
    expect(figures).toMatchObject({ agents: 1, offeredErlangs: 1, stable: true });
    expect(figures.waitProbability).toBeCloseTo(1 - 1 / Math.E, 12);
    expect(figures.occupancy).toBeCloseTo(1 - 1 / Math.E, 12);
  });

  it('becomes Erlang C as patience grows', () => {
    const figures = erlangA({ ...patient, meanPatienceSeconds: 1e8 }, 14);
    const limit = erlangC(halfHour, 14);
    expect(figures.serviceLevel).toBeCloseTo(limit.serviceLevel, 6);
    expect(figures.waitProbability).toBeCloseTo(limit.waitProbability, 6);
    expect(figures.asa).toBeCloseTo(limit.asa ?? NaN, 4);
    expect(figures.abandonProbability).toBeCloseTo(0, 6);
  });

  it.each([
    [
      'nobody there',
      10,
      0,
      {
        agents: 0,
        offeredErlangs: 10,
        stable: true,
        waitProbability: 1,
        serviceLevel: 0,
        abandonProbability: 1,
        asa: null,
        occupancy: 1,
        meanWait: 180,
      },
    ],
    [
      'nobody calls',
      0,
      3,
      {
        agents: 3,
        offeredErlangs: 0,
        stable: true,
        waitProbability: 0,
        serviceLevel: 1,
        abandonProbability: 0,
        asa: 0,
        occupancy: 0,
        meanWait: 0,
      },
    ],
    ['agents without number', 0.001, 100_000, { waitProbability: 0, serviceLevel: 1, abandonProbability: 0 }],
  ])('%s', (_, offeredErlangs, agents, expected) => {
    expect(erlangA({ ...patient, offeredErlangs }, agents)).toMatchObject(expected);
  });

  it('a hopeless overload has finite figures: nearly all abandon, the few agents never rest', () => {
    const figures = erlangA({ ...patient, offeredErlangs: 20_000, meanPatienceSeconds: 3600 }, 5);
    expect(figures.abandonProbability).toBeCloseTo(1 - 5 / 20_000, 8);
    expect(figures.occupancy).toBeCloseTo(1, 8);
    expect(figures.serviceLevel).toBeCloseTo(0, 8);
    // Nobody is answered before nearly all who came with them have given up: ln(20000 / 5) patiences.
    expect((figures.asa ?? 0) / 3600).toBeCloseTo(Math.log(4000), 0);
  });

  it('answered, abandoned and their waits add up, and more agents never do worse', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 300, noNaN: true }),
        fc.integer({ min: 1, max: 330 }),
        fc.double({ min: 5, max: 2000, noNaN: true }),
        (offeredErlangs, agents, meanPatienceSeconds) => {
          const load = { ...patient, offeredErlangs, meanPatienceSeconds };
          const [fewer, more] = [erlangA(load, agents), erlangA(load, agents + 1)];
          expect(more.serviceLevel).toBeGreaterThanOrEqual(fewer.serviceLevel - 1e-12);
          expect(more.abandonProbability).toBeLessThanOrEqual(fewer.abandonProbability + 1e-12);
          expect(fewer.serviceLevel).toBeLessThanOrEqual(1 - fewer.abandonProbability + 1e-12);
          expect(fewer.serviceLevel).toBeGreaterThanOrEqual(1 - fewer.waitProbability - 1e-12);
          expect(fewer.occupancy).toBeCloseTo((offeredErlangs * (1 - fewer.abandonProbability)) / agents, 9);
        },
      ),
      { numRuns: 200, seed: 5 },
    );
  });

  it('its trace multiplies the shares that the figures are made of', () => {
    const { trace, ...figures } = erlangA(patient, 10);
    const { waitProbability, abandonProbability, serviceLevel, occupancy, asa, meanWait } = figures;
    expect(trace).toEqual([
      { rule: 'staffing.load', facts: { ...halfHour, agents: 10 } },
      { rule: 'staffing.patience', facts: { meanPatienceSeconds: 180 } },
      { rule: 'staffing.erlangA', facts: { offeredErlangs: 10, agents: 10, waitProbability } },
      {
        rule: 'staffing.abandonment',
        facts: {
          waitProbability,
          abandonedOfWaiting: expect.closeTo(abandonProbability / waitProbability, 12),
          abandonProbability,
        },
      },
      {
        rule: 'staffing.serviceLevelOfAll',
        facts: {
          waitProbability,
          answeredOfWaiting: expect.closeTo(1 - abandonProbability / waitProbability, 12),
          inTimeOfAnswered: expect.closeTo(
            (serviceLevel - 1 + waitProbability) / (waitProbability - abandonProbability),
            12,
          ),
          thresholdSeconds: 20,
          serviceLevel,
        },
      },
      { rule: 'staffing.waits', facts: { asa, meanWait } },
      {
        rule: 'staffing.occupancy',
        facts: { offeredErlangs: 10, answered: 1 - abandonProbability, agents: 10, occupancy },
      },
    ]);
  });

  it.each([
    ['nobody calls', 0, 3, { rule: 'staffing.noCalls', facts: {} }],
    ['nobody there', 10, 0, { rule: 'staffing.nobodyThere', facts: { meanWait: 180 } }],
  ])('%s: the trace says just that', (_, offeredErlangs, agents, step) => {
    const { trace } = erlangA({ ...patient, offeredErlangs }, agents);
    expect(trace.map(({ rule }) => rule).slice(0, 2)).toEqual(['staffing.load', 'staffing.patience']);
    expect(trace.slice(2)).toEqual([step]);
  });
});
