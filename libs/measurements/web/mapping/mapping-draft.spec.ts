import { describe, expect, it } from '@jest/globals';
import { type KpiMapping, type Measure, kpiMapping, mapKpiFile } from '@plumbline/measurements/schema';
import { draftOfColumns, draftOfMapping, mappingOfDraft, type SeenOfFile, withChoice } from './mapping-draft';

const units = new Map<string, Measure['unit']>([
  ['offered', 'count'],
  ['answered', 'count'],
  ['handled', 'count'],
  ['handle_seconds', 'seconds'],
]);

const again = (mapping: KpiMapping) =>
  kpiMapping.parse(mappingOfDraft(draftOfMapping(mapping, 'x', units), units));

describe('a mapping in the form', () => {
  it('comes back as it was: every meaning a column of a wide file can have', () => {
    const wide = kpiMapping.parse({
      columns: [
        { header: 'day', means: { kind: 'period', format: 'YYYY-MM-DD' } },
        { header: 'time', means: { kind: 'time_of_day' } },
        { header: 'site', means: { kind: 'vendor' } },
        { header: 'site name', means: { kind: 'vendor_name' } },
        { header: 'queue', means: { kind: 'segment', dimension: 'queue' } },
        { header: 'P/U', means: { kind: 'version', order: ['P', 'U'] } },
        { header: 'kind of row', means: { kind: 'filter', skip: ['Total', 'Subtotal, all'] } },
        { header: 'offered', means: { kind: 'measure', measure: 'offered' } },
        { header: 'handled', means: { kind: 'measure', measure: 'handled' } },
        {
          header: 'aht',
          means: { kind: 'average', measure: 'handle_seconds', weight: 'handled', unit: 'minutes' },
        },
        { header: 'lost %', means: { kind: 'claimed', metric: 'abandonment_rate', unit: 'percent' } },
        { header: 'notes', means: { kind: 'ignore' } },
      ],
      grain: '30min',
      timezone: 'America/Chicago',
      constants: { channel: 'voice', language: 'es' },
      decimal: ',',
      sheet: 'Voice',
      headerLine: 3,
      skipRows: ['Total', 'Generated*'],
      repeatedHour: 'in_order',
    });
    expect(again(wide)).toEqual(wide);
  });

  it('comes back as it was: a file of cases', () => {
    const calendar = { calendarId: '019d3a20-1111-7000-8000-000000000001', number: 3 };
    const cases = kpiMapping.parse({
      columns: [
        { header: 'no', means: { kind: 'case_number' } },
        { header: 'opened', means: { kind: 'case_opened', format: 'iso' } },
        { header: 'acknowledged', means: { kind: 'case_acknowledged', format: 'iso' } },
        { header: 'closed', means: { kind: 'case_closed', format: 'YYYY-MM-DD' } },
        { header: 'carrier', means: { kind: 'vendor' } },
      ],
      grain: 'day',
      timezone: 'America/Chicago',
      cases: {
        close: { amount: 15, unit: 'businessDays' },
        acknowledge: { amount: 48, unit: 'hours' },
        calendar,
        openedWhenClosed: 'roll',
        severalVendors: 'each',
      },
    });
    expect(again(cases)).toEqual(cases);
    const days = {
      ...cases.cases,
      close: { amount: 15, unit: 'calendarDays' as const },
      acknowledge: undefined,
    };
    const columns = cases.columns.filter(({ means }) => means.kind !== 'case_acknowledged');
    // a calendar that nothing is counted by is not said
    expect(again(kpiMapping.parse({ ...cases, columns, cases: days })).cases).toEqual(
      kpiMapping.parse({ ...cases, columns, cases: { ...days, calendar: undefined } }).cases,
    );
  });

  it('comes back as it was: the names of a long file, each with its meaning', () => {
    const long = kpiMapping.parse({
      columns: [
        { header: 'month', means: { kind: 'period', format: 'YYYY-MM' } },
        {
          header: 'figure',
          means: {
            kind: 'measure_name',
            names: [
              { name: 'Offered', means: { kind: 'measure', measure: 'offered' } },
              { name: 'Handling', means: { kind: 'measure', measure: 'handle_seconds', unit: 'hh:mm:ss' } },
              { name: 'Lost', means: { kind: 'claimed', metric: 'abandonment_rate', unit: 'fraction' } },
              { name: 'Headcount', means: { kind: 'ignore' } },
            ],
          },
        },
        { header: 'value', means: { kind: 'value' } },
      ],
      grain: 'month',
      timezone: 'Europe/London',
    });
    expect(again(long)).toEqual(long);
  });

  it('begins with what can be seen of the file: sheet, header line, decimal sign, totals', () => {
    const { mapping } = mapKpiFile.example.request as { mapping: KpiMapping };
    const seen: SeenOfFile = { sheet: 'Voice', headerLine: 2, footers: ['Total'], decimal: ',' };
    expect(mappingOfDraft(draftOfColumns(mapping.columns, '30min', 'x', units, seen), units)).toMatchObject({
      ...{ sheet: 'Voice', headerLine: 2, skipRows: ['Total'], decimal: ',' },
    });
  });

  it('has no time zone before somebody says it', () => {
    const { mapping } = mapKpiFile.example.request as { mapping: KpiMapping };
    expect(draftOfColumns(mapping.columns, '30min', 'x', units).timezone).toBe('');
  });

  it('says nothing for all rows of what a column says', () => {
    const { mapping } = mapKpiFile.example.request as { mapping: KpiMapping };
    const draft = draftOfMapping(mapping, 'x', units);
    draft.constants.queue = 'billing';
    expect(mappingOfDraft(draft, units)).toMatchObject({ constants: { channel: 'voice' } });
    expect(mappingOfDraft(draft, units)).not.toHaveProperty('constants.queue');
  });

  it('gives a count no unit of time, and a sum of seconds one even where the form shows none', () => {
    const draft = draftOfColumns(
      [
        { header: 'a', means: { kind: 'measure', measure: 'offered', unit: 'minutes' } },
        { header: 'b', means: { kind: 'measure', measure: 'handle_seconds' } },
      ],
      'day',
      'x',
      units,
    );
    expect(mappingOfDraft(draft, units)).toMatchObject({
      columns: [
        { means: { kind: 'measure', measure: 'offered' } },
        { means: { kind: 'measure', measure: 'handle_seconds', unit: 'seconds' } },
      ],
    });
    expect(mappingOfDraft(draft, units)).not.toHaveProperty('columns.0.means.unit');
  });
});

