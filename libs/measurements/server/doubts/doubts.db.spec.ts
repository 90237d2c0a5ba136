import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { type ColumnMeaning, type KpiFile, kpiMapping } from '@plumbline/measurements/schema';
import { type MeasuredTenant, MeasurementsBench, type StatedMapping } from '../measurements-bench';

// a shared machine may be slow; nothing here is measured
jest.setTimeout(120_000);

const folder = process.env['PLUMBLINE_DATA'] ?? '../shared/data';
/** Needs nurse-line-monthly (PLUMBLINE_DATA, or ../shared/data). */
const withData = existsSync(join(folder, 'nurse-line-monthly')) ? it : it.skip;

const means: Record<string, ColumnMeaning> = {
  day: { kind: 'period', format: 'YYYY-MM-DD' },
  month: { kind: 'period', format: 'YYYY-MM' },
  start: { kind: 'period', format: 'YYYY-MM-DD HH:mm' },
  queue: { kind: 'segment', dimension: 'queue' },
  language: { kind: 'segment', dimension: 'language' },
  late: { kind: 'measure', measure: 'abandoned_after_threshold' },
  short: { kind: 'measure', measure: 'short_abandoned' },
};
const mapping = (text: string, rest: object = {}): StatedMapping =>
  ({
    grain: 'day',
    timezone: 'America/New_York',
    ...rest,
    columns: (text.split('\n')[0] ?? '')
      .split(',')
      .map((header) => ({ header, means: means[header] ?? { kind: 'measure', measure: header } })),
  }) as StatedMapping;
const lines = (header: string, rows: readonly string[]) => `${[header, ...rows].join('\n')}\n`;
const days = (count: number, from = '2026-01-05') =>
  Array.from({ length: count }, (_, day) => Temporal.PlainDate.from(from).add({ days: day }));

