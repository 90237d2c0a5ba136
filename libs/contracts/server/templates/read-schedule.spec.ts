import { describe, expect, it } from '@jest/globals';
import {
  type AgreedServiceLevel,
  scheduleColumns,
  scheduleProblemCodes,
  scheduleProblemTexts,
} from '@plumbline/contracts/schema';
import { mergeSchedule } from './merge-schedule';
import { readSchedule } from './read-schedule';
import { scheduleCsv } from './schedule-csv';
import type { ScheduledMetric, ScheduleKnowledge } from './schedule-level';

const metrics: readonly ScheduledMetric[] = [
  { id: 'm1', code: 'service_level', name: 'Service level', unit: 'ratio', direction: 'higher' },
  { id: 'm2', code: 'average_handle_time', name: 'Handle time', unit: 'seconds', direction: 'band' },
  { id: 'm3', code: 'abandonment_rate', name: 'Abandonment', unit: 'ratio', direction: 'lower' },
];
const known: ScheduleKnowledge = { metrics, clauses: ['4.1', '4.2'], usualClause: '4.1' };
const header = 'name,metric,clause,comparator,target,band low,band high,queue,minimum sample,weight';
const read = (...rows: string[]) => readSchedule([header, ...rows].join('\r\n'), known);
const wrong = (...rows: string[]) =>
  read(...rows).problems.map(({ line, column, code, value }) => [line, column, code, value].join(' | '));

