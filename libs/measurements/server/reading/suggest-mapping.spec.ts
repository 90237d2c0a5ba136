import { describe, expect, it } from '@jest/globals';
import { measureCatalogue } from '@plumbline/sla-engine';
import { layoutOf, lookAtText } from './read-layout';
import { suggestMapping } from './suggest-mapping';

const known = {
  measures: measureCatalogue.map(({ code, unit, label }) => ({ code, unit, label: label.en })),
  metrics: new Set(['abandonment_rate']),
};
const suggest = (text: string) => suggestMapping(layoutOf(lookAtText(Buffer.from(text), true)), known);
const meanings = (text: string) => suggest(text).columns.map(({ means }) => means);

describe('what columns probably mean', () => {
  it('knows a telephony export', () => {
    expect(
      suggest(
        'interval_start,line_of_business,queue,language,calls_offered,calls_answered,calls_answered_20s\n2026-03-01 07:00,group,claims,en,10,9,8\n2026-03-01 07:30,group,claims,en,10,9,8\n',
      ),
    ).toEqual({
      grain: '30min',
      decimal: '.',
      columns: [
        { header: 'interval_start', means: { kind: 'period', format: 'YYYY-MM-DD HH:mm' } },
        { header: 'line_of_business', means: { kind: 'segment', dimension: 'lineOfBusiness' } },
        { header: 'queue', means: { kind: 'segment', dimension: 'queue' } },
        { header: 'language', means: { kind: 'segment', dimension: 'language' } },
        { header: 'calls_offered', means: { kind: 'measure', measure: 'offered' } },
        { header: 'calls_answered', means: { kind: 'measure', measure: 'answered' } },
        { header: 'calls_answered_20s', means: { kind: 'measure', measure: 'answered_within_threshold' } },
      ],
    });
  });

  it('knows vendors by code and name, months, and rates that can only be claimed', () => {
    expect(
      meanings(
        'Provider Code,Provider Name,Period,Abandonment Rate,Footnotes\n111AA1,North East,Apr-15,8.7,\n',
      ),
    ).toEqual([
      { kind: 'vendor' },
      { kind: 'vendor_name' },
      { kind: 'period', format: 'Mon-YY' },
      { kind: 'claimed', metric: 'abandonment_rate', unit: 'percent' },
      { kind: 'ignore' },
    ]);
  });

  it('ranks versions where header and values speak of them', () => {
    const of = (header: string, values: readonly string[]) =>
      meanings(`Month,${header},Offered\n${values.map((value) => `2026-03,${value},1\n`).join('')}`)[1];
    expect(of('Preliminary or Updated', ['U', 'P'])).toEqual({ kind: 'version', order: ['P', 'U'] });
    expect(of('Preliminary or Updated', ['P', 'X'])).toEqual({ kind: 'ignore' });
    expect(of('Plan', ['P', 'U'])).toEqual({ kind: 'ignore' });
  });

  it('leaves alone what it does not know, and never fills one figure twice', () => {
    expect(meanings('day,offered,calls offered,shoe size,average wait\n2026-03-01,1,1,44,12\n')).toEqual([
      { kind: 'period', format: 'YYYY-MM-DD' },
      { kind: 'measure', measure: 'offered' },
      { kind: 'ignore' },
      { kind: 'ignore' },
      { kind: 'ignore' },
    ]);
  });

  it('knows every measure by its code and by its label', () => {
    const headers = (by: (measure: (typeof measureCatalogue)[number]) => string) =>
      meanings(
        `period,${measureCatalogue.map((measure) => `"${by(measure)}"`).join(',')}\n2026-03,${measureCatalogue.map(() => 1).join(',')}\n`,
      )
        .slice(1)
        .map((means) => (means.kind === 'measure' ? means.measure : means.kind));
    const codes = measureCatalogue.map(({ code }) => code);
    expect(headers(({ code }) => code)).toEqual(codes);
    expect(headers(({ label }) => label.en)).toEqual(codes);
  });

  it.each([
    ['Total handle time', '0:10:51', 'hh:mm:ss'],
    ['Total handle time (minutes)', '651', 'minutes'],
    ['Total handle time, hours', '1.5', 'hours'],
    ['handle_seconds', '651', undefined],
  ])('sees the unit of "%s" with %s', (header, sample, unit) => {
    expect(meanings(`day,"${header}"\n2026-03-01,${sample}\n`)[1]).toEqual({
      kind: 'measure',
      measure: 'handle_seconds',
      ...(unit ? { unit } : {}),
    });
  });

  it.each([
    ['Apr-15', 'Mon-YY'],
    ['202310', 'YYYYMM'],
    ['Apr 2024', 'Mon YYYY'],
    ['2024-04', 'YYYY-MM'],
  ])('reads the month label %s', (label, format) => {
    expect(suggest(`Mes,offered\n${label},1\n`)).toMatchObject({
      grain: 'month',
      columns: [{ means: { kind: 'period', format } }, {}],
    });
  });

  it.each([
    ['12,5', ','],
    ['1.234,5', ','],
    ['1,234', '.'],
    ['12.5', '.'],
    ['12', '.'],
  ] as const)('takes the decimal sign of %s for "%s"', (sample, decimal) => {
    expect(suggest(`day;offered\n2026-03-01;${sample}\n`).decimal).toBe(decimal);
  });

  it('knows a file with one row or more per case, and nothing less', () => {
    expect(
      suggest('File_No,Date Opened,Closed,Queue,Reason\n7049175,2022-11-04,2023-01-03,claims,Delay\n'),
    ).toMatchObject({
      grain: 'day',
      columns: [
        { means: { kind: 'case_number' } },
        { means: { kind: 'case_opened', format: 'YYYY-MM-DD' } },
        { means: { kind: 'case_closed', format: 'YYYY-MM-DD' } },
        { means: { kind: 'segment', dimension: 'queue' } },
        { means: { kind: 'ignore' } },
      ],
    });
    // without a closing, or with counts beside it, it is something else
    expect(meanings('Case No,Opened\n1,2022-11-04\n')).toEqual([{ kind: 'ignore' }, { kind: 'ignore' }]);
    expect(meanings('Case No,Opened,Closed,Calls offered\n1,2022-11-04,2022-11-05,3\n')[3]).toEqual({
      kind: 'measure',
      measure: 'offered',
    });
  });
});
