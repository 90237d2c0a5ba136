import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { incidentImport, type IncidentColumn, type IncidentImport } from '@plumbline/incidents/schema';
import { IncidentsBench, type TestInsurer } from '../incidents-bench';
import { IncidentsService } from '../incidents.service';
import { IncidentImportsService } from './incident-imports.service';

jest.setTimeout(120_000);

const DATA = process.env['PLUMBLINE_DATA'] ?? '../shared/data';
const dayFirst = (milestone: 'discovered' | 'notified' | 'closed'): IncidentColumn => ({
  ...{ kind: 'milestone', milestone, format: 'DD/MM/YYYY HH:mm' },
});
const columns = {
  number: { kind: 'number' },
  what: { kind: 'title' },
  opened_at: dayFirst('discovered'),
  resolved_at: dayFirst('notified'),
} as const;

describe('lists of past incidents', () => {
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

  const asked = (content: string | Buffer, change: object = {}): IncidentImport =>
    incidentImport.parse({
      vendorId: here.vendor.id,
      file: { name: 'incidents.csv', content: Buffer.from(content).toString('base64') },
      ...{ columns, timezone: 'Europe/Dublin', service: 'telephony', phi: 'no', ...change },
    });
  const imports = () => bench.get(IncidentImportsService);
  const register = async () =>
    (await bench.get(IncidentsService).list(here.security, { limit: 200, drills: 'false' })).items;

  it('are read day first where that is said, judged, entered once, and told to nobody', async () => {
    const list = asked(
      [
        'number,what,opened_at,resolved_at',
        // the third of April, and not the fourth of March
        'A1,Mailbox,03/04/2016 01:16,04/04/2016 01:16',
        'A2,Switch,03/04/2016 01:16,04/04/2016 01:17',
        'A3,Letters,29/02/2016 23:00,?',
      ].join('\n'),
    );
    const verdicts = [{ policyCode: 'contract-notice', met: 1, late: 1, open: 1 }];
    const counts = { total: 3, new: 3, unchanged: 0, wrong: 0 };
    expect(await imports().preview(here.security, list)).toMatchObject({ counts, verdicts, applied: false });
    expect(await register()).toEqual([]);
    expect(await imports().apply(here.security, list)).toMatchObject({ counts, verdicts, applied: true });
    expect(await imports().apply(here.security, list)).toMatchObject({
      counts: { total: 3, new: 0, unchanged: 3, wrong: 0 },
      verdicts: [],
    });
    const entered = await register();
    expect(
      entered.map(({ reference, title, discoveredAt, lateClocks }) => [
        reference,
        title,
        discoveredAt,
        lateClocks,
      ]),
    ).toEqual([
      [`${here.vendor.code}-2016-0002`, 'Switch', '2016-04-03T00:16:00.000Z', 1],
      [`${here.vendor.code}-2016-0001`, 'Mailbox', '2016-04-03T00:16:00.000Z', 0],
      [`${here.vendor.code}-2016-0003`, 'Letters', '2016-02-29T23:00:00.000Z', 1],
    ]);
    expect(await bench.work(here)).toBe(0);
    expect([await bench.notices(here), await bench.breaches(here)]).toEqual([[], []]);
  });

  it('say of each wrong row where it is wrong, and enter nothing of them', async () => {
    const list = asked(
      [
        'number,what,opened_at,resolved_at',
        'B1,Not day first,12/31/2016 01:16,',
        'B2,No discovery,,01/01/2016 00:00',
        'B3,An hour that was not,27/03/2016 01:30,',
        'B4,Told before it was known,02/01/2016 10:00,01/01/2016 10:00',
        'B5,Fine,02/01/2016 10:00,',
        'B5,Again,02/01/2016 10:00,',
      ].join('\n'),
    );
    const read = await imports().preview(here.security, list);
    expect(read.problems.map(({ line, column, code }) => [line, column, code])).toEqual([
      [2, 'opened_at', 'value-invalid'],
      [3, 'opened_at', 'value-missing'],
      [4, 'opened_at', 'time-skipped'],
      [5, 'resolved_at', 'before-discovery'],
      [7, 'number', 'row-twice'],
    ]);
    await expect(imports().apply(here.security, list)).rejects.toMatchObject({ code: 'import-rows-wrong' });
    expect(await register()).toEqual([]);
    const taken = await imports().apply(here.security, { ...list, wrongRows: 'leave_out' });
    expect(taken.counts).toEqual({ total: 6, new: 1, unchanged: 0, wrong: 5 });
    const other = asked('number,opened_at\nC1,01/01/2016 10:00');
    await expect(imports().preview(here.security, other)).rejects.toMatchObject({
      code: 'import-columns-missing',
    });
  });

  const incidents = `${DATA}/service-incidents/incidents-500.csv`;
  (existsSync(incidents) ? it : it.skip)(
    'service-incidents (needs PLUMBLINE_DATA, or ../shared/data): 500, with the verdicts of their expected.json',
    async () => {
      const expected = JSON.parse(readFileSync(`${DATA}/service-incidents/expected.json`, 'utf8')) as Record<
        string,
        number
      >;
      const at = (milestone: 'discovered' | 'notified' | 'closed'): IncidentColumn => ({
        ...{ kind: 'milestone', milestone, format: 'YYYY-MM-DD HH:mm' },
      });
      // the same instants, written day first
      const content = readFileSync(incidents, 'utf8').replace(
        /(\d{4})-(\d{2})-(\d{2})T(\d{2}:\d{2})/g,
        '$3/$2/$1 $4',
      );
      const named = { number: { kind: 'number' } as const, category: { kind: 'title' } as const };
      const isoColumns = {
        ...named,
        opened_at: at('discovered'),
        resolved_at: at('notified'),
        closed_at: at('closed'),
      };
      const localColumns = {
        ...named,
        ...{
          opened_at: dayFirst('discovered'),
          resolved_at: dayFirst('notified'),
          closed_at: dayFirst('closed'),
        },
      };
      const verdicts = [
        {
          policyCode: 'contract-notice',
          met: expected['opened_to_resolved_le_24h'],
          late: expected['gt_24h'],
          open: expected['resolved_missing'],
        },
      ];
      const zone = { timezone: 'UTC' };
      const iso = asked(readFileSync(incidents), { columns: isoColumns, ...zone });
      const local = asked(content, { columns: localColumns, ...zone });
      for (const list of [iso, local])
        expect(await imports().preview(here.security, list)).toMatchObject({
          counts: { total: expected['incidents'], wrong: 0 },
          verdicts,
        });
      expect((await imports().apply(here.security, local)).counts.new).toBe(500);
      const kept = await bench.query<{ state: string; count: number }>(
        here.tenant,
        `select case when met_at is null then 'open' when met_at <= deadline_at then 'met' else 'late' end as state, count(*)::int
       from clock where tenant_id = $1 group by 1 order by 1`,
      );
      expect(kept.map(({ state, count }) => [state, count])).toEqual([
        ['late', 351],
        ['met', 133],
        ['open', 16],
      ]);
    },
  );

  const reports = `${DATA}/breach-reports/breach-reports-2023-2024.csv`;
  (existsSync(reports) ? it : it.skip)(
    'breach-reports (needs PLUMBLINE_DATA, or ../shared/data): all 853, whatever their text',
    async () => {
      const list = asked(readFileSync(reports), {
        columns: {
          'Name of Covered Entity': { kind: 'title' },
          'Type of Breach': { kind: 'title' },
          'Web Description': { kind: 'detail' },
          'Individuals Affected': { kind: 'people' },
          State: { kind: 'place', prefix: 'US-' },
          'Breach Submission Date': { kind: 'milestone', milestone: 'discovered', format: 'YYYY-MM-DD' },
        },
        ...{ phi: 'yes', service: 'claims_intake', timezone: 'America/New_York' },
      });
      const loaded = await imports().apply(here.security, list);
      expect(loaded.counts).toEqual({ total: 853, new: 853, unchanged: 0, wrong: 0 });
      expect((await imports().preview(here.security, list)).counts).toMatchObject({ new: 0, unchanged: 853 });
    },
  );

  it('keeps text of several lines as it was written', async () => {
    const list = asked(
      'number,what,opened_at,note\nD1,Letters,01/02/2016 10:00,"First line,\nand ""second"""',
      {
        columns: {
          ...{ number: columns.number, what: columns.what, opened_at: columns.opened_at },
          note: { kind: 'detail' },
        },
      },
    );
    await imports().apply(here.security, list);
    const [entered] = await register();
    const incident = await bench.get(IncidentsService).view(here.security, entered?.id ?? '');
    expect(incident.supplements.map(({ text }) => text)).toEqual(['First line,\nand "second"']);
    expect(incident.source).toBe('import');
  });
});
