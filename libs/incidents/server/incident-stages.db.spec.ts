import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { AdvanceClocksProcessor, ClocksRepository } from '@plumbline/clocks/server';
import { Notifications } from '@plumbline/platform/notifications';
import { ClockBreaches } from '@plumbline/slas/server';
import { IncidentsBench, type TestInsurer } from './incidents-bench';
import { IncidentsService } from './incidents.service';

jest.setTimeout(60_000);

const DISCOVERED = '2026-03-02T07:00:00Z';
const notice = { what: 'Laptop left in a taxi', service: 'voice', phiSuspected: 'no' } as const;

describe('the stages of an incident’s clock', () => {
  let bench: IncidentsBench;
  let here: TestInsurer;

  beforeAll(async () => {
    bench = await IncidentsBench.open();
  });
  afterAll(() => bench.close());
  beforeEach(async () => {
    bench.clock.set('2026-03-02T09:00:00Z');
    here = await bench.insurer();
  });

  const giveNotice = (id: string) =>
    bench.get(IncidentsService).giveNotice(here.partner, id, { ...notice, discoveredAt: DISCOVERED });

  it.each([
    [50, '2026-03-02T19:00:00.000Z', 'incident-clock-stage'],
    [75, '2026-03-03T01:00:00.000Z', 'incident-clock-stage'],
    [90, '2026-03-03T04:36:00.000Z', 'incident-clock-stage'],
    [100, '2026-03-03T07:00:00.001Z', 'incident-late'],
  ] as const)(
    '%s % is acted on at its instant, not a millisecond before, and once',
    async (stage, at, kind) => {
      await bench.unnotified(here, DISCOVERED);
      const instant = Temporal.Instant.from(at);
      bench.clock.set(instant.subtract({ milliseconds: 1 }).toString());
      await bench.work(here);
      expect((await bench.stages(here)).some((each) => each.stage === stage)).toBe(false);
      bench.clock.set(at);
      expect(await bench.work(here)).toBe(1);
      expect(await bench.work(here)).toBe(0);
      expect((await bench.stages(here)).at(-1)).toEqual({
        ...{ stage, told: true },
        // recorded at the deadline, and acted on once it is over
        at: stage === 100 ? '2026-03-03T07:00:00.000Z' : at,
      });
      const told = (await bench.notices(here)).filter((each) => each.kind === kind);
      expect(told.filter(({ key }) => key.endsWith(`/${stage}`))).toHaveLength(1);
      expect(told.at(-1)).toMatchObject({ roles: ['security'], vendorRoles: ['vendor_administrator'] });
    },
  );

  it('found late: every stage with its own instant, people told once of the furthest, breach at the deadline', async () => {
    await bench.unnotified(here, DISCOVERED);
    bench.clock.set('2026-03-05T12:00:00Z');
    await bench.work(here);
    expect(await bench.stages(here)).toEqual([
      { stage: 50, at: '2026-03-02T19:00:00.000Z', told: false },
      { stage: 75, at: '2026-03-03T01:00:00.000Z', told: false },
      { stage: 90, at: '2026-03-03T04:36:00.000Z', told: false },
      { stage: 100, at: '2026-03-03T07:00:00.000Z', told: true },
    ]);
    expect((await bench.notices(here)).map(({ kind }) => kind)).toEqual(['incident-late']);
    expect(await bench.breaches(here)).toEqual([
      {
        month: '2026-03-01',
        breachedAt: new Date('2026-03-03T07:00:00Z'),
        openedAt: new Date('2026-03-05T12:00:00Z'),
      },
    ]);
  });

  it('is of the month in which the deadline passed where the insurer is', async () => {
    bench.clock.set('2026-04-01T03:30:00Z');
    await bench.unnotified(here, '2026-03-31T03:00:00Z');
    await bench.work(here);
    expect((await bench.breaches(here)).map(({ month }) => month)).toEqual(['2026-03-01']);
  });

  it('notice at the deadline is in time: nothing more happens', async () => {
    const { id } = await bench.unnotified(here, DISCOVERED);
    bench.clock.set('2026-03-03T07:00:00Z');
    // the worker that looks at this very instant takes nothing away
    await bench.work(here);
    expect(await bench.breaches(here)).toEqual([]);
    const given = await giveNotice(id);
    expect(given.clocks[0]?.state).toBe('met');
    bench.clock.set('2026-03-09T07:00:00Z');
    expect(await bench.work(here)).toBe(0);
    expect(await bench.breaches(here)).toEqual([]);
    expect((await bench.notices(here)).map(({ kind }) => kind)).toEqual(['incident-clock-stage']);
  });

  it('notice after it is a breach, though nobody had looked before it came', async () => {
    const { id } = await bench.unnotified(here, DISCOVERED);
    bench.clock.set('2026-03-03T07:00:00.001Z');
    expect((await giveNotice(id)).clocks[0]?.state).toBe('late');
    expect(await bench.work(here)).toBe(1);
    expect((await bench.breaches(here)).map(({ breachedAt }) => breachedAt.toISOString())).toEqual([
      '2026-03-03T07:00:00.000Z',
    ]);
    expect((await bench.stages(here)).map(({ stage }) => stage)).toEqual([50, 75, 90, 100]);
  });

  it('is no breach where no contract is in force to be broken, and the clock is late all the same', async () => {
    const free = await bench.insurer('America/New_York', { contract: false });
    const { clocks } = await bench.unnotified(free, DISCOVERED);
    expect(clocks[0]).toMatchObject({ deadlineAt: '2026-03-03T07:00:00.000Z' });
    bench.clock.set('2026-03-04T00:00:00Z');
    await bench.work(free);
    expect([await bench.breaches(free), (await bench.notices(free)).map(({ kind }) => kind)]).toEqual([
      [],
      ['incident-late'],
    ]);
  });

  it('takes its hours from the clause of the contract in force', async () => {
    const strict = await bench.insurer('America/New_York', { withinHours: 6 });
    const { clocks } = await bench.unnotified(strict, DISCOVERED);
    expect(clocks[0]).toMatchObject({
      deadlineAt: '2026-03-02T13:00:00.000Z',
      legs: [{ unit: 'elapsedHours', amount: 6 }],
      policy: { source: { title: expect.stringMatching(/^MSA-.*, 9\.2$/) } },
    });
  });

  it('tells the vendor’s ladder: one more at each stage, and all of it at the deadline', async () => {
    await bench.ladder(here, [{ name: 'desk' }, { name: 'lead' }, { name: 'ciso' }, { name: 'ceo' }]);
    await bench.unnotified(here, DISCOVERED);
    for (const at of ['02T19:00', '03T01:00', '03T04:36', '03T07:01']) {
      bench.clock.set(`2026-03-${at}:00Z`);
      await bench.work(here);
    }
    expect((await bench.notices(here)).map(({ contacts }) => contacts.map(({ name }) => name))).toEqual([
      ['desk'],
      ['desk', 'lead'],
      ['desk', 'lead', 'ciso'],
      ['desk', 'lead', 'ciso', 'ceo'],
    ]);
  });

  it.each([
    // 24 elapsed hours, whatever the clocks on the wall do that night; and 60 local days
    ['America/New_York', '2026-03-07T20:00:00-05:00', '2026-03-09T01:00:00.000Z', '2026-05-07T04:00:00.000Z'],
    ['America/New_York', '2026-10-31T20:00:00-04:00', '2026-11-02T00:00:00.000Z', '2026-12-31T05:00:00.000Z'],
    ['Europe/Dublin', '2026-03-28T20:00:00+00:00', '2026-03-29T20:00:00.000Z', '2026-05-27T23:00:00.000Z'],
    ['Europe/Dublin', '2026-10-24T20:00:00+01:00', '2026-10-25T19:00:00.000Z', '2026-12-24T00:00:00.000Z'],
    ['Asia/Manila', '2026-03-07T20:00:00+08:00', '2026-03-08T12:00:00.000Z', '2026-05-06T16:00:00.000Z'],
    ['Asia/Manila', '2026-10-31T20:00:00+08:00', '2026-11-01T12:00:00.000Z', '2026-12-30T16:00:00.000Z'],
  ])('in %s from %s: 24 h end at %s, 60 days at %s', async (zone, discovered, contract, hipaa) => {
    const there = await bench.insurer(zone);
    bench.clock.set(Temporal.Instant.from(discovered).toString());
    const { clocks } = await bench.unnotified(there, discovered, { phiSuspected: 'unknown' });
    expect(clocks.map(({ policy, deadlineAt }) => [policy.code, deadlineAt])).toEqual([
      ['contract-notice', contract],
      ['hipaa-164-410', hipaa],
    ]);
    bench.clock.set(contract);
    await bench.work(there);
    expect(await bench.breaches(there)).toEqual([]);
    bench.clock.set(Temporal.Instant.from(contract).add({ milliseconds: 1 }).toString());
    await bench.work(there);
    expect((await bench.breaches(there)).map(({ breachedAt }) => breachedAt.toISOString())).toEqual([
      contract,
    ]);
  });

  it('two workers, and a third, racing over many clocks: every escalation exactly once', async () => {
    for (let count = 0; count < 30; count += 1) await bench.unnotified(here, DISCOVERED);
    const worker = bench.get(AdvanceClocksProcessor);
    for (const at of ['2026-03-02T19:00:00Z', '2026-03-03T01:00:00Z', '2026-03-03T07:00:01Z']) {
      bench.clock.set(at);
      await Promise.all([1, 2, 3].map(() => worker.process(here.tenant)));
    }
    const notices = await bench.notices(here);
    expect(new Set(notices.map(({ key }) => key)).size).toBe(notices.length);
    const perStage = Object.groupBy(notices, ({ stage, kind }) => stage ?? kind);
    expect(Object.entries(perStage).map(([stage, all]) => [stage, all?.length])).toEqual([
      ['50', 30],
      ['75', 30],
      ['incident-late', 30],
    ]);
    expect(await bench.stages(here)).toHaveLength(120);
    expect(await bench.breaches(here)).toHaveLength(30);
    expect(await bench.waiting(here.tenant)).toBe(0);
  });

  it.each([
    ['once it has claimed', ClocksRepository, 'claimDue'],
    ['once it has read what was acted on', ClocksRepository, 'stages'],
    ['once it has recorded the stages', ClocksRepository, 'recordStages'],
    ['once it has planned what is next', ClocksRepository, 'planNext'],
    ['once it has opened the breach', ClockBreaches, 'open'],
    ['once it has announced', Notifications, 'announce'],
  ] as const)(
    'a worker that dies %s leaves nothing of it; the sweep finds it again',
    async (_, type, step) => {
      await bench.unnotified(here, DISCOVERED);
      bench.clock.set('2026-03-03T07:00:01Z');
      const target = bench.get<object>(type) as Record<string, (...all: unknown[]) => Promise<unknown>>;
      const does = target[step]?.bind(target);
      const dying = jest.spyOn(target, step).mockImplementationOnce(async (...all) => {
        await does?.(...all);
        throw new Error('killed');
      });
      await expect(bench.get(AdvanceClocksProcessor).process(here.tenant)).rejects.toThrow('killed');
      dying.mockRestore();
      expect([await bench.stages(here), await bench.notices(here), await bench.breaches(here)]).toEqual([
        [],
        [],
        [],
      ]);
      // no queue remembers the job (Redis emptied): PostgreSQL does
      expect(await bench.work(here)).toBe(1);
      expect((await bench.stages(here)).map(({ stage }) => stage)).toEqual([50, 75, 90, 100]);
      expect(await bench.notices(here)).toHaveLength(1);
      expect(await bench.breaches(here)).toHaveLength(1);
    },
  );
});
