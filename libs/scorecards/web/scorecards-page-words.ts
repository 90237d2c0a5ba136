import type { BoardCounts } from './month-board';

const vendors = (count: number) => (count === 1 ? '1 vendor' : `${count} vendors`);

export const scorecardsPageWords = {
  en: {
    title: 'Scorecards',
    lead: 'How far each vendor’s month is, and what is ready to be published.',
    month: 'Month',
    caption: 'Vendors of the month',
    history: 'Scorecards of one vendor',
    allVendors: 'All vendors of a month',
    vendor: 'Vendor',
    standing: 'Standing',
    results: 'Final results',
    resultsOf: (final: number, slas: number) => `${final} of ${slas}`,
    score: 'Score',
    band: 'Band',
    coverage: 'Coverage',
    revision: 'Revision',
    period: 'Month',
    state: 'State',
    select: 'Publish',
    selectOne: (name: string) => `Select ${name}`,
    selectAll: 'Select all that are ready',
    selectNone: 'Select none',
    build: 'Build now',
    buildOne: (name: string) => `Build the scorecard of ${name} now`,
    none: 'No contract in force',
    noneText: 'Vendors with a contract in force on the first day of the month appear here.',
    noHistory: 'No scorecard yet',
    noHistoryText: 'The first is built once every result of a month is final.',
    summary: ({ ready, waiting, published }: BoardCounts, month: string) =>
      `${month}: ${ready} ready, ${waiting} waiting, ${published} published.`,
    publish: (count: number) => (count === 0 ? 'Publish' : `Publish ${count}`),
    publishTitle: (month: string) => `Publish ${month}?`,
    publishEffect: (month: string, names: readonly string[]) =>
      `Freezes ${month} for ${vendors(names.length)}: ${names.join(', ')}. What is restated later makes a new revision.`,
    publishAction: 'Publish',
    published: (count: number, month: string) => `${month} was published for ${vendors(count)}.`,
    refused: (name: string, detail: string) => `${name} was not published. ${detail}`,
    built: (name: string) => `The scorecard of ${name} was built.`,
  },
};
