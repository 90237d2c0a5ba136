import { describe, expect, it } from '@jest/globals';
import { measureCatalogue } from '@plumbline/sla-engine';
import { readHead } from './read-layout';
import { suggestMapping } from './suggest-mapping';

const known = {
  measures: new Set(measureCatalogue.map(({ code }) => code)),
  metrics: new Set(['abandonment_rate']),
};
const suggest = (text: string) => suggestMapping(readHead(Buffer.from(text), true).layout, known);
const meanings = (text: string) => suggest(text).columns.map(({ means }) => means);

describe('what columns probably mean', () => {
  it('knows a telephony export', () => {
    expect(
      suggest(
        'interval_start,line_of_business,queue,language,calls_offered,calls_answered,calls_answered_20s\n2026-03-01 07:00,group,claims,en,10,9,8\n2026-03-01 07:30,group,claims,en,10,9,8\n',
      ),
    ).toEqual({
      grain: '30min',
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
});
