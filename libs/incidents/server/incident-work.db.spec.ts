import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ClocksService } from '@plumbline/clocks/server';
import type { Incident, PolicyTerms } from '@plumbline/incidents/schema';
import { shippedPolicies } from '@plumbline/incidents/schema';
import type { Actor } from '@plumbline/platform/tenancy';
import { actorIn } from '@plumbline/platform/testing';
import { ExercisesService } from './exercises/exercises.service';
import { IncidentsBench, type TestInsurer } from './incidents-bench';
import { IncidentsService } from './incidents.service';
import { PoliciesService } from './policies/policies.service';
import { ReportingService } from './reporting.service';
import { ClosingService } from './work/closing.service';
import { WorkService } from './work/work.service';

jest.setTimeout(60_000);

const DISCOVERED = '2026-03-02T07:00:00Z';
const cause = { actions: ['error'], actors: ['internal'], assets: ['media'], attributes: [] } as const;
const closing = { outcome: 'resolved', cause: structuredClone(cause) as never, summary: 'Wiped.' } as const;

describe('the work on incidents', () => {
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

  const report = (by: Actor = here.partner): Promise<Incident> =>
    bench.get(ReportingService).report(by, {
      ...{ what: 'Letters to the wrong addresses', discoveredAt: DISCOVERED },
      ...{ service: 'mail', phiSuspected: 'unknown' },
    });
  const view = (by: Actor, id: string) => bench.get(IncidentsService).view(by, id);
  const problem = (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'none',
      (error: { code?: string; fields?: { code: string }[] }) =>
        error.fields?.[0]?.code ?? error.code ?? `${error}`,
    );

  it('notes of a side are read by that side alone, also by query; shared ones by both', async () => {
    const { id } = await report();
    const work = bench.get(WorkService);
    await work.addNote(here.security, id, { text: 'Legal is informed.', shared: false });
    await work.addNote(here.partner, id, { text: 'Our insurer is informed.', shared: false });
    await work.addNote(here.security, id, { text: 'Call at nine.', shared: true });
    const texts = async (by: Actor) => (await view(by, id)).notes.map(({ text }) => text);
    expect(await texts(here.security)).toEqual(['Legal is informed.', 'Call at nine.']);
    expect(await texts(here.partner)).toEqual(['Our insurer is informed.', 'Call at nine.']);
    const raw = (by: Actor) =>
      bench.database.door.withTenant(by, (tx) =>
        tx.query<{ text: string }>('select text from incident_note where tenant_id = $1', [tx.tenantId]),
      );
    expect((await raw(here.partner)).map(({ text }) => text)).not.toContain('Legal is informed.');
    expect((await raw(here.security)).map(({ text }) => text)).not.toContain('Our insurer is informed.');
    const stranger = actorIn(here.tenant, 'vendor_contributor', [
      (await bench.database.vendor(here.tenant)).id,
    ]);
    expect(await raw(stranger)).toEqual([]);
    // a vendor cannot write in the insurer's name
    const forged = bench.database.door.withTenant(here.partner, (tx) =>
      tx.query(
        `insert into incident_note (tenant_id, id, incident_id, vendor_id, by_id, by_name, side, recorded_at, text, shared)
         values ($1, $2, $2, $3, 'x', 'x', 'insurer', now(), 'x', true)`,
        [tx.tenantId, id, here.vendor.id],
      ),
    );
    await expect(forged).rejects.toThrow(/row-level security/);
  });

  it('tasks have an owner of the side that is said, and are done once', async () => {
    const { id } = await report();
    const work = bench.get(WorkService);
    const task = { title: 'Recall the letters', ownerSide: 'vendor' as const, ownerId: null, dueAt: null };
    expect(await problem(work.addTask(here.security, id, { ...task, ownerId: here.security.id }))).toBe(
      'other-side',
    );
    const [added] = (await work.addTask(here.security, id, task)).tasks;
    if (!added) throw new Error('no task');
    bench.clock.set('2026-03-02T10:00:00Z');
    const done = (await work.changeTask(here.partner, id, added.id, { done: true }, added.version)).tasks[0];
    expect(done).toMatchObject({ doneAt: '2026-03-02T10:00:00.000Z', doneBy: here.partner.name, version: 2 });
    expect(await problem(work.changeTask(here.partner, id, added.id, { done: true }, 1))).toBe('stale');
  });

  it('people affected are estimates over time, of which the last one shows', async () => {
    const { id } = await report();
    const work = bench.get(WorkService);
    await work.estimate(here.partner, id, { people: 4200, exactness: 'estimate' });
    bench.clock.set('2026-03-02T11:00:00Z');
    const incident = await work.estimate(here.partner, id, { people: 3977, exactness: 'confirmed' });
    expect(incident.peopleAffected).toBe(3977);
    expect(incident.estimates.map(({ people, exactness }) => [people, exactness])).toEqual([
      [4200, 'estimate'],
      [3977, 'confirmed'],
    ]);
  });

  it('links join incidents of the tenant, and vendors see none', async () => {
    const [one, two] = [await report(), await report()];
    const work = bench.get(WorkService);
    await work.link(here.security, one.id, { incidentId: two.id, kind: 'same_cause' });
    const elsewhere = await bench.insurer();
    const foreign = await bench.unnotified(elsewhere, DISCOVERED);
    expect(await problem(work.link(here.security, one.id, { incidentId: foreign.id, kind: 'related' }))).toBe(
      'incident-unknown',
    );
    const linked = (await view(here.security, two.id)).links;
    expect(linked.map(({ incident }) => incident.reference)).toEqual([one.reference]);
    expect((await view(here.partner, two.id)).links).toEqual([]);
    expect((await work.unlink(here.security, two.id, linked[0]?.id ?? '')).links).toEqual([]);
  });

  it('end with an approved report, by another person than submitted it, and a cause', async () => {
    const { id, version } = await report();
    const [close, first] = [bench.get(ClosingService), bench.get(IncidentsService)];
    expect(await problem(close.close(here.security, id, closing, version))).toBe('not-acknowledged');
    let now = await first.acknowledge(here.security, id, version);
    expect(await problem(close.submit(here.partner, id, { text: 'x', documentIds: [] }, now.version))).toBe(
      'report-not-asked',
    );
    now = await close.ask(here.security, id, '2026-03-20', now.version);
    now = await close.submit(
      here.security,
      id,
      { text: 'Written on the phone.', documentIds: [] },
      now.version,
    );
    const decide = (by: Actor, outcome: 'approved' | 'returned') =>
      close.decide(
        by,
        id,
        { outcome, ...(outcome === 'returned' ? { reason: 'Says too little' } : {}) },
        now.version,
      );
    expect(await problem(decide(here.security, 'approved'))).toBe('own-request');
    expect(await problem(close.close(here.security, id, closing, now.version))).toBe('report-open');
    now = await decide(here.otherSecurity, 'returned');
    now = await close.submit(
      here.partner,
      id,
      { text: 'What happened, and why.', documentIds: [] },
      now.version,
    );
    now = await decide(here.security, 'approved');
    now = await close.close(here.security, id, closing, now.version);
    expect(now).toMatchObject({
      state: 'closed',
      closure: { outcome: 'resolved', cause: { actions: ['error'] } },
    });
    expect(await problem(bench.get(WorkService).addNote(here.partner, id, { text: 'x', shared: true }))).toBe(
      'incident-closed',
    );
  });

  it('what was no incident ends its clocks, with that as the reason; what was late stays late', async () => {
    const { id, version } = await bench.unnotified(here, DISCOVERED);
    const close = bench.get(ClosingService);
    const wrong = {
      outcome: 'not_an_incident' as const,
      cause: null,
      summary: 'A rehearsal of the press office.',
    };
    const ended = await close.close(here.security, id, wrong, version);
    expect(ended.clocks.map(({ state, cancelReason }) => [state, cancelReason])).toEqual([
      ['cancelled', 'not_an_incident'],
    ]);
    bench.clock.set('2026-03-05T00:00:00Z');
    expect(await bench.work(here)).toBe(0);
    const late = await bench.unnotified(here, DISCOVERED);
    const still = await close.close(here.security, late.id, wrong, late.version);
    expect(still.clocks.map(({ state }) => state)).toEqual(['late']);
  });

  it('are handed over to a colleague, who is told; not to a stranger', async () => {
    const { id } = await report();
    const work = bench.get(WorkService);
    expect(await problem(work.handOver(here.security, id, { toPersonId: here.otherSecurity.id }))).toBe(
      'not-a-member',
    );
    await bench.join(here.tenant, here.otherSecurity.id, 'security');
    const incident = await work.handOver(here.security, id, {
      toPersonId: here.otherSecurity.id,
      note: 'Call at 7',
    });
    expect(incident.owner?.id).toBe(here.otherSecurity.id);
    const told = await bench.query<{ people: string[]; path: string[] }>(
      here.tenant,
      `select people, path from notice where tenant_id = $1 and key like 'incident-handed-over/%'`,
    );
    expect(told).toEqual([{ people: [here.otherSecurity.id], path: ['incidents', id] }]);
  });

  describe('policies', () => {
    const on = (code: string, effectiveFrom = '2026-03-02', switchedOn = true) =>
      bench.get(PoliciesService).switch(here.security, code, { switchedOn, effectiveFrom, reason: 'Spec' });
    const codes = ({ clocks, waiting }: Incident) => [
      clocks.map(({ policy, deadlineAt }) => `${policy.code} ${deadlineAt}`),
      waiting.map(({ policy }) => policy.code),
    ];
    const milestone = (
      id: string,
      name: 'determined' | 'classified' | 'authorityNotified' | 'intermediateReported',
      at: string,
    ) =>
      bench
        .get(IncidentsService)
        .recordMilestone(here.security, id, { milestone: name, basis: 'asserted', at });

    it('apply to what is discovered from their day on', async () => {
      await on('state-72-hours', '2026-03-03');
      expect(await problem(on('state-72-hours', '2026-03-01'))).toBe('day-past');
      bench.clock.set('2026-03-04T12:00:00Z');
      const before = await bench.unnotified(here, '2026-03-03T04:59:00Z');
      const after = await bench.unnotified(here, '2026-03-03T05:00:00Z');
      expect([before.waiting, after.waiting].map((all) => all.map(({ policy }) => policy.code))).toEqual([
        [],
        ['state-72-hours'],
      ]);
      const listed = (await bench.get(PoliciesService).list(here.security)).items;
      expect(listed.filter(({ switchedOn }) => switchedOn).map(({ code }) => code)).toEqual([
        'contract-notice',
        'hipaa-164-410',
        'state-72-hours',
      ]);
    });

    it('of a state: 72 hours, and three business days in Virginia, from determination', async () => {
      await on('state-72-hours');
      await on('state-3-business-days');
      const { id, version } = await bench.unnotified(here, DISCOVERED);
      const triage = { severity: 'high' as const, phi: 'no' as const, places: ['US-VA'] };
      const triaged = await bench.get(IncidentsService).triage(here.security, id, triage, version);
      expect(codes(triaged)[1]).toEqual(['state-72-hours', 'state-3-business-days']);
      // determined on a Friday: Monday, Tuesday and Wednesday count
      bench.clock.set('2026-03-06T15:00:00Z');
      expect(codes(await milestone(id, 'determined', '2026-03-06T15:00:00Z'))[0]).toEqual([
        'contract-notice 2026-03-03T07:00:00.000Z',
        'state-72-hours 2026-03-09T15:00:00.000Z',
        'state-3-business-days 2026-03-12T04:00:00.000Z',
      ]);
    });

    it('of DORA: 4 h from classification and 24 h from awareness, then 72 h, then a month', async () => {
      for (const code of ['dora-initial', 'dora-intermediate', 'dora-final']) await on(code);
      const incident = await bench.unnotified(here, DISCOVERED);
      expect(codes(incident)).toEqual([
        ['contract-notice 2026-03-03T07:00:00.000Z', 'dora-initial 2026-03-03T07:00:00.000Z'],
        ['dora-intermediate', 'dora-final'],
      ]);
      bench.clock.set('2026-03-02T20:00:00Z');
      const { id } = incident;
      const initial = (all: Incident) => codes(all)[0]?.find((clock) => clock.startsWith('dora-initial'));
      expect(initial(await milestone(id, 'classified', '2026-03-02T10:00:00Z'))).toContain('03-02T14:00:00');
      expect(codes(await milestone(id, 'authorityNotified', '2026-03-02T13:00:00Z'))[0]).toContain(
        'dora-intermediate 2026-03-05T13:00:00.000Z',
      );
      bench.clock.set('2026-03-05T12:00:00Z');
      const final = await milestone(id, 'intermediateReported', '2026-03-05T12:00:00Z');
      expect(codes(final)[0]).toContain('dora-final 2026-04-06T04:00:00.000Z');
      expect(
        final.clocks.filter(({ policy }) => policy.code.startsWith('dora')).map(({ state }) => state),
      ).toEqual(['met', 'met', 'running']);
    });

    it('of the tenant’s own: a raised severity shortens, never restarts, and a lowered one gives nothing back', async () => {
      const base = shippedPolicies[0]?.terms as PolicyTerms;
      const terms: PolicyTerms = {
        ...{ ...base, name: 'Outages', nameEs: 'Interrupciones', amountFromContract: false },
        legs: [{ startsAt: 'discovered', unit: 'elapsedHours', amount: 12 }],
        shortened: [{ severity: 'critical', amount: 4 }],
      };
      const decided = { effectiveFrom: '2026-03-02', reason: 'Spec' };
      const policies = bench.get(PoliciesService);
      await policies.add(here.security, 'outages', terms, decided);
      expect(await problem(policies.add(here.security, 'outages', terms, decided))).toBe('policy-code-taken');
      expect(await problem(policies.add(here.security, 'dora-final', terms, decided))).toBe(
        'policy-code-taken',
      );
      let incident = await bench.unnotified(here, DISCOVERED);
      const outage = () => incident.clocks.find(({ policy }) => policy.code === 'outages');
      const triage = async (severity: 'low' | 'critical') => {
        const said = { severity, phi: 'no' as const, places: [] };
        incident = await bench
          .get(IncidentsService)
          .triage(here.security, incident.id, said, incident.version);
      };
      expect(outage()?.deadlineAt).toBe('2026-03-02T19:00:00.000Z');
      await triage('critical');
      expect([outage()?.startedAt, outage()?.deadlineAt]).toEqual([
        '2026-03-02T07:00:00.000Z',
        '2026-03-02T11:00:00.000Z',
      ]);
      await triage('low');
      expect(outage()?.deadlineAt).toBe('2026-03-02T11:00:00.000Z');
      // other terms later reach no clock that runs
      await policies.change(
        here.security,
        'outages',
        { ...terms, legs: [{ ...terms.legs[0]!, amount: 1 }] },
        {
          ...decided,
          effectiveFrom: '2026-03-10',
        },
      );
      await triage('low');
      expect(outage()?.deadlineAt).toBe('2026-03-02T11:00:00.000Z');
    });

    it('that need health information begin once it is suspected, and end once it is ruled out', async () => {
      let incident = await bench.unnotified(here, DISCOVERED);
      const triage = async (phi: 'yes' | 'no') => {
        const said = { severity: 'high' as const, phi, places: [] };
        incident = await bench
          .get(IncidentsService)
          .triage(here.security, incident.id, said, incident.version);
        return incident.clocks
          .filter(({ policy }) => policy.code === 'hipaa-164-410')
          .map(({ state }) => state);
      };
      expect(await triage('yes')).toEqual(['running']);
      expect(await triage('no')).toEqual(['cancelled']);
      expect(await triage('yes')).toEqual(['running']);
    });
  });

  it('exercises run as drills on the same clocks, marked, reported on, and counted nowhere', async () => {
    const exercises = bench.get(ExercisesService);
    const started = await exercises.start(here.security, 'lost-laptop', here.vendor.id);
    expect(started.incident).toMatchObject({
      isDrill: true,
      reference: `${here.vendor.code}-DRILL-2026-0001`,
      phi: 'yes',
    });
    expect(await problem(exercises.start(here.security, 'no-such', here.vendor.id))).toBe('scenario-unknown');
    const list = { limit: 50, drills: 'false' as const };
    expect((await bench.get(IncidentsService).list(here.security, list)).items).toEqual([]);
    expect((await bench.get(ClocksService).list(here.security, { ...list, state: 'running' })).items).toEqual(
      [],
    );
    bench.clock.set('2026-03-03T10:00:00Z');
    await bench.work(here);
    // told as of a real one, with the mark, and no breach of it
    const told = await bench.query<{ title: string }>(
      here.tenant,
      `select parameters ->> 'title' as title from notice where tenant_id = $1 and kind = 'incident-late'`,
    );
    expect(told.map(({ title }) => title)).toEqual(['[DRILL · SIMULACRO] Lost laptop with PHI']);
    expect(await bench.breaches(here)).toEqual([]);
    const said = {
      participants: ['Ana'],
      findings: [{ text: 'Nobody answered.', action: null }],
      conclusion: 'Again.',
    };
    const ended = await exercises.end(here.security, started.id, said, started.version);
    expect(ended.report).toMatchObject({ minutesToNotify: null, clocksLate: 1, clocksRunning: 0, ...said });
    expect(await problem(exercises.end(here.security, started.id, said, ended.version))).toBe(
      'exercise-ended',
    );
    bench.clock.set('2026-06-01T00:00:00Z');
    expect(await bench.work(here)).toBe(0);
    const real = await report();
    expect(real.reference).toBe(`${here.vendor.code}-2026-0001`);
  });
});
