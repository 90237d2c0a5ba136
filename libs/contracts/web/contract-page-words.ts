const monthsNamed = 6;

export const contractPageWords = {
  en: {
    contracts: 'Contracts',
    loading: 'Contract',
    vendor: 'Vendor',
    versions: 'Versions',
    edit: 'Change the draft',
    activate: 'Activate',
    activateTitle: (number: number) => `Put version ${number} into force?`,
    activateEffect: ({
      from,
      ends,
      months,
    }: {
      from: string;
      ends: number | null;
      months: readonly string[];
    }) =>
      [
        `These terms hold from ${from} and never change from then on.`,
        ends === null ? '' : `Version ${ends} ends on that day.`,
        months.length === 0
          ? 'No month has measurements yet, nothing is evaluated anew.'
          : months.length <= monthsNamed
            ? `Evaluates ${months.join(', ')} by these terms.`
            : `Evaluates ${months.length} months by these terms, ${months[0]} to ${months.at(-1)}.`,
      ]
        .filter((sentence) => sentence !== '')
        .join(' '),
    activated: (number: number) => `Version ${number} is active.`,
    blocked: (count: number) =>
      count === 1
        ? 'One finding keeps this draft from being activated.'
        : `${count} findings keep this draft from being activated.`,
    amendTitle: 'Amend',
    amendText: 'Active terms never change: an amendment is a new version from a month on.',
    amendFrom: 'From',
    amend: 'Draft an amendment',
    copy: 'Copy to other vendors',
  },
};
