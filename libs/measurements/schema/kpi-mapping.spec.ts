import { describe, expect, it } from '@jest/globals';
import { type ColumnMeaning, kpiMapping } from './kpi-mapping';

const day: ColumnMeaning = { kind: 'period', format: 'YYYY-MM-DD' };
const offered: ColumnMeaning = { kind: 'measure', measure: 'offered' };

function problems(columns: readonly ColumnMeaning[], rest: object = {}): string[] {
  const mapping = {
    columns: columns.map((means, index) => ({ header: `c${index}`, means })),
    grain: 'day',
    timezone: 'UTC',
    ...rest,
  };
  const parsed = kpiMapping.safeParse(mapping);
  return parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

describe('a mapping', () => {
  it('needs a period and at least one figure', () => {
    expect(problems([day, offered])).toEqual([]);
    expect(problems([offered])).toEqual(['columns: say which column holds the period of a row']);
    expect(problems([day, { kind: 'ignore' }])).toEqual(['columns: say which columns hold figures']);
  });

  it('never guesses a zone, and takes no fixed offset for one', () => {
    expect(problems([day, offered], { timezone: undefined })).toHaveLength(1);
    expect(problems([day, offered], { timezone: '+05:00' })).toHaveLength(1);
    expect(problems([day, offered], { timezone: 'Asia/Manila' })).toEqual([]);
  });

  it('says everything once', () => {
    expect(problems([day, day, offered])).toEqual(['columns.1.means: only one column can be this']);
    expect(problems([day, offered, offered])).toEqual([
      'columns.2.means: another column fills the same figure',
    ]);
    expect(
      problems([day, offered, { kind: 'segment', dimension: 'queue' }], { constants: { queue: 'claims' } }),
    ).toEqual(['constants.queue: a column says this already']);
  });

  it('asks of a label no more than it can say', () => {
    const month: ColumnMeaning = { kind: 'period', format: 'YYYY-MM' };
    expect(problems([month, offered])).toEqual(['columns.0.means: a month label cannot say the day']);
    expect(problems([day, offered], { grain: '30min' })).toEqual([
      'columns.0.means: intervals need a time of day, here or in a column of its own',
    ]);
    expect(problems([day, { kind: 'time_of_day' }, offered], { grain: '30min' })).toEqual([]);
    expect(problems([day, offered], { grain: 'month' })).toEqual([]);
  });

  it('weighs an average only by a column that is there', () => {
    const average: ColumnMeaning = {
      kind: 'average',
      measure: 'wait_seconds',
      weight: 'answered',
      unit: 'seconds',
    };
    expect(problems([day, offered, average])).toEqual([
      'columns.2.means.weight: no column of this file holds the weight',
    ]);
    expect(problems([day, { kind: 'measure', measure: 'answered' }, average])).toEqual([]);
  });

  it('keeps long and wide apart', () => {
    const names: ColumnMeaning = { kind: 'measure_name', names: [{ name: 'Offered', means: offered }] };
    expect(problems([day, names, { kind: 'value' }])).toEqual([]);
    expect(problems([day, names])).toEqual([
      'columns: a column with the name of the measure and one with the value belong together',
    ]);
    expect(problems([day, names, { kind: 'value' }, { kind: 'measure', measure: 'answered' }])).toEqual([
      'columns.3.means: in a file with measure names, figures stand in the value column',
    ]);
  });
});