describe('what is doubtful about a file', () => {
  let bench: MeasurementsBench;

  beforeAll(async () => {
    bench = await MeasurementsBench.open();
  });
  afterAll(() => bench.close());

  const checked = (of: MeasuredTenant, text: string, rest?: object) =>
    bench.checked(of, text, mapping(text, rest));
  const load = async (of: MeasuredTenant, text: string, rest?: object) =>
    bench.loaded(of, await checked(of, text, rest), { restatementReason: 'Counted anew' });
  const codes = (file: KpiFile) => file.warnings.map(({ code }) => code);
  const warning = (file: KpiFile, code: string) => file.warnings.find((each) => each.code === code);
  const machine = async (of: MeasuredTenant, text: string): Promise<KpiFile> => {
    const received = await bench.upload(of, text, true);
    await bench.check.process(of.tenant, received.id);
    return bench.files.view(of.partner, received.id);
  };

  describe('calls that do not add up', () => {
    it('are named with their lines and their sums', async () => {
      const of = await bench.tenant();
      const file = await checked(
        of,
        lines('day,offered,answered,abandoned', [
          '2026-03-01,10,9,1',
          '2026-03-02,10,8,1',
          '2026-03-03,10,9,',
        ]),
      );
      expect(file).toMatchObject({ state: 'checked', rows: { new: 3, wrong: 0 } });
      expect(file.warnings).toEqual([
        {
          code: 'sum-differs',
          detail: 'In 1 of 3 rows offered is not answered + abandoned.',
          parameters: { found: 1, rows: 3, parts: ['answered', 'abandoned'] },
          count: 1,
          places: [
            {
              line: 3,
              date: '2026-03-02',
              detail: 'offered 10, answered 8 + abandoned 1 = 9.',
              parameters: {
                offered: '10',
                parts: ['answered', 'abandoned'],
                amounts: ['8', '1'],
                total: '9',
              },
            },
          ],
          accepted: null,
          remembered: false,
        },
      ]);
      const spanish = await bench.files.problemsAsCsv(of.partner, file.id, 'es');
      expect(spanish.text).toContain('qué está mal');

      // as a warning was kept before there were parameters
      await bench.query(
        of,
        `update kpi_file set warnings = jsonb_build_array((warnings->0) - 'parameters' || jsonb_build_object(
           'places', jsonb_build_array((warnings#>'{0,places,0}') - 'parameters'))) where tenant_id = $1`,
      );
      const [earlier] = (await bench.files.view(of.partner, file.id)).warnings;
      expect(earlier).toMatchObject({ parameters: null, places: [{ line: 3, parameters: null }] });
      const { text } = await bench.files.problemsAsCsv(of.partner, file.id, 'es');
      expect(text).toContain('sum-differs,"offered 10, answered 8 + abandoned 1 = 9."');
    });

    it.each([
      ['that add up', 'day,offered,answered,abandoned', '2026-03-01,10,9,1', []],
      [
        'with calls that left for another queue',
        'day,offered,answered,abandoned,flowed_out',
        '2026-03-01,10,6,1,3',
        [],
      ],
      ['without the calls given up', 'day,offered,answered', '2026-03-01,10,6', []],
      ['with late and short abandons', 'day,offered,answered,late,short', '2026-03-01,10,8,1,1', []],
      ['with late abandons only', 'day,offered,answered,late', '2026-03-01,10,8,1', ['sum-differs']],
    ])('rows %s', async (_, header, row, expected) => {
      expect(codes(await checked(await bench.tenant(), lines(header, [row])))).toEqual(expected);
    });

    withData('nurse-line-monthly: exactly the rows whose published counts differ', async () => {
      const text = readFileSync(join(folder, 'nurse-line-monthly/nurse-line-2015-q1.csv'), 'utf8');
      const { data, meta } = Papa.parse<Record<string, string>>(text.trim(), { header: true });
      const differing = data.filter(
        (row) =>
          Number(row['calls_offered']) !==
          Number(row['calls_answered']) + Number(row['calls_abandoned_after_30s']),
      );
      const published: Record<string, ColumnMeaning> = {
        period: { kind: 'period', format: 'Mon-YY' },
        provider_code: { kind: 'segment', dimension: 'queue' },
        calls_offered: { kind: 'measure', measure: 'offered' },
        calls_answered: { kind: 'measure', measure: 'answered' },
        calls_abandoned_after_30s: { kind: 'measure', measure: 'abandoned_after_threshold' },
      };
      const file = await bench.checked(await bench.tenant('Europe/London'), text, {
        grain: 'month',
        timezone: 'Europe/London',
        columns: (meta.fields ?? []).map((name) => ({
          header: name,
          means: published[name] ?? { kind: 'ignore' },
        })),
      });
      expect(differing.length).toBeGreaterThan(0);
      expect(differing.length).toBeLessThan(data.length);
      expect(file.warnings).toMatchObject([{ code: 'sum-differs', count: differing.length }]);
    });
  });

  describe('figures beyond the vendor’s own limits', () => {
    const usual = (day: Temporal.PlainDate) => 100 + ((day.weekOfYear ?? 0) % 3);
    /** Nine weeks, in which weekends are quiet. */
    const history = lines(
      'day,queue,offered,answered_within_threshold',
      days(63).map((day) => (day.dayOfWeek > 5 ? `${day},claims,10,8` : `${day},claims,${usual(day)},80`)),
    );
    const header = 'day,queue,offered,answered_within_threshold';

    it('are named with what is usual on that weekday, in the measure and in the ratio', async () => {
      const of = await bench.tenant();
      await load(of, history);
      const file = await checked(of, lines(header, ['2026-03-09,claims,400,80', '2026-03-10,claims,101,80']));
      expect(codes(file)).toEqual(['outlier']);
      expect(warning(file, 'outlier')).toMatchObject({ count: 2 });
      expect(
        warning(file, 'outlier')?.places.map(({ line, date, detail }) => [line, date, detail.split(' (')[0]]),
      ).toEqual([
        [2, '2026-03-09', 'offered 400'],
        [2, '2026-03-09', 'service_level 20 %'],
      ]);
      expect(warning(file, 'outlier')?.detail).toMatch(
        /usual are 9\d(\.\d+)? to 10\d(\.\d+)? by 9 Mondays\.$/,
      );
    });

    it('a quiet Saturday is usual, a Saturday like a Monday is not', async () => {
      const of = await bench.tenant();
      await load(of, history);
      expect(codes(await checked(of, lines(header, ['2026-03-14,claims,10,8'])))).toEqual([]);
      const loud = await checked(of, lines(header, ['2026-03-14,claims,101,80']));
      expect(warning(loud, 'outlier')?.places.map(({ detail }) => detail.split(' ')[0])).toContain('offered');
    });

    it('says nothing with fewer than eight points, or about a day of which the file holds a part', async () => {
      const of = await bench.tenant();
      await load(
        of,
        lines(
          header,
          days(49).map((day) => `${day},claims,100,80`),
        ),
      );
      expect(codes(await checked(of, lines(header, ['2026-03-09,claims,900,80'])))).toEqual([]);

      const parts = await bench.tenant();
      const halves = (day: Temporal.PlainDate) => [`${day} 09:00,50`, `${day} 09:30,50`];
      await load(parts, lines('start,offered', days(63).flatMap(halves)), { grain: '30min' });
      const one = await checked(parts, lines('start,offered', ['2026-03-09 09:00,50']), { grain: '30min' });
      expect(codes(one)).toEqual([]);
      const both = lines('start,offered', ['2026-03-09 09:00,50', '2026-03-09 09:30,500']);
      expect(codes(await checked(parts, both, { grain: '30min' }))).toEqual(['outlier']);
    });

    it('compares months with months, and restated days with the others', async () => {
      const of = await bench.tenant();
      const months = Array.from(
        { length: 12 },
        (_, month) => `2025-${String(month + 1).padStart(2, '0')},${1000 + (month % 3)}`,
      );
      const text = lines('month,offered', months);
      expect(codes(await load(of, text, { grain: 'month' }))).toEqual([]);
      const restated = lines('month,offered', ['2025-12,2000', '2026-01,1001']);
      const file = await checked(of, restated, { grain: 'month' });
      expect(warning(file, 'outlier')).toMatchObject({
        count: 1,
        places: [{ line: 2, date: '2025-12-01', detail: expect.stringContaining('by 11 months.') }],
      });
    });
  });

  describe('a month that shrank', () => {
    const march = days(31, '2026-03-01').map((day) => `${day},claims,100`);

    it('is said with what stays as it is', async () => {
      const of = await bench.tenant();
      await load(of, lines('day,queue,offered', march));
      const shorter = march.slice(0, 28).map((row) => row.replace(',100', ',101'));
      const file = await checked(of, lines('day,queue,offered', shorter));
      expect(warning(file, 'month-shrank')).toMatchObject({
        detail:
          '2026-03 is stored with 31 rows and has 28 in this file: 3 stored rows are not in it and stay as they are.',
        count: 3,
        places: [{ line: null, date: '2026-03-29' }, { date: '2026-03-30' }, { date: '2026-03-31' }],
      });
      await bench.loaded(of, file, { restatementReason: 'Counted anew' });
      expect(
        await bench.query(
          of,
          'select amounts[1]::int as offered, count(*)::int from measurement where tenant_id = $1 group by 1 order by 1',
        ),
      ).toEqual([
        { offered: 100, count: 3 },
        { offered: 101, count: 28 },
      ]);
    });

    it('is not one whose rows are all there, a next day, another queue, or a window that moves on', async () => {
      const of = await bench.tenant();
      await load(of, lines('day,queue,offered', march.slice(0, 10)));
      const shrank = async (rows: readonly string[]) =>
        codes(await checked(of, lines('day,queue,offered', rows))).includes('month-shrank');
      expect(await shrank([...march.slice(0, 9), '2026-03-10,claims,200'])).toBe(false);
      expect(await shrank(march.slice(10, 11))).toBe(false);
      expect(await shrank(['2026-03-01,billing,5'])).toBe(false);
      expect(await shrank(march.slice(5, 15))).toBe(false);
    });
  });

  describe('names nobody knows', () => {
    const header = 'day,queue,language,offered';

    it('are all new in the first file of a vendor', async () => {
      const file = await checked(
        await bench.tenant(),
        lines(header, ['2026-03-01,claims,en,10', '2026-03-01,billing,es,10']),
      );
      expect([file.warnings, file.unknownNames]).toEqual([[], []]);
    });

    it('are asked about, with what they may mean, and remembered once it is said', async () => {
      const of = await bench.tenant();
      await load(of, lines(header, ['2026-03-01,claims,en,10', '2026-03-01,appeals,es,10']));
      const text = lines(header, ['2026-03-02,Claims.,en,11', '2026-03-02,appeals,vi,12']);
      const file = await checked(of, text);
      expect(codes(file)).toEqual(['look-alike-name', 'new-name']);
      expect(file.unknownNames).toEqual([
        {
          dimension: 'queue',
          value: 'Claims.',
          rows: 1,
          resembles: 'claims',
          choices: ['claims', 'appeals'],
        },
        { dimension: 'language', value: 'vi', rows: 1, resembles: null, choices: ['en', 'es'] },
      ]);
      const say = (means: string | null, value = 'Claims.', version = file.version) =>
        bench.files.resolveNames(
          of.partner,
          file.id,
          { names: [{ dimension: 'queue', value, means }] },
          version,
        );
      await expect(say('claims', 'Claims.', file.version - 1)).rejects.toMatchObject({ status: 412 });
      await expect(say('claims', 'never heard of')).rejects.toMatchObject({
        fields: [{ path: 'names.0.value', code: 'not-waiting' }],
      });
      await expect(say('somebody else’s')).rejects.toMatchObject({
        fields: [{ path: 'names.0.means', code: 'unknown-name' }],
      });
      const resolved = await bench.files.resolveNames(
        of.partner,
        file.id,
        {
          names: [
            { dimension: 'queue', value: 'Claims.', means: 'claims' },
            { dimension: 'language', value: 'vi', means: null },
          ],
        },
        file.version,
      );
      expect(resolved.state).toBe('checking');
      await bench.check.process(of.tenant, file.id);
      const again = await bench.files.view(of.partner, file.id);
      expect(again).toMatchObject({ state: 'checked', rows: { new: 2 }, warnings: [], unknownNames: [] });
      await bench.loaded(of, again);
      expect(
        await bench.query(
          of,
          'select queue, language from segment where tenant_id = $1 order by queue, language',
        ),
      ).toEqual([
        { queue: 'appeals', language: 'es' },
        { queue: 'appeals', language: 'vi' },
        { queue: 'claims', language: 'en' },
      ]);

      const next = lines(header, ['2026-03-03,Claims.,en,13', '2026-03-04,claims,en,14']);
      const received = await bench.upload(of, next);
      const preview = await bench.mappings.preview(of.partner, received.id, kpiMapping.parse(mapping(next)));
      expect(preview.rows.map(({ segment }) => segment.queue)).toEqual(['claims', 'claims']);
      expect(await checked(of, next)).toMatchObject({
        warnings: [],
        effect: { segments: 1 },
        rows: { new: 2 },
      });
    });

    it('written in two ways in one file are one name: the same row twice is then seen', async () => {
      const of = await bench.tenant();
      await load(of, lines(header, ['2026-03-01,claims,en,10']));
      const first = await checked(of, lines(header, ['2026-03-02,CLAIMS,en,11']));
      const names = [{ dimension: 'queue' as const, value: 'CLAIMS', means: 'claims' }];
      await bench.files.resolveNames(of.partner, first.id, { names }, first.version);
      const file = await checked(
        of,
        lines(header, ['2026-03-02,claims,en,11', '2026-03-02,CLAIMS,en,12', '2026-03-03,CLAIMS,en,1']),
      );
      expect(file).toMatchObject({ rows: { new: 1, wrong: 2 } });
      const same = await checked(of, lines(header, ['2026-03-02,claims,en,11', '2026-03-02,CLAIMS,en,11']));
      expect(same).toMatchObject({ rows: { new: 1, unchanged: 1, wrong: 0 } });
    });

    it('look like one of the insurer’s also for a vendor that reports for the first time; what it says is its own', async () => {
      const of = await bench.tenant();
      await load(of, lines(header, ['2026-03-01,claims,en,10']));
      const vendor = await bench.database.vendor(of.tenant);
      const other: MeasuredTenant = { ...of, vendor, partner: of.manager };
      const text = lines(header, ['2026-03-01,claim,fr,10']);
      const asked = await bench.checked(other, text, mapping(text));
      expect(asked.unknownNames).toMatchObject([
        { value: 'claim', resembles: 'claims', choices: ['claims'] },
      ]);
      const names = [{ dimension: 'queue' as const, value: 'claim', means: 'claims' }];
      await bench.files.resolveNames(of.manager, asked.id, { names }, asked.version);
      expect(codes(await checked(of, lines(header, ['2026-03-02,claim,en,10'])))).toEqual([
        'look-alike-name',
      ]);
      const seen = await bench.database.door.withTenant(of.partner, (tx) =>
        tx.query('select 1 from segment_alias where tenant_id = $1', [of.tenant.id]),
      );
      expect(seen).toEqual([]);
    });
  });

  describe('saying that it is right', () => {
    const header = 'day,offered,answered,abandoned';
    const doubtful = (day: string) => lines(header, [`${day},10,8,1`]);

    it('takes the code of each warning, and keeps who said so', async () => {
      const of = await bench.tenant();
      const file = await checked(of, doubtful('2026-03-01'));
      const confirm = (acceptWarnings: KpiFile['warnings'][number]['code'][], version = file.version) =>
        bench.files.confirm(of.partner, file.id, { wrongRows: 'refuse', acceptWarnings }, version);
      await expect(confirm([])).rejects.toMatchObject({ code: 'warnings-open' });
      await expect(confirm(['outlier'])).rejects.toMatchObject({ code: 'warnings-open' });
      await expect(confirm(['sum-differs'], file.version - 1)).rejects.toMatchObject({ status: 412 });
      const confirmed = await confirm(['sum-differs']);
      const accepted = { by: of.partner.name, at: bench.clock.date().toISOString() };
      expect(confirmed).toMatchObject({ state: 'queued', warnings: [{ accepted, remembered: false }] });
      await bench.ingest.process(of.tenant, file.id);
      expect(await bench.files.view(of.partner, file.id)).toMatchObject({
        state: 'evaluating',
        warnings: [{ code: 'sum-differs', accepted }],
      });
      const [logged] = await bench.query<{ detail: object }>(
        of,
        `select detail from activity_log where tenant_id = $1 and action = 'kpi-file-confirmed'`,
      );
      expect(logged?.detail).toMatchObject({ warningsAccepted: ['sum-differs'], warningsRemembered: [] });
      const { text } = await bench.files.problemsAsCsv(of.partner, file.id, 'en');
      expect(text).toContain('2,,,2026-03-01,sum-differs,"offered 10, answered 8 + abandoned 1 = 9."\r\n');
    });

    it('stops a machine until it is said for the layout, and again once the columns mean something else', async () => {
      const of = await bench.tenant();
      const text = doubtful('2026-03-01');
      const file = await checked(of, text);
      await bench.files.confirm(
        of.partner,
        file.id,
        { wrongRows: 'refuse', acceptWarnings: ['sum-differs'] },
        file.version,
      );
      await bench.ingest.process(of.tenant, file.id);
      const stopped = await machine(of, doubtful('2026-03-02'));
      expect(stopped).toMatchObject({ state: 'checked', autoConfirm: true, warnings: [{ accepted: null }] });
      expect(await bench.query(of, 'select 1 from measurement where tenant_id = $1')).toHaveLength(1);
      await bench.loaded(of, stopped, { rememberWarnings: ['sum-differs'] });
      const through = await machine(of, doubtful('2026-03-03'));
      expect(through).toMatchObject({
        state: 'evaluating',
        warnings: [{ code: 'sum-differs', remembered: true, accepted: { by: of.partner.name } }],
      });

      const other = await bench.checked(
        of,
        doubtful('2026-03-04'),
        mapping(text, { timezone: 'America/Chicago' }),
      );
      expect(other.warnings).toMatchObject([{ accepted: null, remembered: false }]);
    });
  });
});
