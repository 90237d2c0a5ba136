import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { KpiFile } from '@plumbline/measurements/schema';
import type { FileLine } from '@plumbline/slas/schema';
import request from 'supertest';
import type { ApiUnderTest } from './api-under-test';
import { InsurerUnderTest } from './insurer-under-test';
import { startByHand } from './product-by-hand';
import type { WorkerByHand } from './worker-by-hand';

const measures = ['offered', 'answered_within_threshold', 'abandoned'] as const;
const days = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05'] as const;
const amounts: Record<string, number> = { offered: 100, answered_within_threshold: 80, abandoned: 5 };

const mapping = {
  columns: [
    { header: 'day', means: { kind: 'period', format: 'YYYY-MM-DD' } },
    {
      header: 'what',
      means: {
        kind: 'measure_name',
        names: measures.map((measure) => ({ name: measure, means: { kind: 'measure', measure } })),
      },
    },
    { header: 'how many', means: { kind: 'value' } },
  ],
  ...{ grain: 'day', timezone: 'America/New_York' },
};

/** In the order of the lines: the amounts of a day one below the other, or one measure after the other. */
const orders = {
  'day by day': days.flatMap((day) => measures.map((measure) => ({ day, measure }))),
  'measure by measure': measures.flatMap((measure) => days.map((day) => ({ day, measure }))),
};

describe('a file with one amount a line', () => {
  let api: ApiUnderTest;
  let worker: WorkerByHand;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    ({ api, worker, stop } = await startByHand('2026-04-02T09:00:00Z'));
  });
  afterAll(() => stop());

  it.each(Object.entries(orders))('leads from each of its lines to the figure, %s', async (_, lines) => {
    const insurer = await InsurerUnderTest.open(api, 'long');
    await insurer.agree(
      [{ name: 'Answered', metric: 'service_level', comparator: '>=', value: '0.80', weight: '100' }],
      { speedOutweighsReason: 'Only speed is looked at here.' },
    );
    const { partner, at, tenant, vendor } = insurer;
    const rows = lines.map(({ day, measure }) => `${day},${measure},${amounts[measure]}`);
    const uploaded = await request(api.app.getHttpServer())
      .post(at(`/kpi-files?vendorId=${vendor.id}`))
      .set(partner.headers())
      .attach('file', Buffer.from(['day,what,how many', ...rows, ''].join('\n')), 'march.csv');
    const { id, version } = uploaded.body as KpiFile;
    await request(api.app.getHttpServer())
      .put(at(`/kpi-files/${id}/mapping`))
      .set(partner.headers())
      .set('If-Match', `"${version}"`)
      .send({ mapping, name: 'Long' });
    await worker.work(tenant);
    const checked = (await partner.get(at(`/kpi-files/${id}`))).body as KpiFile;
    expect(checked).toMatchObject({ state: 'checked', rows: { total: lines.length, wrong: 0 } });
    await partner
      .post(at(`/kpi-files/${id}/confirmation`), {
        wrongRows: 'refuse',
        acceptWarnings: checked.warnings.map(({ code }) => code),
      })
      .set('If-Match', `"${checked.version}"`);
    await worker.work(tenant);

    const view = async (line: number) =>
      (await partner.get(at(`/kpi-files/${id}/lines/${line}`))).body as FileLine;
    for (const [index, { day, measure }] of lines.entries()) {
      const { measurements, results } = await view(index + 2);
      expect(measurements.map((each) => [each.localDate, each.amounts])).toEqual([
        [day, { [measure]: `${amounts[measure]}` }],
      ]);
      expect(results.map(({ sla, month }) => `${sla.name} ${month}`)).toEqual(['Answered 2026-03']);
    }
    expect((await view(lines.length + 2)).measurements).toEqual([]);
  });
});