describe('a schedule of SLAs as CSV', () => {
  it('is read with limits and bands, percentages as shares, clauses and samples by default', () => {
    const { levels, problems } = read(
      'Answered in time,service_level,4.2,>=,80%,,,claims,,60',
      ',Handle time,,,,240,360,,30,40',
    );
    expect(problems).toEqual([]);
    expect(levels.map(({ line, level }) => [line, level])).toMatchObject([
      [
        2,
        {
          name: 'Answered in time',
          clauseNumber: '4.2',
          target: { comparator: '>=', value: '0.8' },
          segment: { queue: 'claims' },
          minimumSample: 0,
          weight: '60',
        },
      ],
      [
        3,
        {
          name: 'Handle time',
          clauseNumber: '4.1',
          target: { band: { low: '240', high: '360' } },
          minimumSample: 30,
        },
      ],
    ]);
  });

  it.each([
    ['an exact share', '0.8055', '0.8055'],
    ['a percentage with a decimal comma', '"80,55 %"', '0.8055'],
    ['a share with a decimal comma and three decimals', '"0,805"', '0.805'],
    ['a signed comparison', '100%', '1'],
  ])('%s', (_, cell, value) => {
    expect(read(`x,service_level,,≥,${cell},,,,,100`).levels[0]?.level.target).toEqual({
      comparator: '>=',
      value,
    });
  });

  it.each([
    ['a metric of nobody', 'x,nonsense,,>=,80%,,,,,1', '2 | metric | metric-unknown | nonsense'],
    ['no metric', 'x,,,>=,80%,,,,,1', '2 | metric | required | '],
    ['a clause of nobody', 'x,service_level,9,>=,80%,,,,,1', '2 | clause | clause-unknown | 9'],
    ['another comparison', 'x,service_level,,=,80%,,,,,1', '2 | comparator | comparator-unknown | ='],
    ['no comparison', 'x,service_level,,,80%,,,,,1', '2 | comparator | required | '],
    ['a word', 'x,service_level,,>=,high,,,,,1', '2 | target | not-a-number | high'],
    [
      'thousands, or a decimal',
      'x,average_handle_time,,<=,"1,234",,,,,1',
      '2 | target | number-ambiguous | 1,234',
    ],
    [
      'thousands of thousands',
      'x,average_handle_time,,<=,"1,234,567",,,,,1',
      '2 | target | number-ambiguous | 1,234,567',
    ],
    [
      'a number without end',
      `x,average_handle_time,,<=,${'9'.repeat(40)},,,,,1`,
      `2 | target | not-a-number | ${'9'.repeat(40)}`,
    ],
    ['a name of two lines', '"x\ny",service_level,,>=,80%,,,,,1', '2 | name | not-one-line | x\ny'],
    ['a weight in powers', 'x,service_level,,>=,80%,,,,,1e1', '2 | weight | weight-out-of-range | 1e1'],
    ['80 for a share', 'x,service_level,,>=,80,,,,,1', '2 | target | target-not-a-share | 80'],
    ['seconds in percent', 'x,average_handle_time,,<=,80%,,,,,1', '2 | target | not-a-number | 80%'],
    [
      'against the direction',
      'x,abandonment_rate,,>=,5%,,,,,1',
      '2 | comparator | target-against-direction | >=',
    ],
    ['an empty band', 'x,average_handle_time,,,,360,240,,,1', '2 | band low | band-empty | 360'],
    ['half a band', 'x,average_handle_time,,,,360,,,,1', '2 | band high | required | '],
    ['a limit and a band', 'x,average_handle_time,,<=,1,2,3,,,1', '2 | target | limit-and-band | 1'],
    ['nothing to hold it against', 'x,service_level,,,,,,,,1', '2 | target | required | '],
    ['no weight', 'x,service_level,,>=,80%,,,,,', '2 | weight | required | '],
    ['a weight beyond 100', 'x,service_level,,>=,80%,,,,,101', '2 | weight | weight-out-of-range | 101'],
    ['half a sample', 'x,service_level,,>=,80%,,,,1.5,1', '2 | minimum sample | sample-not-whole | 1.5'],
    ['a cell too few', 'x,service_level,,>=,80%', '2 |  | column-count | 5'],
    ['a quote that never closes', 'x,"service_level,,>=,80%,,,,,1', '2 |  | quotes | '],
  ])('%s is told with its line and column', (_, row, problem) => {
    expect(wrong(row)).toEqual([problem]);
  });

  it('tells everything that is wrong at once, by line, also behind cells of several lines', () => {
    expect(
      wrong(
        ',service_level,"4.1\n",>=,80%,,,,,1',
        'x,nonsense,9,>=,80%,,,,,200',
        'x,service_level,,>=,90%,,,,,1',
      ),
    ).toEqual([
      '4 | metric | metric-unknown | nonsense',
      '4 | clause | clause-unknown | 9',
      '4 | weight | weight-out-of-range | 200',
      '5 | metric | sla-twice | x',
    ]);
  });

  it.each([
    ['nothing', '', ['no-rows']],
    ['a header alone', header, ['no-rows']],
    ['a column of nobody', 'metric,weight,colour\nx,1,red', ['column-unknown']],
    ['a column twice', 'metric,weight,weight\nservice_level,1,2', ['column-twice']],
    ['no weight column', 'metric\nservice_level', ['column-missing']],
    [
      '101 rows',
      [header, ...Array.from({ length: 101 }, (_, n) => `x,service_level,,>=,80%,,,q${n},,0`)].join('\n'),
      ['too-many-rows'],
    ],
  ])('%s', (_, text, codes) => {
    expect(readSchedule(text, known).problems.map(({ code }) => code)).toEqual(codes);
  });

  it('takes semicolons and tabs, as spreadsheets of other countries write them', () => {
    for (const sign of [';', '\t']) {
      const text = ['metric;comparator;target;weight', 'service_level;>=;80,5%;100']
        .join('\n')
        .replaceAll(';', sign);
      expect(readSchedule(text, known)).toMatchObject({
        problems: [],
        levels: [{ level: { target: { value: '0.805' } } }],
      });
    }
  });

  it('takes the same metric over several windows, months where nothing is said, and no window that is none', () => {
    const lines = (...windows: string[]) =>
      [
        'metric,comparator,target,window,weight',
        ...windows.map((window) => `service_level,>=,80%,${window},10`),
      ].join('\n');
    expect(
      readSchedule(lines('', 'Week', 'rolling-28-days'), known).levels.map(({ level }) => level.window),
    ).toEqual([...['month', 'week', 'rolling-28-days']]);
    expect(readSchedule(lines('week', 'month', 'week'), known).problems).toMatchObject([
      { line: 4, code: 'sla-twice' },
    ]);
    expect(readSchedule(lines('fortnight'), known).problems).toMatchObject([
      { line: 2, column: 'window', code: 'window-unknown', value: 'fortnight' },
    ]);
  });

  it('comes back from its download as it was, whatever a spreadsheet would make of it', () => {
    const sla = (change: object): AgreedServiceLevel =>
      ({
        ...{
          id: 'x',
          metricId: 'm1',
          clauseNumber: '4.1',
          window: 'month',
          minimumSample: 0,
          weight: '33.3',
        },
        target: { comparator: '>=', value: '0.8055' },
        segment: { lineOfBusiness: null, channel: null, queue: null, language: null },
        metric: { ...metrics[0], family: 'speed' },
        ...change,
      }) as AgreedServiceLevel;
    const slas = [
      sla({ name: '=cmd|calc' }),
      sla({
        name: '"Quoted", with; signs',
        segment: { lineOfBusiness: '-5', channel: '+1', queue: '@q', language: "'es" },
      }),
      sla({
        ...{ name: 'Band', metricId: 'm2', target: { band: { low: '240', high: '360.5' } } },
        metric: { ...metrics[1], family: 'efficiency' },
      }),
      sla({ name: 'Weekly', window: 'week-from-sunday' }),
    ];
    const text = scheduleCsv(slas);
    expect(text).toContain("'=cmd|calc");
    const { levels, problems } = readSchedule(text, known);
    expect(problems).toEqual([]);
    const { rows } = mergeSchedule(slas, levels, 'replace', (id) => metrics.find((each) => each.id === id));
    expect(rows.map(({ change }) => change)).toEqual(Array(4).fill('unchanged'));
    expect(levels.at(-1)?.level.window).toBe('week-from-sunday');
    expect(scheduleCsv([])).toBe(`\uFEFF${scheduleColumns.join(',')}\r\n`);
  });

  it('has words for every problem in each language', () => {
    for (const code of scheduleProblemCodes) {
      expect(scheduleProblemTexts[code].en('x')).toMatch(/\.$/);
      expect(scheduleProblemTexts[code].es('x')).toMatch(/\.$/);
    }
  });
});
