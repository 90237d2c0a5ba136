import { describe, expect, it } from '@jest/globals';
import {
  type Holiday,
  holidayProposal,
  type StatedHoliday,
  workCountries,
} from '@plumbline/calendars/schema';
import { formatLocalDate, usFederalHolidays } from '@plumbline/sla-engine';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { holidayLibrary, HolidayLibrary } from './holiday-library';
import { HolidayProposals } from './holiday-proposals';

const library = new HolidayLibrary();
const proposals = new HolidayProposals(library);

const itemsOf = async (country: string, state: string | null, year: number) =>
  (await proposals.propose(country, state, [year])).items;
const itemOf = async (country: string, state: string | null, date: string) =>
  (await itemsOf(country, state, Number(date.slice(0, 4)))).find((item) => item.date === date);
const tickedOf = async (country: string, state: string | null, year: number) =>
  (await itemsOf(country, state, year)).filter(({ ticked }) => ticked).map(({ date }) => date);

describe('holidays proposed for the United States', () => {
  it.each([2023, 2028])(
    'have the Friday of Veterans Day %d, which the library does not close',
    async (year) => {
      const friday = `${year}-11-10`;
      const ofLibrary = (await library.holidaysOf('US', null, year)).filter(({ date }) => date === friday);
      expect(ofLibrary.map(({ type }) => type)).toEqual(['bank']);
      expect((await itemsOf('US', null, year)).filter(({ date }) => date === friday)).toEqual([
        {
          date: friday,
          name: 'Veterans Day (observed)',
          ticked: true,
          partOfDay: false,
          listedAs: 'bank',
          provenance: { source: 'rule', rule: '5 U.S.C. 6103', name: 'Veterans Day (observed)' },
        },
      ]);
    },
  );

  it('tick every federal closure of 2020 to 2030', async () => {
    for (let year = 2020; year <= 2030; year++) {
      const closed = usFederalHolidays(year);
      const dates = closed.ok ? closed.value.map(({ date }) => formatLocalDate(date)) : [];
      const ticked = await tickedOf('US', null, year);
      expect(dates.length).toBeGreaterThan(9);
      expect(dates.filter((date) => !ticked.includes(date))).toEqual([]);
    }
  });

  it('mark a day off for a holiday on another date, and leave observances to be ticked', async () => {
    expect(await itemOf('US', null, '2026-07-03')).toMatchObject({
      ticked: true,
      provenance: { observed: true, type: 'public' },
    });
    expect(await itemOf('US', null, '2026-04-15')).toMatchObject({
      name: 'Tax Day',
      ticked: false,
      listedAs: 'observance',
    });
  });
});

describe('holidays proposed for a state', () => {
  it('are its own: César Chávez Day in California, Patriots’ Day in Massachusetts', async () => {
    expect(await tickedOf('US', 'CA', 2026)).toContain('2026-03-31');
    expect(await tickedOf('US', 'MA', 2026)).toContain('2026-04-20');
    expect(await tickedOf('US', 'TX', 2026)).not.toContain('2026-04-20');
  });

  it('have the federal closures it lacks, ticked only for a holiday of its own', async () => {
    expect(await tickedOf('US', 'CA', 2023)).toContain('2023-11-10');
    expect(await itemOf('US', 'CA', '2026-10-12')).toMatchObject({
      ticked: false,
      provenance: { source: 'rule' },
    });
  });

  it('are there for all fifty states and the District of Columbia', async () => {
    const states = (await library.countries()).find(({ code }) => code === 'US')?.states ?? [];
    expect(states).toHaveLength(51);
    for (const { code } of states) expect((await tickedOf('US', code, 2026)).length).toBeGreaterThan(5);
  });
});

