import { describe, expect, it } from '@jest/globals';
import { type MappedColumn, type Measure } from '@plumbline/measurements/schema';
import { type MappingDraft, draftOfColumns } from './mapping-draft';
import { draftPath, problemsOfDraft, readyMapping } from './mapping-problems';
import { mappingWords } from './mapping-words';

const units = new Map<string, Measure['unit']>([
  ['offered', 'count'],
  ['handled', 'count'],
  ['handle_seconds', 'seconds'],
]);
const columns: readonly MappedColumn[] = [
  { header: 'day', means: { kind: 'period', format: 'YYYY-MM-DD' } },
  { header: 'offered', means: { kind: 'measure', measure: 'offered' } },
  { header: 'lost', means: { kind: 'ignore' } },
];

function draft(change: (draft: MappingDraft) => void = () => undefined): MappingDraft {
  const made = { ...draftOfColumns(columns, 'day', 'Daily file', units), timezone: 'America/New_York' };
  change(made);
  return made;
}

const column = (of: MappingDraft, index: number) => of.columns[index] as MappingDraft['columns'][number];
const problems = (of: MappingDraft) =>
  problemsOfDraft(of, units, mappingWords.en, 'en').map(({ path, text }) => [path.join('.'), text]);

describe('problems of a mapping, in Spanish', () => {
  const inSpanish = (change: (draft: MappingDraft) => void) =>
    problemsOfDraft(draft(change), units, mappingWords.es, 'es').map(({ text }) => text);

  it('are those of the product; what the schema language finds is left to the kit to say', () => {
    expect(inSpanish((made) => (column(made, 2).choice = 'measure:offered'))).toEqual([
      'otra columna da la misma cifra',
    ]);
    expect(inSpanish((made) => (made.timezone = 'Londn'))).toEqual([mappingWords.es.zoneUnfit]);
    expect(inSpanish((made) => (made.name = 'x'.repeat(121)))[0]).toBe('at most 120 characters');
  });
});

describe('problems of a mapping, at the controls of the form', () => {
  it('has none once everything is said, and then there is a mapping to send', () => {
    expect(problems(draft())).toEqual([]);
    expect(readyMapping(draft(), units)).toMatchObject({ timezone: 'America/New_York', grain: 'day' });
  });

  it.each<[string, (draft: MappingDraft) => void, string, string]>([
    [
      'a zone that nobody said',
      (made) => (made.timezone = ''),
      'timezone',
      mappingWords.en.missing['timezone'] ?? '',
    ],
    ['a zone that is none', (made) => (made.timezone = 'Londn'), 'timezone', mappingWords.en.zoneUnfit],
    [
      'a period without its format',
      (made) => (column(made, 0).format = ''),
      'columns.0.format',
      mappingWords.en.missing['format'] ?? '',
    ],
    [
      'a figure two columns fill',
      (made) => (column(made, 2).choice = 'measure:offered'),
      'columns.2.choice',
      'another column fills the same figure',
    ],
    [
      'a claim that names no metric',
      (made) => Object.assign(column(made, 2), { choice: 'claimed', unit: 'percent' }),
      'columns.2.metric',
      mappingWords.en.missing['metric'] ?? '',
    ],
    [
      'an average of something no column holds',
      (made) =>
        Object.assign(column(made, 2), {
          choice: 'average',
          measure: 'handle_seconds',
          weight: 'handled',
          unit: 'seconds',
        }),
      'columns.2.weight',
      'no column of this file holds the weight',
    ],
    [
      'a month label for days',
      (made) => (column(made, 0).format = 'YYYY-MM'),
      'columns.0.choice',
      'a month label cannot say the day',
    ],
    ['a name to remember it by', (made) => (made.name = ' '), 'name', mappingWords.en.missing['name'] ?? ''],
  ])('%s', (_, change, path, text) => {
    expect(problems(draft(change))).toContainEqual([path, text]);
    expect(path === 'name' || readyMapping(draft(change), units) === null).toBe(true);
  });

  it('names first what comes first in the file, each control once', () => {
    const found = problems(
      draft((made) => {
        made.timezone = '';
        column(made, 2).choice = 'claimed';
        column(made, 0).format = '';
      }),
    ).map(([path]) => path);
    expect(found).toEqual(['columns.0.format', 'columns.2.metric', 'columns.2.unit', 'timezone']);
  });

  it('says of the whole what belongs to no column', () => {
    expect(problems(draft((made) => (column(made, 0).choice = 'ignore')))).toContainEqual([
      '',
      'say which column holds the period of a row',
    ]);
  });
});

describe('paths of the server in the form', () => {
  it.each([
    ['mapping.columns.1.means.measure', 'columns.1.choice'],
    ['body.mapping.columns.1.means.unit', 'columns.1.unit'],
    ['mapping.columns.0.header', 'columns.0.choice'],
    ['mapping.timezone', 'timezone'],
    ['mapping.constants.queue', 'constants.queue'],
    ['name', 'name'],
    ['mapping.columns', ''],
  ])('%s is %s', (said, control) => {
    expect(draftPath(said.split('.'), draft()).join('.')).toBe(control);
  });

  it('leads to the list of versions and to a name of a long file', () => {
    const made = draft((each) => {
      column(each, 1).choice = 'version';
      column(each, 2).names = [{ name: 'a', choice: '', unit: '', metric: '' }];
    });
    expect(draftPath(['columns', 1, 'means', 'order', 0], made)).toEqual(['columns', 1, 'list']);
    expect(draftPath(['columns', 2, 'means', 'names', 0, 'means', 'kind'], made)).toEqual([
      'columns',
      2,
      'names',
      0,
      'choice',
    ]);
  });

  it('says at its control what is missing of a file of cases', () => {
    const cases = draft((made) => {
      made.holds = 'cases';
      Object.assign(column(made, 0), { choice: 'case_number', format: '' });
      Object.assign(column(made, 1), { choice: 'case_opened', format: 'YYYY-MM-DD' });
      Object.assign(column(made, 2), { choice: 'case_closed', format: 'YYYY-MM-DD' });
    });
    const { missing } = mappingWords.en;
    expect(problems(cases)).toEqual([['cases.closeAmount', missing['closeAmount']]]);
    cases.cases = { ...cases.cases, closeAmount: '15' };
    expect(problems(cases)).toEqual([['cases.calendar', missing['calendar']]]);
    cases.cases = { ...cases.cases, closeUnit: 'calendarDays' };
    expect(problems(cases)).toEqual([]);
    expect(readyMapping(cases, units)).toMatchObject({
      grain: 'day',
      cases: { close: { amount: 15, unit: 'calendarDays' }, severalVendors: 'refuse' },
    });
    cases.cases = { ...cases.cases, closeAmount: 'soon' };
    expect(problems(cases).map(([path]) => path)).toEqual(['cases.closeAmount']);
    expect(draftPath(['mapping', 'cases', 'calendar'], cases)).toEqual(['cases', 'calendar']);
    expect(draftPath(['mapping', 'cases'], cases)).toEqual(['holds']);
  });
});
