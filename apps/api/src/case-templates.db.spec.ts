import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { FilePreview, KpiFile, MappingSuggestion } from '@plumbline/measurements/schema';
import type { ResultSummary } from '@plumbline/slas/schema';
import { actorIn } from '@plumbline/platform/testing';
import request from 'supertest';
import type { ApiUnderTest } from './api-under-test';
import { InsurerUnderTest } from './insurer-under-test';
import { startByHand } from './product-by-hand';
import type { WorkerByHand } from './worker-by-hand';

// a shared machine may be slow; nothing here is measured
jest.setTimeout(120_000);

const half = { comparator: '>=', value: '0.90', weight: '50' };
const whole = { ...half, weight: '100' };

/** K-2 was late both times; K-3 is open, and overdue. */
const filledIn = `K-1,claims,2026-03-02,2026-03-03,2026-03-13
K-2,claims,2026-03-03,2026-03-09,2026-03-30
K-3,billing,2026-03-04,2026-03-05,
`;
const days = (amount: number) => ({ amount, unit: 'calendarDays' });
const stated = { timezone: 'America/New_York', cases: { close: days(15), acknowledge: days(2) } };

describe('templates of files of cases', () => {
  let api: ApiUnderTest;
  let worker: WorkerByHand;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    ({ api, worker, stop } = await startByHand('2026-04-12T09:00:00Z'));
  });
  afterAll(() => stop());

  async function template(
    { partner, at, vendor }: InsurerUnderTest,
    format: 'csv' | 'xlsx',
  ): Promise<Buffer> {
    const got = await partner
      .get(at(`/kpi-file-templates?vendorId=${vendor.id}&format=${format}&holds=cases`))
      .buffer(true)
      .parse((answer, done) => {
        const pieces: Buffer[] = [];
        answer.on('data', (piece: Buffer) => pieces.push(piece));
        answer.on('end', () => done(null, Buffer.concat(pieces)));
      });
    expect(got.status).toBe(200);
    expect(got.headers['content-disposition']).toBe(
      `attachment; filename=kpi-template-NORTHWIND-cases.${format}`,
    );
    return got.body as Buffer;
  }
  const headerOf = async (insurer: InsurerUnderTest) =>
    (await template(insurer, 'csv')).toString('utf8').replace('\ufeff', '').split('\r\n')[0];

  async function send({ partner, at, vendor }: InsurerUnderTest, content: Buffer, name: string) {
    const sent = await request(api.app.getHttpServer())
      .post(at(`/kpi-files?vendorId=${vendor.id}`))
      .set(partner.headers())
      .attach('file', content, name);
    expect(sent.status).toBe(201);
    const file = sent.body as KpiFile;
    const suggestion = (await partner.get(at(`/kpi-files/${file.id}/mapping-suggestion`)))
      .body as MappingSuggestion;
    const { columns, grain } = suggestion;
    return { file, mapping: { columns, grain, ...stated } };
  }

  const judged = [
    { name: 'Closed', metric: 'complaints_closed', queue: 'claims', ...half },
    { name: 'Acknowledged', metric: 'complaints_acknowledged', ...half },
  ];

  it.each(['csv', 'xlsx'] as const)(
    'come back as %s with every column recognized; examples left in are refused',
    async (format) => {
      const insurer = await InsurerUnderTest.open(api, 'case-template');
      await insurer.agree(judged);
      const { file, mapping } = await send(insurer, await template(insurer, format), `empty.${format}`);
      expect(mapping).toMatchObject({
        grain: 'day',
        columns: [
          { header: 'case_number', means: { kind: 'case_number' } },
          { header: 'queue', means: { kind: 'segment', dimension: 'queue' } },
          { header: 'opened', means: { kind: 'case_opened', format: 'YYYY-MM-DD' } },
          { header: 'acknowledged', means: { kind: 'case_acknowledged', format: 'YYYY-MM-DD' } },
          { header: 'closed', means: { kind: 'case_closed', format: 'YYYY-MM-DD' } },
        ],
      });
      const preview = await insurer.partner.post(insurer.at(`/kpi-files/${file.id}/preview`), { mapping });
      const { rowsRead, problems } = preview.body as FilePreview;
      expect([rowsRead, ...problems.map(({ line, columnName, code }) => `${line} ${columnName} ${code}`)])
        // the second one is open
        .toEqual([
          2,
          '2 opened future-date',
          '2 closed future-date',
          '2 acknowledged future-date',
          '3 opened future-date',
        ]);
    },
  );

  it('filled in and sent, they load as suggested, and the cases are judged', async () => {
    const insurer = await InsurerUnderTest.open(api, 'case-template');
    await insurer.agree(judged);
    const { partner, at, tenant } = insurer;
    const [header] = (await template(insurer, 'csv')).toString('utf8').split('\r\n');
    const { file, mapping } = await send(insurer, Buffer.from(`${header}\n${filledIn}`), 'march.csv');
    const mapped = await request(api.app.getHttpServer())
      .put(at(`/kpi-files/${file.id}/mapping`))
      .set(partner.headers())
      .set('If-Match', `"${file.version}"`)
      .send({ mapping, name: 'Complaints' });
    expect(mapped.status).toBe(200);
    await worker.work(tenant);
    const checked = (await partner.get(at(`/kpi-files/${file.id}`))).body as KpiFile;
    expect(checked).toMatchObject({ state: 'checked', rows: { total: 3, wrong: 0, new: 3 } });
    const acceptWarnings = checked.warnings.map((warning) => warning.code);
    const confirmed = await partner
      .post(at(`/kpi-files/${file.id}/confirmation`), { wrongRows: 'refuse', acceptWarnings })
      .set('If-Match', `"${checked.version}"`);
    expect(confirmed.status).toBe(200);
    await worker.work(tenant);
    expect((await partner.get(at(`/kpi-files/${file.id}`))).body).toMatchObject({ state: 'done' });
    const { items } = (await partner.get(at('/results?month=2026-03'))).body as { items: ResultSummary[] };
    expect(
      items.map(({ sla, numerator, denominator }) => `${sla.name} ${numerator}/${denominator}`).sort(),
    ).toEqual(['Acknowledged 2/3', 'Closed 1/2']);
  });

  it('have a column for what the contract looks at, and no other', async () => {
    const closing = await InsurerUnderTest.open(api, 'case-template');
    await closing.agree([{ name: 'Closed', metric: 'complaints_closed', ...whole }]);
    expect(await headerOf(closing)).toBe('case_number,opened,closed');
    await api.database.door.withTenant(actorIn(closing.tenant, 'vendor_manager'), (tx) =>
      tx.query('update vendor set reports_for_others = true where tenant_id = $1 and id = $2', [
        closing.tenant.id,
        closing.vendor.id,
      ]),
    );
    expect(await headerOf(closing)).toBe('case_number,vendor_code,opened,closed');

    // nothing is agreed about cases, and what the other service levels look at apart is no matter of theirs
    const calls = await InsurerUnderTest.open(api, 'case-template');
    const answered = { name: 'Answered', metric: 'service_level', queue: 'claims', ...whole };
    await calls.agree([answered], { speedOutweighsReason: 'Only speed is looked at here.' });
    expect(await headerOf(calls)).toBe('case_number,opened,closed');
  });
});
