export const scorecardPageWords = {
  en: {
    scorecards: 'Scorecards',
    loading: 'Scorecard',
    title: (vendor: string, month: string) => `${vendor}, ${month}`,
    revisionChip: (revision: number) => `Revision ${revision}`,
    publish: 'Publish',
    refresh: 'Bring up to date',
    print: 'Print',
    json: 'JSON',
    csv: 'CSV',
    openMonth: 'Results of this month are still open: it cannot be published yet.',
    publishTitle: (month: string) => `Publish ${month}?`,
    publishEffect: (vendor: string, month: string, revision: number) =>
      revision === 1
        ? `Freezes ${month} for ${vendor}. What is restated later makes a new revision.`
        : `Freezes revision ${revision} of ${month} for ${vendor}; revision ${revision - 1} is superseded and stays readable.`,
    published: (vendor: string, month: string) => `${month} was published for ${vendor}.`,
    publishedBy: (name: string, at: string) => `Published by ${name} on ${at}.`,
    builtAt: (at: string) => `Built on ${at}.`,
    refreshed: 'The draft is up to date.',
    score: 'Score',
    arithmetic: (earned: string, covered: string, score: string) =>
      `Σ weight × points ${earned} ÷ Σ weight ${covered} = ${score}`,
    withheldBelow: (coverage: string, minimum: string) =>
      `Withheld: ${coverage} of the weight has a verdict, ${minimum} is needed.`,
    coverage: (coverage: string) => `${coverage} of the weight has a verdict.`,
    missing: 'Left out for want of a verdict',
    weightOf: (weight: string) => `weight ${weight}`,
    contract: 'Contract',
    versionOf: (number: number) => `version ${number}`,
    revisions: 'Revisions',
    revision: (revision: number) => `Revision ${revision}`,
    lines: 'Lines',
    difference: (revision: number) => `What changed since revision ${revision}`,
    noDifference: 'Nothing differs any more: there is nothing to publish.',
    before: (revision: number) => `Revision ${revision}`,
    reasons: {
      kpi_file: (file: string) => `Restated by ${file}`,
      time_passed: 'Results became final',
      terms_changed: 'What was agreed changed',
    },
    unknownFile: 'a KPI file',
    scoreRow: 'Score',
    coverageRow: 'Coverage',
    noFigure: 'no figure',
  },
};
