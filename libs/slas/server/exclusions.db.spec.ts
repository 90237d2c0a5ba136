import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { KeptMonths } from '@plumbline/measurements/server';
import { ActivityLog } from '@plumbline/platform/activity-log';
import { newId } from '@plumbline/platform/database';
import type { Actor, Tenant } from '@plumbline/platform/tenancy';
import { actorIn } from '@plumbline/platform/testing';
import { recompute } from '@plumbline/sla-engine';
import { newExclusion, type NewExclusion } from '@plumbline/slas/schema';
import { EvaluationBench, type StatedRow } from './evaluation-bench';
import { ExclusionsRepository } from './exclusions.repository';
import { ExclusionsService } from './exclusions.service';

const serviceLevel = { metric: 'service_level', target: { comparator: '>=', value: '0.80' } } as const;
const halfHour = (at: string, inTime: number, offered: number): StatedRow => ({
  date: at.slice(0, 10),
  startsAt: at,
  grain: 30,
  amounts: { answered_within_threshold: inTime, offered, abandoned: 0 },
});
const day = (date: string, inTime: number, offered: number): StatedRow => ({
  date,
  amounts: { answered_within_threshold: inTime, offered, abandoned: 0 },
});

describe('exclusions and waivers', () => {
  let bench: EvaluationBench;
  let service: ExclusionsService;
  let tenant: Tenant;
  let vendorId: string;
  let contractId: string;
  let slaId: string;

  beforeAll(async () => {
    bench = await EvaluationBench.open();
    service = new ExclusionsService(
      bench.database.door,
      new ExclusionsRepository(),
      new KeptMonths(bench.clock, 240),
      new ActivityLog(bench.clock),
      bench.clock,
    );
  });
  afterAll(() => bench.close());
  beforeEach(async () => {
    bench.clock.set('2026-04-12T12:00:00Z');
    tenant = await bench.tenant('America/New_York');
    vendorId = (await bench.database.vendor(tenant)).id;
    const agreed = await bench.contract(tenant, { vendorId, slas: [serviceLevel] });
    contractId = agreed.contractId;
    slaId = agreed.slaIds[0] ?? '';
  });

  const partner = () => actorIn(tenant, 'vendor_contributor', [vendorId]);
  const person = (): Actor => ({ ...bench.manager(tenant), id: newId() });
  const ask = (more: Partial<NewExclusion> = {}, as = partner()) =>
    service.request(
      as,
      newExclusion.parse({
        contractId,
        effect: 'exclude',
        kind: 'client_outage',
        firstDate: '2026-03-12',
        lastDate: '2026-03-12',
        reason: 'The carrier was down, ticket 4711.',
        ...more,
      }),
    );
  const approve = ({ id, version }: { id: string; version: number }, as = person()) =>
    service.decide(as, id, { decision: 'approved' }, version);
  const evaluate = () => bench.evaluate(tenant, vendorId, '2026-03');
  const newest = async () => (await bench.revisions(tenant, slaId)).at(-1);
  const result = async () => bench.results.view(bench.manager(tenant), (await newest())?.id ?? '');

  /** 70 of 100 in time without the outage's half hours, 90 of 100 … with them left out. */
  const outage = () =>
    bench.load(tenant, vendorId, [
      halfHour('2026-03-11T14:00:00Z', 90, 100),
      halfHour('2026-03-12T14:00:00Z', 0, 20),
      halfHour('2026-03-12T14:30:00Z', 0, 20),
      halfHour('2026-03-12T20:00:00Z', 18, 20),
    ]);

  it('take the rows of a day out once approved, and the result shows both', async () => {
    await outage();
    await evaluate();
    expect(await newest()).toMatchObject({ state: 'breached', numerator: '108', denominator: '160' });
    const asked = await ask();
    await evaluate();
    expect(await bench.revisions(tenant, slaId)).toHaveLength(1);

    await approve(asked);
    expect(await bench.asked(tenant, 'evaluate')).toContain(`${vendorId}/2026-03`);
    bench.clock.set('2026-04-12T12:01:00Z');
    // PostgreSQL remembers it without the job
    expect(await bench.waiting(tenant)).toContain(`${vendorId}/2026-03`);
    await evaluate();
    await evaluate();
    expect(await bench.revisions(tenant, slaId)).toHaveLength(2);
    expect(await newest()).toMatchObject({
      state: 'met',
      numerator: '90',
      denominator: '100',
      rows: 1,
      reason: 'exclusion',
    });
    expect((await result()).excusing).toEqual({
      exclusions: [
        {
          id: asked.id,
          kind: 'client_outage',
          reason: 'The carrier was down, ticket 4711.',
          approvedBy: 'Test vendor_manager',
          period: { start: '2026-03-12T04:00:00Z', end: '2026-03-13T04:00:00Z' },
        },
      ],
      without: { state: 'breached', value: '0.675', numerator: '108', denominator: '160' },
      waiver: null,
    });
    expect((await bench.breaches(tenant, vendorId)).filter(({ kind }) => kind === 'target')).toMatchObject([
      { closingReason: 'restated' },
    ]);
    // what the partner sent is what it was
    const sums = await bench.query(
      tenant,
      'select sum(rows)::int as rows from measurement_day where tenant_id = $1',
      [tenant.id],
    );
    expect(sums).toEqual([{ rows: 4 }]);
  });

  it('take single half hours out where the figures came by half hours, and the export recomputes', async () => {
    await outage();
    await approve(await ask({ from: '10:00', to: '11:00' }));
    await evaluate();
    expect(await newest()).toMatchObject({ state: 'met', numerator: '108', denominator: '120' });
    const exported = await bench.explanations.export(bench.manager(tenant), (await newest())?.id ?? '');
    expect(recompute(JSON.parse(JSON.stringify(exported)))).toMatchObject({
      ok: true,
      value: { agrees: true },
    });
  });

  it('take whole days out of figures by the day, and nothing finer', async () => {
    await bench.load(tenant, vendorId, [day('2026-03-11', 90, 100), day('2026-03-12', 10, 100)]);
    await approve(await ask({ from: '10:00', to: '15:00' }));
    await evaluate();
    expect(await newest()).toMatchObject({ state: 'breached', numerator: '100', denominator: '200' });
    expect((await result()).excusing).toMatchObject({ exclusions: [{ period: null }], without: null });
    await expect(ask()).rejects.toMatchObject({ code: 'exclusion-overlaps' });

    await approve(await ask({ firstDate: '2026-03-13', lastDate: '2026-03-13' }));
    await bench.load(tenant, vendorId, [day('2026-03-13', 0, 300)]);
    await evaluate();
    expect(await newest()).toMatchObject({ numerator: '100', denominator: '200', rows: 2 });
  });

  it('waive a breach, which stays on record with reason and approver', async () => {
    await bench.load(tenant, vendorId, [day('2026-03-11', 50, 100)]);
    await evaluate();
    await approve(await ask({ effect: 'waive', slaId, kind: 'force_majeure', reason: 'The storm.' }));
    await evaluate();
    expect(await newest()).toMatchObject({ state: 'excused', value: '0.5', reason: 'exclusion' });
    expect((await result()).excusing).toMatchObject({
      waiver: { reason: 'The storm.', approvedBy: 'Test vendor_manager' },
    });
    const [breach] = (await bench.breaches(tenant, vendorId)).filter(({ kind }) => kind === 'target');
    expect(breach).toMatchObject({ closedAt: null });
    expect(await bench.breachesService.view(bench.manager(tenant), breach?.id ?? '')).toMatchObject({
      waiver: { reason: 'The storm.', approvedBy: 'Test vendor_manager' },
    });
    const exported = await bench.explanations.export(bench.manager(tenant), (await newest())?.id ?? '');
    expect(exported).toMatchObject({ verdict: { state: 'excused', underlying: 'breached' } });
    expect(recompute(JSON.parse(JSON.stringify(exported)))).toMatchObject({ value: { agrees: true } });
  });

  it('are decided by another person, once, and by no key', async () => {
    const asker = person();
    const asked = await ask({}, asker);
    await expect(approve(asked, asker)).rejects.toMatchObject({ code: 'own-request' });
    await expect(approve(asked, { ...person(), kind: 'api-key' })).rejects.toMatchObject({
      code: 'approval-by-person',
    });
    const pressed = await Promise.allSettled(Array.from({ length: 20 }, () => approve(asked)));
    expect(pressed.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(
      (await bench.asked(tenant, 'evaluate')).filter((row) => row === `${vendorId}/2026-03`),
    ).toHaveLength(1);
    await expect(approve(asked)).rejects.toMatchObject({ code: 'exclusion-decided' });
  });

  it('take the same rows out once: of two that were asked for at the same moment one is approved', async () => {
    await bench.load(tenant, vendorId, [day('2026-03-11', 90, 100), day('2026-03-12', 10, 100)]);
    const first = await ask({ slaId });
    // the second saw nothing of the first when it was asked for
    const second = newId();
    await bench.query(
      tenant,
      `insert into exclusion (tenant_id, id, vendor_id, contract_id, sla_id, effect, kind, clause, starts_at, ends_at,
         timezone, reason, requested_side, requested_by, requested_by_name, requested_at, state, version)
       select tenant_id, $2, vendor_id, contract_id, null, effect, kind, clause, starts_at, ends_at + interval '1 day',
         timezone, reason, requested_side, requested_by, requested_by_name, requested_at, state, version
       from exclusion where tenant_id = $1 and id = $3`,
      [tenant.id, second, first.id],
    );
    const pressed = await Promise.allSettled([approve(first), approve({ id: second, version: 1 })]);
    const refused = pressed.filter((each) => each.status === 'rejected');
    expect(refused).toMatchObject([{ reason: { status: 422, code: 'exclusion-overlaps' } }]);
    await evaluate();
    expect(await newest()).toMatchObject({ state: 'met', numerator: '90', denominator: '100' });
    // what is declined takes nothing out and stands in nobody's way
    const left = (pressed[0]?.status === 'rejected' ? first.id : second) as string;
    await expect(service.decide(person(), left, { decision: 'declined' }, 1)).resolves.toMatchObject({
      state: 'declined',
    });
  });

  it('are refused where they cannot be meant', async () => {
    await expect(ask({ contractId: newId() })).rejects.toMatchObject({
      fields: [{ path: 'contractId', code: 'contract-unknown' }],
    });
    await expect(ask({ slaId: newId() })).rejects.toMatchObject({ fields: [{ code: 'sla-unknown' }] });
    await expect(ask({ from: '15:00', to: '10:00' })).rejects.toMatchObject({
      fields: [{ path: 'to', code: 'period-empty' }],
    });
    await expect(ask({ effect: 'waive', slaId, lastDate: '2026-04-02' })).rejects.toMatchObject({
      fields: [{ path: 'lastDate', code: 'one-month' }],
    });
    const parsed = (more: object) =>
      newExclusion.safeParse({
        ...{ contractId, effect: 'exclude', kind: 'other', reason: 'x' },
        ...{ firstDate: '2026-03-12', lastDate: '2026-03-12' },
        ...more,
      });
    expect(parsed({}).success).toBe(false);
    expect(parsed({ clause: '7.2' }).success).toBe(true);
    expect(parsed({ clause: '7.2', effect: 'waive' }).success).toBe(false);
    expect(parsed({ clause: '7.2', from: '10:15' }).success).toBe(false);
    expect(parsed({ clause: '7.2', lastDate: '2027-03-12' }).success).toBe(true);
    expect(parsed({ clause: '7.2', lastDate: '2027-03-13' }).error?.issues).toMatchObject([
      { path: ['lastDate'], message: 'at most 366 days from the first date' },
    ]);
  });

  it('are seen by their vendor and insurer, not by others, and decided by no vendor', async () => {
    const asked = await ask();
    const stranger = actorIn(tenant, 'vendor_administrator', [(await bench.database.vendor(tenant)).id]);
    const outsider = bench.manager(await bench.tenant());
    const list = {
      vendorId: undefined,
      contractId: undefined,
      state: undefined,
      limit: 10,
      cursor: undefined,
    };
    expect((await service.list(partner(), list)).items).toHaveLength(1);
    for (const actor of [stranger, outsider]) {
      expect((await service.list(actor, list)).items).toEqual([]);
      await expect(approve(asked, { ...actor, id: newId() })).rejects.toMatchObject({ status: 404 });
      await expect(ask({}, actor)).rejects.toMatchObject({ fields: [{ code: 'contract-unknown' }] });
    }
    // whatever the guard above lets through, the policies do not
    await expect(approve(asked, { ...partner(), id: newId() })).rejects.toMatchObject({
      code: 'exclusion-decided',
    });
    expect((await service.list(person(), list)).items).toMatchObject([{ state: 'requested' }]);
  });
});
