import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Calendar } from '@plumbline/calendars/schema';
import type { FilePreview, KpiFile } from '@plumbline/measurements/schema';
import type { CountedCase, ExplainedRow, FileLine, ResultSummary } from '@plumbline/slas/schema';
import request from 'supertest';
import type { ApiUnderTest, Browser } from './api-under-test';
import { InsurerUnderTest } from './insurer-under-test';
import { startByHand } from './product-by-hand';
import type { WorkerByHand } from './worker-by-hand';

const march = `case,opened,closed
A,2026-02-03,2026-02-25
A,2026-02-03,2026-02-25
B,2026-02-10,2026-03-20
C,2026-02-12,
`;
/** C was closed after all; B is said to have been closed in time. */
const april = `case,opened,closed
C,2026-02-12,2026-03-06
B,2026-02-10,2026-03-03
`;

describe('figures that are made of cases', () => {
  let api: ApiUnderTest;
  let worker: WorkerByHand;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    ({ api, worker, stop } = await startByHand('2026-04-12T09:00:00Z'));
  });
  afterAll(() => stop());

  /** A tenant that judges complaints by the library's metric on cases due, and by one of its own on cases closed. */
  async function open() {
    const insurer = await InsurerUnderTest.open(api, 'cases');
    const { manager, at } = insurer;

    const day = [['09:00', '17:00']];
    const made = await manager.post(at('/calendars'), {
      ...{ name: 'Federal', timezone: 'America/New_York' },
      hours: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] },
      holidays: [{ date: '2026-02-16', name: 'Presidents’ Day', provenance: { source: 'person' } }],
    });
    expect(made.body).toMatchObject({ name: 'Federal' });
    const calendarId = (made.body as Calendar).id;

    const defined = await manager.post(at('/metrics'), {
      ...{ code: 'closures_in_time', name: 'Closures in time', family: 'compliance', unit: 'ratio' },
      ...{ direction: 'higher', source: 'MSA 2026, clause 7' },
      terms: {
        numerator: [{ measure: 'cases_closed_in_time' }],
        denominator: [{ measure: 'cases_closed' }],
      },
    });
    expect(defined.status).toBe(201);
    const closing = { comparator: '>=', value: '0.90', weight: '50' };
    await insurer.agree([
      { name: 'Due', metric: 'complaints_closed', ...closing },
      { name: 'Closed', metric: 'closures_in_time', ...closing },
    ]);

    const mapping = {
      columns: [
        { header: 'case', means: { kind: 'case_number' } },
        { header: 'opened', means: { kind: 'case_opened', format: 'YYYY-MM-DD' } },
        { header: 'closed', means: { kind: 'case_closed', format: 'YYYY-MM-DD' } },
      ],
      ...{ grain: 'day', timezone: 'America/New_York' },
      cases: { close: { amount: 15, unit: 'businessDays' }, calendar: { calendarId, number: 1 } },
    };
    const { tenant, vendor, partner } = insurer;
    return { tenant, vendor, manager, partner, at, mapping };
  }
  type Opened = Awaited<ReturnType<typeof open>>;

  async function upload({ vendor, partner, at }: Opened, text: string, name: string): Promise<KpiFile> {
    const uploaded = await request(api.app.getHttpServer())
      .post(at(`/kpi-files?vendorId=${vendor.id}`))
      .set(partner.headers())
      .attach('file', Buffer.from(text), name);
    return uploaded.body as KpiFile;
  }

  async function load(opened: Opened, file: KpiFile, restatementReason?: string): Promise<KpiFile> {
    const { tenant, partner, at, mapping } = opened;
    const mapped = await request(api.app.getHttpServer())
      .put(at(`/kpi-files/${file.id}/mapping`))
      .set(partner.headers())
      .set('If-Match', `"${file.version}"`)
      .send({ mapping, name: 'Complaints' });
    expect(mapped.body).toMatchObject({ state: 'checking' });
    await worker.work(tenant);
    const { version } = (await partner.get(at(`/kpi-files/${file.id}`))).body as KpiFile;
    const confirmed = await partner
      .post(at(`/kpi-files/${file.id}/confirmation`), { wrongRows: 'refuse', restatementReason })
      .set('If-Match', `"${version}"`);
    expect(confirmed.status).toBe(200);
    await worker.work(tenant);
    return (await partner.get(at(`/kpi-files/${file.id}`))).body as KpiFile;
  }

  /** `Due 2026-03: 1/2 breached`, by SLA and month. */
  async function results({ at }: Opened, by: Browser): Promise<readonly ResultSummary[]> {
    const { items } = (await by.get(at('/results?limit=100'))).body as { items: ResultSummary[] };
    return items.filter(({ denominator }) => denominator !== null && denominator !== '0');
  }
  const say = ({ sla, month, numerator, denominator, state }: ResultSummary) =>
    `${sla.name} ${month}: ${numerator}/${denominator} ${state}`;

  async function casesOf({ at }: Opened, by: Browser, resultId: string, query = ''): Promise<CountedCase[]> {
    const answer = await by.get(at(`/results/${resultId}/explanation/cases?limit=100${query}`));
    expect(answer.status).toBe(200);
    return (answer.body as { items: CountedCase[] }).items;
  }

  it('lead from the figure to the day, to the cases with their lines, and from a line back', async () => {
    const opened = await open();
    const { at, manager, partner } = opened;
    const file = await upload(opened, march, 'march.csv');
    const preview = (await partner.post(at(`/kpi-files/${file.id}/preview`), { mapping: opened.mapping }))
      .body as FilePreview;
    expect(preview.rows.map(({ case: each }) => each)).toEqual([
      { number: 'A', openedOn: '2026-02-03', closedOn: '2026-02-25', dueOn: '2026-02-25', inTime: true },
      { number: 'A', openedOn: '2026-02-03', closedOn: '2026-02-25', dueOn: '2026-02-25', inTime: true },
      { number: 'B', openedOn: '2026-02-10', closedOn: '2026-03-20', dueOn: '2026-03-04', inTime: false },
      { number: 'C', openedOn: '2026-02-12', closedOn: null, dueOn: '2026-03-06', inTime: null },
    ]);
    expect(await load(opened, file)).toMatchObject({ state: 'done', effect: { cases: 3 } });
    const before = await results(opened, manager);
    expect(before.map(say).sort()).toEqual([
      'Closed 2026-02: 1/1 met',
      'Closed 2026-03: 0/1 breached',
      'Due 2026-02: 1/1 met',
      'Due 2026-03: 0/2 breached',
    ]);

    const due = before.find((each) => say(each).startsWith('Due 2026-03'))?.id ?? '';
    const rows = (await partner.get(at(`/results/${due}/explanation/rows?limit=50`))).body as {
      items: ExplainedRow[];
    };
    expect(rows.items.filter(({ amounts }) => amounts['complaints_due_close'] !== '0')).toMatchObject([
      {
        localDate: '2026-03-04',
        line: 4,
        file: { name: 'march.csv' },
        amounts: { complaints_due_close: '1' },
      },
      {
        localDate: '2026-03-06',
        line: 5,
        file: { name: 'march.csv' },
        amounts: { complaints_due_close: '1' },
      },
    ]);
    expect(await casesOf(opened, partner, due)).toMatchObject([
      { number: 'B', countedOn: '2026-03-04', countedBy: 'due', inTime: false, lines: [{ from: 4, to: 4 }] },
      { number: 'C', countedOn: '2026-03-06', closedOn: null, inTime: false, lines: [{ from: 5, to: 5 }] },
    ]);
    expect(await casesOf(opened, partner, due, '&date=2026-03-06')).toMatchObject([{ number: 'C' }]);
    const february = before.find((each) => say(each).startsWith('Due 2026-02'))?.id ?? '';
    expect(await casesOf(opened, manager, february)).toMatchObject([
      { number: 'A', lines: [{ from: 2, to: 3 }] },
    ]);

    const line = async (fileId: string, number: number, by = partner) =>
      (await by.get(at(`/kpi-files/${fileId}/lines/${number}`))).body as FileLine;
    const second = await line(file.id, 3);
    expect(second).toMatchObject({ measurements: [], cases: [{ number: 'A', supersededBy: null }] });
    expect(second.results.map(({ sla, month }) => `${sla.name} ${month}`).sort()).toEqual([
      'Closed 2026-02',
      'Due 2026-02',
    ]);

    // progress of C alone needs no reason, the other closing of B does
    const corrected = await upload(opened, april, 'april.csv');
    expect(await load(opened, corrected, 'B was closed twice in our system')).toMatchObject({
      state: 'done',
      rows: { new: 1, restated: 1 },
    });
    expect((await results(opened, manager)).map(say).sort()).toEqual([
      'Closed 2026-02: 1/1 met',
      'Closed 2026-03: 2/2 met',
      'Due 2026-02: 1/1 met',
      'Due 2026-03: 2/2 met',
    ]);
    // the first revision still leads to the cases as they stood
    expect(await casesOf(opened, manager, due)).toMatchObject([
      { number: 'B', closedOn: '2026-03-20', file: { name: 'march.csv' } },
      { number: 'C', closedOn: null, file: { name: 'march.csv' } },
    ]);
    const replaced = await line(file.id, 4);
    expect(replaced.cases).toMatchObject([
      { number: 'B', closedOn: '2026-03-20', supersededBy: { fileName: 'april.csv', line: 3 } },
    ]);
    expect(replaced.results.map(({ sla, month, latest }) => `${sla.name} ${month} ${latest}`).sort()).toEqual(
      ['Closed 2026-03 false', 'Due 2026-03 false'],
    );
    const newest = await line(corrected.id, 3);
    expect(newest.results.map(({ sla, month, latest }) => `${sla.name} ${month} ${latest}`).sort()).toEqual([
      'Closed 2026-03 true',
      'Due 2026-03 true',
    ]);

    const stranger = await api.member(
      opened.tenant,
      'vendor_contributor',
      (await api.database.vendor(opened.tenant, 'SOUTHERN')).id,
    );
    expect((await stranger.browser.get(at(`/results/${due}/explanation/cases`))).status).toBe(404);
    expect((await stranger.browser.get(at(`/kpi-files/${file.id}/lines/3`))).status).toBe(404);
  });
});
