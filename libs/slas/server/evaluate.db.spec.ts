import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Tenant } from '@plumbline/platform/tenancy';
import { EvaluationBench, type StatedRow } from './evaluation-bench';

const serviceLevel = { metric: 'service_level', target: { comparator: '>=', value: '0.80' } } as const;
const abandonment = { metric: 'abandonment_rate', target: { comparator: '<', value: '0.05' } } as const;
const qualitySample = { metric: 'qa_disclosure', target: { comparator: '>=', value: '0.95' } } as const;

const calls = (date: string, inTime: number, offered: number, more: Partial<StatedRow> = {}): StatedRow => ({
  date,
  amounts: { answered_within_threshold: inTime, offered, abandoned: 0 },
  ...more,
});

describe('evaluate', () => {
  let bench: EvaluationBench;
  let tenant: Tenant;
  let vendorId: string;

  beforeAll(async () => {
    bench = await EvaluationBench.open();
  });
  afterAll(() => bench.close());
  beforeEach(async () => {
    bench.clock.set('2026-04-02T12:00:00Z');
    tenant = await bench.tenant();
    vendorId = (await bench.database.vendor(tenant)).id;
  });

  const contract = async (more: Partial<Parameters<EvaluationBench['contract']>[1]> = {}) =>
    bench.contract(tenant, { vendorId, slas: [serviceLevel], ...more });
  const evaluate = (month = '2026-03') => bench.evaluate(tenant, vendorId, month);
  const rules = (trace: readonly { rule: string }[]) => trace.map(({ rule }) => rule);

  describe('figures', () => {
    it('are ratios of sums, never means of ratios: 86.67 % where the mean says 73.33 %', async () => {
      const { slaIds } = await contract();
      // Σ 130 / 150, while the mean of 1, 0.6 and 0.6 is 0.7333
      await bench.load(tenant, vendorId, [
        calls('2026-03-02', 100, 100),
        calls('2026-03-03', 15, 25),
        calls('2026-03-04', 15, 25),
      ]);
      await evaluate();
      const [result] = await bench.revisions(tenant, slaIds[0] ?? '');
      expect(result).toMatchObject({
        state: 'met',
        numerator: '130',
        denominator: '150',
        value: '0.8666666666666666666666666666666667',
        rows: 3,
        grain: 1440,
        revision: 1,
        latest: true,
        reason: 'kpi_file',
      });
      expect(rules(result?.trace ?? [])).toEqual(
        expect.arrayContaining([
          'evidence.window',
          'evidence.terms',
          'kpi.rowsCounted',
          'kpi.ratioOfSums',
          'target.comparison',
        ]),
      );
      expect(result?.trace.find(({ rule }) => rule === 'kpi.rowsCounted')?.facts).toEqual({
        rows: 3,
        counted: 3,
      });
    });

    it('leave a row with a blank measure out of both sums and say so', async () => {
      const { slaIds } = await contract();
      await bench.load(tenant, vendorId, [
        calls('2026-03-02', 90, 100),
        { date: '2026-03-02', startsAt: '2026-03-02T12:00:00Z', amounts: { offered: 500 } },
        { date: '2026-03-03', amounts: { offered: 100 } },
      ]);
      await evaluate();
      const [result] = await bench.revisions(tenant, slaIds[0] ?? '');
      expect(result).toMatchObject({ state: 'met', numerator: '90', denominator: '100', rows: 1 });
      expect(result?.excluded).toEqual([
        { reason: 'missingMeasure', rows: 2, measures: ['answered_within_threshold'], amounts: {} },
      ]);
    });

    it('are not reported where a measure is blank throughout, and never 0', async () => {
      const { slaIds } = await contract({ slas: [abandonment, serviceLevel] });
      await bench.load(tenant, vendorId, [
        { date: '2026-03-01', grain: 32_767, amounts: { offered: 2784, answered_within_threshold: 2500 } },
      ]);
      await evaluate();
      const [blank] = await bench.revisions(tenant, slaIds[0] ?? '');
      expect(blank).toMatchObject({ state: 'not_reported', value: null, rows: 0, grain: 32_767 });
      const [counted] = await bench.revisions(tenant, slaIds[1] ?? '');
      expect(counted).toMatchObject({ state: 'met', rows: 1 });
    });

    it('are of one grain only: the finest that carries the metric, the others are named', async () => {
      const { slaIds } = await contract();
      await bench.load(tenant, vendorId, [
        calls('2026-03-02', 30, 100),
        calls('2026-03-02', 40, 50, { grain: 30, startsAt: '2026-03-02T14:00:00Z' }),
        calls('2026-03-02', 45, 50, { grain: 30, startsAt: '2026-03-02T14:30:00Z' }),
      ]);
      await evaluate();
      const [result] = await bench.revisions(tenant, slaIds[0] ?? '');
      expect(result).toMatchObject({ state: 'met', numerator: '85', denominator: '100', grain: 30 });
      expect(result?.trace.find(({ rule }) => rule === 'evidence.grainSetAside')?.facts).toEqual({
        grain: 'day',
        rows: 1,
        used: '30min',
      });
    });

    it('count the segments that the SLA names, and all of them where it names none', async () => {
      const { slaIds } = await contract({
        slas: [serviceLevel, { ...serviceLevel, segment: { queue: 'claims' } }],
      });
      await bench.load(tenant, vendorId, [
        calls('2026-03-02', 50, 100, { segment: { queue: 'claims', language: 'es' } }),
        calls('2026-03-02', 99, 100, { segment: { queue: 'billing' } }),
      ]);
      await evaluate();
      expect(await bench.revisions(tenant, slaIds[0] ?? '')).toMatchObject([
        { numerator: '149', state: 'breached' },
      ]);
      expect(await bench.revisions(tenant, slaIds[1] ?? '')).toMatchObject([
        { numerator: '50', state: 'breached' },
      ]);
    });

    it('of samples decide nothing while the interval straddles the target', async () => {
      const { slaIds } = await contract({ slas: [qualitySample, { ...qualitySample, minimumSample: 200 }] });
      await bench.load(tenant, vendorId, [
        { date: '2026-03-02', amounts: { qa_disclosure_passes: 92, qa_disclosure_samples: 100 } },
      ]);
      await evaluate();
      const [result] = await bench.revisions(tenant, slaIds[0] ?? '');
      expect(result).toMatchObject({ state: 'insufficient_sample', value: '0.92' });
      expect(Number(result?.low)).toBeCloseTo(0.85, 2);
      expect(await bench.revisions(tenant, slaIds[1] ?? '')).toMatchObject([
        { state: 'insufficient_sample' },
      ]);
    });

    it('that cannot be stop neither their month nor their neighbours', async () => {
      const { slaIds } = await contract({ slas: [qualitySample, serviceLevel] });
      bench.clock.set('2026-04-20T12:00:00Z');
      await bench.load(tenant, vendorId, [
        {
          date: '2026-03-02',
          amounts: {
            qa_disclosure_passes: 12,
            qa_disclosure_samples: 10,
            answered_within_threshold: 90,
            offered: 100,
          },
        },
      ]);
      await evaluate();
      const [impossible] = await bench.revisions(tenant, slaIds[0] ?? '');
      expect(impossible).toMatchObject({ state: 'not_reported', value: null, rows: 0 });
      expect(rules(impossible?.trace ?? [])).toContain('evidence.refused');
      expect(impossible?.excluded).toMatchObject([{ reason: 'impossibleCounts', rows: 1 }]);
      expect(await bench.revisions(tenant, slaIds[1] ?? '')).toMatchObject([{ state: 'met' }]);
    });

    it('without volume are just that', async () => {
      const { slaIds } = await contract();
      await bench.load(tenant, vendorId, [calls('2026-03-02', 0, 0)]);
      await evaluate();
      expect(await bench.revisions(tenant, slaIds[0] ?? '')).toMatchObject([
        { state: 'no_volume', value: null, rows: 1 },
      ]);
    });

    it('that were only claimed stand beside and decide nothing, admitted or not', async () => {
      for (const admitsClaimed of [true, false]) {
        const other = (await bench.database.vendor(tenant)).id;
        const { slaIds } = await bench.contract(tenant, {
          vendorId: other,
          slas: [abandonment],
          admitsClaimed,
        });
        await bench.load(tenant, other, [
          { date: '2026-03-01', grain: 32_767, claimed: { abandonment_rate: '0.093' } },
        ]);
        await bench.evaluate(tenant, other, '2026-03');
        bench.clock.set('2026-04-20T12:00:00Z');
        await bench.evaluate(tenant, other, '2026-03');
        const revisions = await bench.revisions(tenant, slaIds[0] ?? '');
        expect(revisions.at(-1)).toMatchObject({ state: 'not_reported', value: null, claimed: '0.093' });
        const step = revisions.at(-1)?.trace.find(({ rule }) => rule === 'evidence.claimedBeside');
        expect(step?.facts).toMatchObject({ admitted: admitsClaimed });
        // an admitted claim is a report; one that nobody admitted is none
        expect(await bench.breaches(tenant, other)).toHaveLength(admitsClaimed ? 0 : 1);
        bench.clock.set('2026-04-02T12:00:00Z');
      }
    });

    it('place intervals by their instant in the contract’s zone, whatever zone their file stated', async () => {
      const { slaIds } = await contract({ timezone: 'America/New_York' });
      const half = { grain: 30 };
      // a file in Manila's dates: its 1 March begins in New York's February, its 1 April in New York's March
      await bench.load(tenant, vendorId, [
        calls('2026-03-01', 1, 10, { ...half, startsAt: '2026-03-01T04:30:00Z' }),
        calls('2026-03-01', 90, 100, { ...half, startsAt: '2026-03-01T05:00:00Z' }),
        calls('2026-04-01', 80, 100, { ...half, startsAt: '2026-04-01T03:30:00Z' }),
        calls('2026-04-01', 2, 10, { ...half, startsAt: '2026-04-01T04:00:00Z' }),
      ]);
      await evaluate();
      expect(await bench.revisions(tenant, slaIds[0] ?? '')).toMatchObject([
        { state: 'met', numerator: '170', denominator: '200', rows: 2 },
      ]);
      // the months beside it hold rows that stand under March's dates
      expect(await bench.asked(tenant, 'evaluate')).toEqual([`${vendorId}/2026-02`]);
    });
  });

  describe('a corrected file', () => {
    it('makes revision 2 with its reason and closes the breach, which stays', async () => {
      const { slaIds } = await contract();
      const [slaId = ''] = slaIds;
      const first = await bench.load(tenant, vendorId, [calls('2026-03-02', 73, 100)]);
      await evaluate();
      expect(await bench.breaches(tenant, vendorId)).toMatchObject([
        {
          kind: 'target',
          slaId,
          month: '2026-03',
          closedAt: null,
          breachedAt: new Date('2026-04-01T04:00:00Z'),
        },
      ]);

      bench.clock.set('2026-04-05T12:00:00Z');
      const second = await bench.load(tenant, vendorId, [calls('2026-03-02', 87, 100)]);
      await evaluate();
      const revisions = await bench.revisions(tenant, slaId);
      expect(revisions).toMatchObject([
        { revision: 1, latest: false, state: 'breached', value: '0.73', fileId: first, load: 1 },
        {
          revision: 2,
          latest: true,
          state: 'met',
          value: '0.87',
          fileId: second,
          load: 2,
          reason: 'kpi_file',
        },
      ]);
      expect(await bench.breaches(tenant, vendorId)).toMatchObject([
        {
          openedBy: revisions[0]?.id,
          closedBy: revisions[1]?.id,
          closingReason: 'restated',
          closedAt: new Date('2026-04-05T12:00:00Z'),
        },
      ]);
      expect(await bench.asked(tenant, 'build-scorecards')).toEqual([
        `${vendorId}/2026-03`,
        `${vendorId}/2026-03`,
      ]);
    });

    it('that misses again reopens the one breach there is', async () => {
      await contract();
      for (const inTime of [73, 87, 70]) {
        await bench.load(tenant, vendorId, [calls('2026-03-02', inTime, 100)]);
        await evaluate();
      }
      expect(await bench.breaches(tenant, vendorId)).toMatchObject([{ closedAt: null, closedBy: null }]);
    });

    it('that changes nothing the metric counts writes nothing', async () => {
      const { slaIds } = await contract();
      await bench.load(tenant, vendorId, [calls('2026-03-02', 90, 100)]);
      await evaluate();
      await bench.load(tenant, vendorId, [
        { date: '2026-03-02', amounts: { answered_within_threshold: 90, offered: 100, abandoned: 7 } },
      ]);
      await evaluate();
      expect(await bench.revisions(tenant, slaIds[0] ?? '')).toHaveLength(1);
    });

    it('evaluates what it touched and leaves the rest alone', async () => {
      const { slaIds } = await contract({
        slas: [
          { ...serviceLevel, segment: { queue: 'claims' } },
          { ...serviceLevel, segment: { queue: 'billing' } },
        ],
      });
      const both = (inTime: number) => [
        calls('2026-03-02', inTime, 100, { segment: { queue: 'claims' } }),
        calls('2026-03-02', 90, 100, { segment: { queue: 'billing' } }),
      ];
      await bench.load(tenant, vendorId, both(90));
      await evaluate();
      await bench.load(tenant, vendorId, [calls('2026-03-02', 50, 100, { segment: { queue: 'claims' } })]);
      await evaluate();
      expect(await bench.revisions(tenant, slaIds[0] ?? '')).toHaveLength(2);
      expect(await bench.revisions(tenant, slaIds[1] ?? '')).toHaveLength(1);
    });
  });

  describe('running twice', () => {
    it('at once writes once', async () => {
      const { slaIds } = await contract({ slas: [serviceLevel, abandonment] });
      await bench.load(tenant, vendorId, [calls('2026-03-02', 50, 100)]);
      await Promise.all([evaluate(), evaluate(), evaluate(), evaluate()]);
      for (const slaId of slaIds) expect(await bench.revisions(tenant, slaId)).toHaveLength(1);
      expect(await bench.breaches(tenant, vendorId)).toHaveLength(1);
      expect(await bench.asked(tenant, 'build-scorecards')).toHaveLength(1);
    });

    it('later writes nothing more, also when nothing is dirty', async () => {
      const { slaIds } = await contract();
      await bench.load(tenant, vendorId, [calls('2026-03-02', 50, 100)]);
      await evaluate();
      bench.clock.set('2026-04-03T12:00:00Z');
      await evaluate();
      await evaluate();
      expect(await bench.revisions(tenant, slaIds[0] ?? '')).toHaveLength(1);
    });

    it('finishes the file when its last window is evaluated, and says so', async () => {
      await contract();
      const fileId = await bench.load(tenant, vendorId, [
        calls('2026-03-02', 50, 100),
        calls('2026-02-02', 9, 10),
      ]);
      const state = async () =>
        (
          await bench.query<{ state: string }>(
            tenant,
            'select state from kpi_file where tenant_id = $1 and id = $2',
            [tenant.id, fileId],
          )
        )[0]?.state;
      await evaluate('2026-03');
      expect(await state()).toBe('evaluating');
      await evaluate('2026-02');
      expect(await state()).toBe('done');
      expect(bench.published).toContain(`kpi-file:${fileId}`);
    });

    it('of the last windows of a file at the same time finishes it too', async () => {
      await contract();
      const other = (await bench.database.vendor(tenant)).id;
      const fileId = await bench.load(tenant, vendorId, [
        calls('2026-03-02', 50, 100),
        calls('2026-02-02', 9, 10),
      ]);
      await bench.query(
        tenant,
        `insert into dirty_window select tenant_id, $2, month, segment_id, marked_at, kpi_file_id
                                 from dirty_window where tenant_id = $1`,
        [tenant.id, other],
      );
      await Promise.all([
        evaluate('2026-03'),
        evaluate('2026-02'),
        bench.evaluate(tenant, other, '2026-03'),
        bench.evaluate(tenant, other, '2026-02'),
      ]);
      expect(
        await bench.query(tenant, 'select state from kpi_file where tenant_id = $1 and id = $2', [
          tenant.id,
          fileId,
        ]),
      ).toEqual([{ state: 'done' }]);
    });
  });

  describe('time', () => {
    it('keeps an open month provisional, at risk where it misses so far, and decides at its end', async () => {
      const { slaIds } = await contract({ slas: [serviceLevel, abandonment] });
      bench.clock.set('2026-03-20T12:00:00Z');
      await bench.load(tenant, vendorId, [calls('2026-03-02', 50, 100)]);
      await evaluate();
      expect(await bench.revisions(tenant, slaIds[0] ?? '')).toMatchObject([{ state: 'at_risk' }]);
      expect(await bench.revisions(tenant, slaIds[1] ?? '')).toMatchObject([{ state: 'provisional' }]);
      expect(await bench.breaches(tenant, vendorId)).toEqual([]);
      bench.clock.set('2026-03-31T23:00:00Z');
      expect(await bench.waiting(tenant)).not.toContain(`${vendorId}/2026-03`);

      bench.clock.set('2026-06-01T00:00:00Z'); // however late
      expect(await bench.waiting(tenant)).toContain(`${vendorId}/2026-03`);
      await evaluate();
      expect((await bench.revisions(tenant, slaIds[0] ?? '')).at(-1)).toMatchObject({
        state: 'breached',
        revision: 2,
        reason: 'time_passed',
        reconsiderAt: null,
      });
      const [breach] = (await bench.breaches(tenant, vendorId)).filter(({ kind }) => kind === 'target');
      expect(breach?.breachedAt).toEqual(new Date('2026-04-01T04:00:00Z'));
      expect(await bench.waiting(tenant)).not.toContain(`${vendorId}/2026-03`);
    });

    it('keeps resolution provisional until its repeat window has closed', async () => {
      const fcr = {
        metric: 'first_contact_resolution',
        target: { comparator: '>=', value: '0.75' },
      } as const;
      const { slaIds } = await contract({ slas: [fcr] });
      await bench.load(tenant, vendorId, [
        { date: '2026-03-02', amounts: { fcr_resolved: 80, fcr_contacts: 100 } },
      ]);
      await evaluate();
      expect(await bench.revisions(tenant, slaIds[0] ?? '')).toMatchObject([
        { state: 'provisional', reconsiderAt: new Date('2026-04-08T04:00:00Z') },
      ]);
      bench.clock.set('2026-04-08T04:00:01Z');
      expect(await bench.waiting(tenant)).toContain(`${vendorId}/2026-03`);
      await evaluate();
      expect((await bench.revisions(tenant, slaIds[0] ?? '')).at(-1)).toMatchObject({
        state: 'met',
        revision: 2,
      });
    });

    it('turns a month without a file into "not reported" after the due day, with a breach of the duty at the due instant', async () => {
      const { slaIds, versionId } = await contract({ activatedAt: '2026-03-15T12:00:00Z' });
      expect(await bench.waiting(tenant)).toEqual([`${vendorId}/2026-03`]);
      await evaluate();
      expect(await bench.revisions(tenant, slaIds[0] ?? '')).toMatchObject([
        { state: 'provisional', reconsiderAt: new Date('2026-04-11T04:00:00Z') },
      ]);
      expect(await bench.breaches(tenant, vendorId)).toEqual([]);

      bench.clock.set('2026-04-11T04:00:00Z'); // the end of the 10th in New York: still in time
      await evaluate();
      expect(await bench.waiting(tenant)).toEqual([]);
      bench.clock.set('2026-05-02T09:00:00Z');
      expect(await bench.waiting(tenant)).toEqual([`${vendorId}/2026-03`]);
      await evaluate();
      expect((await bench.revisions(tenant, slaIds[0] ?? '')).at(-1)).toMatchObject({
        state: 'not_reported',
        revision: 2,
        reason: 'time_passed',
      });
      expect(await bench.breaches(tenant, vendorId)).toMatchObject([
        { kind: 'reporting_duty', slaId: null, breachedAt: new Date('2026-04-11T04:00:00Z'), closedAt: null },
      ]);

      bench.clock.set('2026-05-03T09:00:00Z');
      const file = await bench.load(tenant, vendorId, [calls('2026-03-02', 90, 100)]);
      await evaluate();
      const last = (await bench.revisions(tenant, slaIds[0] ?? '')).at(-1);
      expect(last).toMatchObject({ state: 'met', revision: 3, fileId: file });
      expect(await bench.breaches(tenant, vendorId)).toMatchObject([
        { closingReason: 'reported_late', closedBy: last?.id },
      ]);
      expect(
        await bench.query(
          tenant,
          `select state, kpi_file_id as file from reporting_duty where tenant_id = $1 and contract_version_id = $2 and month = '2026-03-01'`,
          [tenant.id, versionId],
        ),
      ).toEqual([{ state: 'late', file }]);
    });

    it('counts a file as in time that was received by the due day and evaluated after it', async () => {
      await contract({ activatedAt: '2026-03-15T12:00:00Z' });
      bench.clock.set('2026-04-20T12:00:00Z');
      await bench.load(tenant, vendorId, [calls('2026-03-02', 90, 100)], {
        receivedAt: '2026-04-11T04:00:00Z',
      });
      await evaluate();
      expect(await bench.breaches(tenant, vendorId)).toEqual([]);
    });

    it('opens and closes at once the duty of a late file that nobody missed before', async () => {
      await contract({ activatedAt: '2026-03-15T12:00:00Z' });
      bench.clock.set('2026-04-20T12:00:00Z');
      await bench.load(tenant, vendorId, [calls('2026-03-02', 90, 100)], {
        receivedAt: '2026-04-11T04:00:01Z',
      });
      await evaluate();
      expect(await bench.breaches(tenant, vendorId)).toMatchObject([
        {
          kind: 'reporting_duty',
          breachedAt: new Date('2026-04-11T04:00:00Z'),
          closedAt: new Date('2026-04-20T12:00:00Z'),
          closingReason: 'reported_late',
        },
      ]);
    });

    it('asks nobody for months that were due before the contract was entered', async () => {
      await contract({ effectiveFrom: '2015-04-01', activatedAt: '2026-04-02T11:00:00Z' });
      bench.clock.set('2026-04-02T12:00:00Z');
      expect(await bench.waiting(tenant)).toEqual([`${vendorId}/2026-03`]);
      await evaluate('2015-04');
      expect(await bench.breaches(tenant, vendorId)).toEqual([]);
    });
  });

  describe('terms', () => {
    it('of the version in force at the month’s start hold for the whole month', async () => {
      const first = await contract({ effectiveTo: '2026-03-15' });
      const second = await contract({
        contractId: first.contractId,
        number: 2,
        effectiveFrom: '2026-03-15',
        slas: [{ ...serviceLevel, target: { comparator: '>=', value: '0.95' } }],
      });
      await bench.load(tenant, vendorId, [calls('2026-03-20', 90, 100), calls('2026-04-01', 90, 100)]);
      await evaluate('2026-03');
      await evaluate('2026-04');
      expect(await bench.revisions(tenant, first.slaIds[0] ?? '')).toMatchObject([{ state: 'met' }]);
      expect(await bench.revisions(tenant, second.slaIds[0] ?? '')).toEqual([]);
      expect(await bench.revisions(tenant, second.slaIds[0] ?? '', '2026-04')).toMatchObject([
        { state: 'at_risk' },
      ]);
    });

    it('that are replaced for a month retire their results and close their breaches', async () => {
      const first = await contract();
      await bench.load(tenant, vendorId, [calls('2026-03-02', 75, 100)]);
      await evaluate();
      await bench.query(
        tenant,
        `update contract_version set effective_to = '2026-03-01' where tenant_id = $1 and id = $2`,
        [tenant.id, first.versionId],
      );
      const second = await contract({
        contractId: first.contractId,
        number: 2,
        effectiveFrom: '2026-03-01',
        slas: [{ ...serviceLevel, target: { comparator: '>=', value: '0.7' } }],
      });
      await evaluate();
      expect(await bench.revisions(tenant, first.slaIds[0] ?? '')).toMatchObject([
        { state: 'breached', latest: false },
      ]);
      expect(await bench.revisions(tenant, second.slaIds[0] ?? '')).toMatchObject([
        { state: 'met', reason: 'terms_changed' },
      ]);
      expect(await bench.breaches(tenant, vendorId)).toMatchObject([
        { closingReason: 'terms_changed', closedBy: null },
      ]);
    });

    it('read the metric by the version of the month’s start: a new definition changes the future only', async () => {
      const { slaIds } = await contract();
      await bench.query(
        tenant,
        `insert into metric_version (tenant_id, metric_id, number, effective_from, definition, created_by, created_at)
         select tenant_id, metric_id, 2, '2026-03-02', jsonb_set(definition, '{denominator}', '[{"measure": "answered_within_threshold"}]')
                || '{"version": 2}', 'spec', created_at
         from metric_version v where tenant_id = $1
           and metric_id = (select id from metric where tenant_id = $1 and code = 'service_level')`,
        [tenant.id],
      );
      await bench.load(tenant, vendorId, [calls('2026-03-02', 50, 100), calls('2026-04-01', 50, 100)]);
      await evaluate('2026-03');
      await evaluate('2026-04');
      expect(await bench.revisions(tenant, slaIds[0] ?? '')).toMatchObject([{ value: '0.5' }]);
      expect(await bench.revisions(tenant, slaIds[0] ?? '', '2026-04')).toMatchObject([{ value: '1' }]);
    });
  });

  it('keeps to its tenant and its vendor', async () => {
    const { slaIds } = await contract();
    const other = await bench.tenant();
    await bench.load(tenant, vendorId, [calls('2026-03-02', 50, 100)]);
    await bench.evaluate(other, vendorId, '2026-03');
    expect(await bench.revisions(tenant, slaIds[0] ?? '')).toEqual([]);
    await evaluate();
    expect(await bench.revisions(other, slaIds[0] ?? '')).toEqual([]);
    expect(await bench.breaches(other, vendorId)).toEqual([]);
    await expect(bench.processor.process(tenant, `${vendorId}/2026-13`)).rejects.toThrow(
      /names no vendor's month/,
    );
  });
});
