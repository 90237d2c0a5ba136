import { type CalendarVersion, rangesOf, viewCalendarVersion } from '@plumbline/calendars/schema';
import { describe, expect, it } from '@jest/globals';
import { emptyTerms, toTerms, toTermsModel, withProposed } from './terms-model';

const version = viewCalendarVersion.example.response as CalendarVersion;

describe('a calendar as it is typed', () => {
  it.each([
    ['', []],
    ['09:00-17:00', [['09:00', '17:00']]],
    [
      '9-12, 13:30 – 17:00',
      [
        ['09:00', '12:00'],
        ['13:30', '17:00'],
      ],
    ],
    ['22:00-30:00', [['22:00', '30:00']]],
    ['always', [['always', '']]],
  ])('reads “%s”', (line, expected) => {
    expect(rangesOf(line)).toEqual(expected);
  });

  it('is sent as it was read', () => {
    const { timezone, hours, holidays } = version;
    expect(toTerms(toTermsModel(version))).toEqual({ timezone, hours, holidays });
  });

  it('takes a proposed date that was moved for one entered by hand, and a renamed one for what it was', () => {
    const model = toTermsModel(version);
    const [, rizal] = model.holidays;
    if (!rizal) throw new Error('no holiday');
    const [moved] = toTerms({ ...model, holidays: [{ ...rizal, date: '2026-12-29' }] }).holidays;
    const [renamed] = toTerms({ ...model, holidays: [{ ...rizal, name: 'Rizal' }] }).holidays;
    expect(moved).toEqual({ date: '2026-12-29', name: 'Rizal Day', provenance: { source: 'person' } });
    expect(renamed).toEqual({ date: '2026-12-30', name: 'Rizal', provenance: rizal.provenance });
  });

  it('keeps a date that is listed when the same one is proposed, and stays in order', () => {
    const provenance = { source: 'rule', rule: '5 U.S.C. 6103', name: 'Veterans Day' } as const;
    const proposed = ['2026-11-11', '2026-12-30'].map((date) => ({
      date,
      name: 'Veterans Day',
      ticked: true,
      partOfDay: false,
      listedAs: null,
      provenance,
    }));
    const merged = withProposed(toTermsModel(version).holidays, proposed);
    expect(merged.map(({ date, name }) => `${date} ${name}`)).toEqual([
      '2026-09-14 Founding day of the site',
      '2026-11-11 Veterans Day',
      '2026-12-30 Rizal Day',
    ]);
    expect(withProposed(emptyTerms('UTC').holidays, [])).toEqual([]);
  });
});
