import { Injectable } from '@nestjs/common';
import {
  type Holiday,
  holidayAttribution,
  type HolidayProposal,
  type ProposedHoliday,
  type ProposedProvenance,
  type StatedHoliday,
} from '@plumbline/calendars/schema';
import { type FieldProblem, InvalidError } from '@plumbline/platform/errors';
import { formatLocalDate, usFederalHolidays } from '@plumbline/sla-engine';
import { isDeepStrictEqual } from 'node:util';
import { holidayLibrary, HolidayLibrary } from './holiday-library';
import { federalAdditions, listedDates } from './listed-dates';

/** What one calendar may draw from: a site has a country, perhaps a state, and some years. */
const maxLists = 40;

/** Lists for a person to review (semantics rule 8); nothing is saved by proposing it. */
@Injectable()
export class HolidayProposals {
  constructor(private readonly library: HolidayLibrary) {}

  /** The library's holidays and what our own rule adds, each date once. */
  async propose(country: string, state: string | null, years: readonly number[]): Promise<HolidayProposal> {
    const known = await this.library.knows(country, state);
    if (known === 'no-country') {
      throw InvalidError.field(
        'query.country',
        'country-unknown',
        'The library has no list of this country.',
      );
    }
    if (known === 'no-state') {
      throw InvalidError.field('query.state', 'state-unknown', 'The library has no list of this state.');
    }
    const items: ProposedHoliday[] = [];
    for (const year of [...new Set(years)].sort()) items.push(...(await this.list(country, state, year)));
    return { library: holidayLibrary, attribution: holidayAttribution, country, state, items };
  }

  /**
   * Holds every holiday to where it says it comes from: what an earlier version has stays as it is, what is new is
   * proposed today for that very date, or was entered by hand, by whoever sends it. Answers them by date.
   */
  async settle(
    stated: readonly StatedHoliday[],
    kept: readonly Holiday[],
    enteredBy: string,
  ): Promise<Holiday[]> {
    const problems: FieldProblem[] = [];
    const holidays: Holiday[] = [];
    const lists = new Set<string>();
    for (const [index, { date, name, provenance }] of stated.entries()) {
      const before = kept.find(
        (each) => each.date === date && isDeepStrictEqual(each.provenance, provenance),
      );
      if (before) {
        holidays.push({ date, name, provenance: before.provenance });
      } else if (provenance.source === 'person') {
        holidays.push({ date, name, provenance: { source: 'person', by: enteredBy } });
      } else {
        holidays.push({ date, name, provenance });
        if (provenance.source === 'library') {
          lists.add(`${provenance.country}/${provenance.state ?? ''}/${date.slice(0, 4)}`);
        }
        const path = `holidays.${index}.date`;
        if (lists.size > maxLists) {
          const detail = `A calendar draws on at most ${maxLists} lists: a country or state in a year.`;
          throw InvalidError.field(path, 'too-many-lists', detail);
        }
        if (!(await this.proposes(date, provenance))) {
          const detail = `${date} is not proposed as “${provenance.name}”: enter it by hand.`;
          problems.push({ path, code: 'holiday-not-proposed', detail });
        }
      }
    }
    const [first] = problems;
    if (first) throw new InvalidError('invalid', first.detail, problems);
    return holidays.sort((a, b) => (a.date < b.date ? -1 : 1));
  }

  private async proposes(date: string, provenance: ProposedProvenance): Promise<boolean> {
    const year = Number(date.slice(0, 4));
    if (provenance.source === 'rule') {
      const closed = usFederalHolidays(year);
      return (
        closed.ok &&
        closed.value.some((each) => formatLocalDate(each.date) === date && each.name === provenance.name)
      );
    }
    const { country, state } = provenance;
    if ((await this.library.knows(country, state)) !== 'yes') return false;
    const listed = await this.listed(country, state, year);
    return listed.some((item) => item.date === date && isDeepStrictEqual(item.provenance, provenance));
  }

  private async list(country: string, state: string | null, year: number): Promise<ProposedHoliday[]> {
    const listed = await this.listed(country, state, year);
    const added = country === 'US' ? federalAdditions(listed, year, state) : [];
    const replaced = new Set(added.map(({ date }) => date));
    return [...listed.filter(({ date }) => !replaced.has(date)), ...added].sort((a, b) =>
      a.date < b.date ? -1 : 1,
    );
  }

  private async listed(country: string, state: string | null, year: number): Promise<ProposedHoliday[]> {
    const holidays = await this.library.holidaysOf(country, state, year);
    return listedDates(holidays, { library: holidayLibrary, country, state });
  }
}