describe('a sum of time', () => {
  it('is in seconds unless its column says otherwise, and the form shows it', () => {
    const [plain, clock] = draftOfColumns(
      [
        { header: 'a', means: { kind: 'measure', measure: 'handle_seconds' } },
        { header: 'b', means: { kind: 'measure', measure: 'handle_seconds', unit: 'hh:mm:ss' } },
      ],
      'day',
      'x',
      units,
    ).columns;
    expect([plain?.unit, clock?.unit]).toEqual(['seconds', 'hh:mm:ss']);
  });
});

describe('a column that is given another meaning', () => {
  const [column] = draftOfColumns(
    [{ header: 'x', means: { kind: 'claimed', metric: 'abandonment_rate', unit: 'percent' } }],
    'day',
    'x',
    units,
  ).columns;
  if (!column) throw new Error('no column');

  it('keeps nothing of the one before', () => {
    expect(withChoice(column, 'measure:offered', [], units)).toMatchObject({
      header: 'x',
      choice: 'measure:offered',
      metric: '',
      unit: '',
    });
  });

  it('takes over what its values tell', () => {
    expect(withChoice(column, 'version', ['P', 'U'], units).list).toBe('P\nU');
    expect(
      withChoice(column, 'measure_name', ['Offered', 'Lost'], units).names.map(({ name }) => name),
    ).toEqual(['Offered', 'Lost']);
    expect(withChoice(column, 'measure:handle_seconds', [], units).unit).toBe('seconds');
  });

  it('leaves to people which values are passed over', () => {
    expect(withChoice(column, 'filter', ['Total', 'North'], units).list).toBe('');
  });
});
