export const restatementWords = {
  en: {
    title: 'What changes',
    lead: 'Nothing is loaded yet. This is what results and published scorecards would say with this file.',
    outdated:
      'Another file has changed these months since this one was checked. Check it again to see what it changes now.',
    evaluating:
      'Results of these months are being computed at this moment. What is shown starts from figures that may still move.',
    again: 'Check again',
    incomplete: 'This file changes more than can be foreseen row by row: results show after it is loaded.',
    leftOff: (months: string) => `${months} more months change and are not judged here.`,
    results: 'Results',
    noResults: 'No result changes.',
    month: 'Month',
    vendor: 'Vendor',
    target: 'Target',
    agreed: 'Agreed',
    before: 'Now',
    after: 'With this file',
    difference: 'Difference',
    breach: 'Breach',
    opens: 'opens',
    closes: 'closes',
    notEvaluated: 'not evaluated yet',
    noValue: 'no value',
    scorecards: 'Published scorecards',
    noScorecards: 'No published scorecard changes.',
    scorecard: 'Scorecard',
    revision: 'Gets',
    revisionOf: (number: number) => `Revision ${number}`,
    score: 'Score',
    withheld: 'withheld',
    figures: 'Earlier figures that are replaced',
    figuresShown: (shown: string, all: string) =>
      shown === all
        ? `${all} in all; the list is complete.`
        : `The first ${shown} of ${all} are listed; the CSV has all of them.`,
    csv: 'All as CSV',
    noFigures: 'None of them is of a vendor whose figures you may see.',
    at: 'Period',
    segment: 'Part of the service',
    whole: 'All of it',
    figure: 'Figure',
    claimed: (name: string) => `${name} (claimed)`,
    blank: '(blank)',
    line: 'Line',
    source: 'Came from',
    sourceLine: (name: string, line: string) => `${name}, line ${line}`,
    otherFile: 'a file of another vendor',
  },
};

export type RestatementWords = (typeof restatementWords)['en'];
