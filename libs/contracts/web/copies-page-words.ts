export const copiesPageWords = {
  en: {
    contracts: 'Contracts',
    title: 'Copy to other vendors',
    lead: 'Each vendor gets a contract of its own with the terms of this one. New vendors are entered with the services, criticality, PHI access and time zone of this contract’s vendor.',
    file: (name: string) => `Vendors that ${name} names and nobody knows yet:`,
    paste: 'Vendors',
    pasteHint: 'One a line: code, then name after a comma',
    caption: 'What becomes of each',
    code: 'Code',
    name: 'Name',
    rows: 'Rows',
    meant: 'Who is meant',
    enter: 'Enter as a new vendor',
    meantBy: (code: string) => `Who is meant by ${code}`,
    none: 'Nothing to do',
    noneText: 'This file waits for no vendor.',
    back: 'Back to the file',
    effect: (entered: number, matched: number, reference: string) =>
      [
        entered === 0 ? '' : entered === 1 ? 'Enters 1 vendor.' : `Enters ${entered} vendors.`,
        matched === 0
          ? ''
          : matched === 1
            ? 'Remembers what the file calls 1 vendor.'
            : `Remembers what the file calls ${matched} vendors.`,
        `Puts the terms of ${reference} into force for each that has no contract for that time.`,
      ]
        .filter((sentence) => sentence !== '')
        .join(' '),
    goesOn: 'The waiting file goes on.',
    copy: (count: number) => (count === 1 ? 'Copy to 1 vendor' : `Copy to ${count} vendors`),
    done: (created: number, contracts: number) =>
      `${created} vendors were entered and ${contracts} contracts put into force.`,
  },
};
