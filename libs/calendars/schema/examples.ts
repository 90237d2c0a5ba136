import { holidayAttribution } from './provenance';

/** One calendar, as the examples of the operations tell it. */
const calendarId = '019b2f75-1c40-7a11-8c01-4b2d9e6f7a01';
const nineHours = [['08:00', '17:00']];

const rizalDay = {
  source: 'library',
  library: 'date-holidays 3.37.0',
  country: 'PH',
  state: null,
  type: 'public',
  observed: false,
  name: 'Rizal Day',
};

export const exampleTerms = {
  timezone: 'Asia/Manila',
  hours: { mon: nineHours, tue: nineHours, wed: nineHours, thu: nineHours, fri: nineHours, sat: [], sun: [] },
  holidays: [{ date: '2026-12-30', name: 'Rizal Day', provenance: rizalDay }],
};

const founding = { date: '2026-09-14', name: 'Founding day of the site' };

export const exampleVersion = {
  ...exampleTerms,
  calendarId,
  number: 2,
  holidays: [{ ...founding, provenance: { source: 'person', by: 'Ana Reyes' } }, ...exampleTerms.holidays],
  reason: 'The site closes on its founding day',
  reviewedBy: 'Ana Reyes',
  reviewedAt: '2026-03-02T09:30:00.000Z',
  knownFrom: '2026-03-02T09:30:00.000Z',
};

export const exampleNewVersion = {
  ...exampleTerms,
  holidays: [{ ...founding, provenance: { source: 'person' } }, ...exampleTerms.holidays],
  reason: exampleVersion.reason,
};

const first = {
  number: 1,
  knownFrom: '2026-01-05T14:00:00.000Z',
  holidays: 1,
  reviewedBy: 'Ana Reyes',
  reason: null,
};
const second = {
  number: 2,
  knownFrom: exampleVersion.knownFrom,
  holidays: 2,
  reviewedBy: 'Ana Reyes',
  reason: exampleVersion.reason,
};

export const exampleCalendar = {
  id: calendarId,
  name: 'Manila site',
  versions: [first, second],
  createdAt: '2026-01-05T14:00:00.000Z',
  updatedAt: '2026-03-02T09:30:00.000Z',
  version: 2,
};

export const exampleSummary = {
  id: calendarId,
  name: 'Manila site',
  timezone: 'Asia/Manila',
  number: 2,
  knownFrom: exampleVersion.knownFrom,
  holidays: 2,
  holidaysUntil: '2026-12-30',
};

export const exampleProposal = {
  library: 'date-holidays 3.37.0',
  attribution: holidayAttribution,
  country: 'US',
  state: null,
  items: [
    {
      date: '2028-11-10',
      name: 'Veterans Day (observed)',
      ticked: true,
      partOfDay: false,
      listedAs: 'bank',
      provenance: { source: 'rule', rule: '5 U.S.C. 6103', name: 'Veterans Day (observed)' },
    },
    {
      date: '2028-12-25',
      name: 'Christmas Day',
      ticked: true,
      partOfDay: false,
      listedAs: 'public',
      provenance: { ...rizalDay, country: 'US', name: 'Christmas Day' },
    },
  ],
};
