export const kpiFilePageWords = {
  en: {
    files: 'KPI files',
    loading: 'KPI file',
    stateTitle: 'Where the file stands',
    columns: 'Change what the columns mean',
    backFromColumns: 'Leave the columns as they are',
    withdraw: 'Withdraw',
    withdrawTitle: (name: string) => `Withdraw ${name}?`,
    withdrawEffect:
      'Nothing of it is loaded. It stays on record as withdrawn and cannot be confirmed any more.',
    withdrawn: (name: string) => `${name} was withdrawn.`,
    found: 'What was found',
    problems: 'Rows that cannot be read',
    problemCount: (rows: string, one: boolean) => `${rows} ${one ? 'row is' : 'rows are'} wrong`,
    leftOut: (rows: string, one: boolean) => `${rows} wrong ${one ? 'row was' : 'rows were'} left out`,
    csv: 'Download all as CSV',
    resend: 'Send the corrected file',
    resendText: 'It is read with the same mapping and checked at once, where its columns are the same.',
    next: 'What follows',
    results: (month: string) => `Results of ${month}`,
    another: 'Send another file',
  },
};
