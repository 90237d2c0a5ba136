import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type PatientLoad, erlangA } from './erlang-a';
import { erlangB } from './erlang-b';
import { erlangC } from './erlang-c';
import { requiredAgents, requiredAgentsWithPatience } from './required-agents';

const halfHour = { offeredErlangs: 10, ahtSeconds: 180, thresholdSeconds: 20 };
const patient = { ...halfHour, meanPatienceSeconds: 180 };

describe('erlangB', () => {
  it.each([
    ['no agents block everybody', 10, 0, 1],
    ['one agent', 1, 1, 0.5],
    ['two agents, one erlang', 1, 2, 0.2],
    ['the published table: 10 erlangs, 18 trunks', 10, 18, 0.0071],
    ['no load', 0, 3, 0],
  ])('%s', (_, load, agents, blocked) => {
    expect(erlangB(load, agents)).toBeCloseTo(blocked, 4);
  });

  it('stays a share where factorials have long overflowed', () => {
    expect(erlangB(50_000, 50_000)).toBeCloseTo(Math.sqrt(2 / (Math.PI * 50_000)), 4);
    expect(erlangB(1, 100_000)).toBe(0);
  });
});

describe('erlangC (rule 27)', () => {
  it('100 calls in half an hour at 180 s: 14 agents give 88.8 %, ASA 7.8 s', () => {
    const figures = erlangC(halfHour, 14);
    expect(figures.serviceLevel).toBeCloseTo(0.88835, 6);
    expect(figures.waitProbability).toBeCloseTo(0.174132, 6);
    expect(figures.asa).toBeCloseTo(7.836, 3);
    expect(figures.occupancy).toBeCloseTo(10 / 14, 12);
  });

  it('the load itself is in the answer, and one agent more than it is enough for a steady state', () => {
    expect(erlangC(halfHour, 11)).toMatchObject({ agents: 11, offeredErlangs: 10, stable: true });
    expect(erlangC({ ...halfHour, thresholdSeconds: 0 }, 14).serviceLevel).toBeCloseTo(1 - 0.174132, 6);
  });

  it('a mean wait beyond all numbers is none', () => {
    const hair = { offeredErlangs: 1 - 2 ** -53, ahtSeconds: 1e300, thresholdSeconds: 20 };
    expect(erlangC(hair, 1)).toMatchObject({ stable: true, asa: null });
  });

  it('a target reached exactly is reached', () => {
    expect(requiredAgents(halfHour, erlangC(halfHour, 13).serviceLevel).agents).toBe(13);
    expect(requiredAgentsWithPatience(patient, erlangA(patient, 11).serviceLevel).agents).toBe(11);
  });

  it('13 agents give 79.56 %, which is not enough for 80 (rule 15)', () => {
    expect(erlangC(halfHour, 13).serviceLevel).toBeCloseTo(0.7956, 4);
    expect(requiredAgents(halfHour, 0.8)).toEqual(erlangC(halfHour, 14));
    expect(requiredAgents(halfHour, 0.79).agents).toBe(13);
  });

  it.each([
    ['as many erlangs as agents', 10, 10],
    ['fewer agents than erlangs', 10, 3],
    ['nobody there', 10, 0],
  ])('%s: the queue grows without end, and the answer says so', (_, offeredErlangs, agents) => {
    expect(erlangC({ ...halfHour, offeredErlangs }, agents)).toEqual({
      agents,
      offeredErlangs,
      stable: false,
      waitProbability: 1,
      serviceLevel: 0,
      asa: null,
      occupancy: 1,
    });
  });

  it('nobody calls: nobody waits and nobody is needed', () => {
    const calm = { ...halfHour, offeredErlangs: 0 };
    expect(erlangC(calm, 0)).toMatchObject({ waitProbability: 0, serviceLevel: 1, asa: 0, occupancy: 0 });
    expect(requiredAgents(calm, 0.99).agents).toBe(0);
  });

  it('more agents never do worse, and the figures stay in their ranges', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 500, noNaN: true }),
        fc.integer({ min: 0, max: 600 }),
        fc.double({ min: 0, max: 300, noNaN: true }),
        (offeredErlangs, agents, thresholdSeconds) => {
          const load = { offeredErlangs, ahtSeconds: 240, thresholdSeconds };
          const [fewer, more] = [erlangC(load, agents), erlangC(load, agents + 1)];
          expect(more.serviceLevel).toBeGreaterThanOrEqual(fewer.serviceLevel);
          expect(more.waitProbability).toBeLessThanOrEqual(fewer.waitProbability);
          for (const share of [fewer.serviceLevel, fewer.waitProbability, fewer.occupancy]) {
            expect(share >= 0 && share <= 1).toBe(true);
          }
          expect(fewer.asa === null || Number.isFinite(fewer.asa)).toBe(true);
        },
      ),
      { numRuns: 300, seed: 4 },
    );
  });
});

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

  it('required agents are the first that reach the target', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 120, noNaN: true }),
        fc.double({ min: 0, max: 0.99, noNaN: true }),
        fc.double({ min: 10, max: 1000, noNaN: true }),
        (offeredErlangs, target, meanPatienceSeconds) => {
          const load = { ...patient, offeredErlangs, meanPatienceSeconds };
          const { agents, serviceLevel } = requiredAgentsWithPatience(load, target);
          expect(serviceLevel).toBeGreaterThanOrEqual(target);
          expect(agents === 0 || erlangA(load, agents - 1).serviceLevel < target).toBe(true);
          const calm = requiredAgents(load, target).agents;
          expect(calm === 0 || erlangC(load, calm - 1).serviceLevel < target).toBe(true);
        },
      ),
      { numRuns: 60, seed: 6 },
    );
  });
});