describe('holidays proposed for the countries vendors work in', () => {
  it.each(workCountries.map((country) => [country]))(
    '%s: some, by date, with where they come from',
    async (country) => {
      const proposal = await proposals.propose(country, null, [2027, 2026, 2026]);
      expect(holidayProposal.parse(proposal)).toEqual(proposal);
      const dates = proposal.items.map(({ date }) => date);
      expect(dates).toEqual([...new Set(dates)].sort());
      for (const year of ['2026', '2027']) {
        const ticked = proposal.items.filter((item) => item.ticked && item.date.startsWith(year));
        expect(ticked.length).toBeGreaterThan(4);
      }
      const origin = { source: 'library', library: holidayLibrary, country, state: null };
      const ofLibrary = proposal.items.filter(({ provenance }) => provenance.source === 'library');
      expect(ofLibrary.map(({ provenance }) => provenance)).toEqual(
        ofLibrary.map(() => expect.objectContaining(origin)),
      );
      // our own rule speaks of the United States alone, and finds nothing missing in these years
      expect(ofLibrary).toHaveLength(proposal.items.length);
    },
  );

  it.each([
    ['PH', '2026-12-30'],
    ['IN', '2026-08-15'],
    ['MX', '2026-09-16'],
    ['CO', '2026-07-20'],
    ['JM', '2026-08-06'],
    ['ZA', '2026-04-27'],
    ['GB', '2026-12-28'],
  ])('%s closes on %s', async (country, date) => {
    expect(await tickedOf(country, null, 2026)).toContain(date);
  });

  it('close every day of a holiday that lasts longer, and no whole day for half of one', async () => {
    expect(await tickedOf('EG', null, 2026)).toEqual(
      expect.arrayContaining(['2026-05-27', '2026-05-28', '2026-05-29', '2026-05-30']),
    );
    expect(await itemOf('GT', null, '2026-12-24')).toMatchObject({
      partOfDay: true,
      ticked: false,
      listedAs: 'public',
    });
  });

  it('have the dates of the place whatever the zone of the process', () => {
    // what the adapter reads, asked of processes of their own: a zone is read once
    const program = `import Holidays from 'date-holidays';
      const dates = ['US', 'PH', 'EG'].flatMap((country) => new Holidays(country).getHolidays(2026));
      console.log(JSON.stringify(dates.map(({ date, start, end }) => [date, end - start])));`;
    const [first, ...others] = ['Pacific/Kiritimati', 'America/Los_Angeles'].map((TZ) =>
      execFileSync(process.execPath, ['--input-type=module', '--eval', program], {
        env: { ...process.env, TZ },
        encoding: 'utf8',
      }),
    );
    expect(first).toContain('2026-12-30 00:00:00');
    expect(others).toEqual([first]);
  });

  it.each([
    ['a country', 'ZZ', null, 'query.country'],
    ['a state', 'US', 'ZZ', 'query.state'],
    ['a state of another country', 'PH', 'CA', 'query.state'],
  ])('are not made up for %s nobody knows', async (_, country, state, path) => {
    await expect(proposals.propose(country, state, [2026])).rejects.toMatchObject({
      status: 400,
      fields: [{ path }],
    });
  });
});

describe('a reviewed list', () => {
  const proposed = async (country: string, date: string): Promise<StatedHoliday> => {
    const item = await itemOf(country, null, date);
    if (!item) throw new Error(`${date} is not proposed`);
    return { date, name: item.name, provenance: item.provenance };
  };
  const byAna: Holiday = {
    date: '2026-09-14',
    name: 'Founding day',
    provenance: { source: 'person', by: 'Ana' },
  };

  it('keeps where each date comes from, by date, under the name the reviewer gave it', async () => {
    const rizal = { ...(await proposed('PH', '2026-12-30')), name: 'Araw ni Rizal' };
    const veterans = await proposed('US', '2028-11-10');
    const byHand: StatedHoliday = {
      date: '2026-09-14',
      name: 'Founding day',
      provenance: { source: 'person' },
    };
    expect(await proposals.settle([veterans, rizal, byHand], [], 'Ana')).toEqual([byAna, rizal, veterans]);
  });

  it('leaves what an earlier version has as it is, and says who adds what is new', async () => {
    const old: Holiday = {
      date: '2026-12-30',
      name: 'Rizal Day',
      provenance: {
        source: 'library',
        library: 'date-holidays 1.0.0',
        country: 'PH',
        state: null,
        type: 'public',
        observed: false,
        name: 'Rizal',
      },
    };
    const moved: StatedHoliday = { ...byAna, date: '2026-09-15' };
    expect(await proposals.settle([byAna, moved, old], [byAna, old], 'Ben')).toEqual([
      byAna,
      { ...moved, provenance: { source: 'person', by: 'Ben' } },
      old,
    ]);
  });

  it.each<[string, (holiday: StatedHoliday) => StatedHoliday]>([
    ['on another date', (holiday) => ({ ...holiday, date: '2026-12-29' })],
    [
      'of another version of the library',
      (holiday) => ({ ...holiday, provenance: { ...holiday.provenance, library: 'x 1.0.0' } as never }),
    ],
    [
      'of our own rule for a day that is no federal closure',
      ({ date }) => ({ date, name: 'x', provenance: { source: 'rule', rule: '5 U.S.C. 6103', name: 'x' } }),
    ],
  ])('takes nothing for proposed that is not: %s', async (_, change) => {
    const holiday = change(await proposed('PH', '2026-12-30'));
    await expect(proposals.settle([holiday], [], 'Ana')).rejects.toMatchObject({
      status: 400,
      fields: [{ path: 'holidays.0.date', code: 'holiday-not-proposed' }],
    });
  });

  it('draws on no more lists than a site can need', async () => {
    const rizal = await proposed('PH', '2026-12-30');
    const many = Array.from({ length: 41 }, (_, at) => ({ ...rizal, date: `${2000 + at}-12-30` }));
    await expect(proposals.settle(many, [], 'Ana')).rejects.toMatchObject({
      fields: [{ path: 'holidays.40.date', code: 'too-many-lists' }],
    });
  });
});

describe('the holiday library', () => {
  it('is named with the version that is installed', () => {
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      dependencies: Record<string, string>;
    };
    expect(holidayLibrary).toBe(`date-holidays ${dependencies['date-holidays']}`);
  });

  it('knows the countries vendors work in', async () => {
    const known = (await library.countries()).map(({ code }) => code);
    expect(workCountries.filter((country) => !known.includes(country))).toEqual([]);
  });
});
