import { type ClaimedUnit, type Dimension, type GrainName } from '@plumbline/measurements/schema';

const dimensions: Readonly<Record<Dimension, string>> = {
  lineOfBusiness: 'Line of business',
  channel: 'Channel',
  queue: 'Queue',
  language: 'Language',
};

const grains: Readonly<Record<GrainName, string>> = {
  '15min': '15 minutes',
  '30min': '30 minutes',
  '60min': '60 minutes',
  day: 'A day',
  month: 'A month',
};

const units: Readonly<Record<ClaimedUnit, string>> = {
  percent: 'Percent (12.5)',
  fraction: 'Share of one (0.125)',
  seconds: 'Seconds',
  minutes: 'Minutes',
  hours: 'Hours',
  'hh:mm:ss': 'hh:mm:ss or mm:ss',
};

export const mappingWords = {
  en: {
    title: 'What the columns mean',
    saved: (name: string) => `Read as last time: “${name}”, saved for files of this layout`,
    savedText: (grain: string, zone: string) =>
      `One row is ${grain}, times are those of ${zone}. Change what is different this time.`,
    guessed: 'Suggested from names and values',
    guessedText:
      'Look at each column and say the time zone: nobody can read it off the file. Next time a file has these columns, your answers are suggested.',
    problems: { none: 'Nothing to put right' },
    means: (header: string) => `What ${header || 'the column without a name'} means`,
    noName: '(no name)',
    column: (position: number) => `Column ${position}`,
    samples: 'For example',
    noSamples: 'No value in the first rows',
    groups: {
      row: 'What the row is about',
      segment: 'Part of the service',
      counts: 'Counts',
      seconds: 'Sums of time',
      other: 'Other figures',
      long: 'One figure a row',
    },
    kinds: {
      ignore: 'Not used',
      vendor: 'Vendor code',
      vendor_name: 'Vendor name',
      period: 'Period of the row',
      time_of_day: 'Time of day',
      version: 'Version of the row (preliminary, updated)',
      filter: 'Says which rows to pass over',
      average: 'Average per contact, taken times its count',
      claimed: 'Finished percentage or average, as claimed',
      measure_name: 'Name of the figure in this row',
      value: 'Value of the figure in this row',
    },
    choose: 'Choose…',
    dimensions,
    format: 'Written as',
    unit: 'In',
    units,
    sum: 'Makes',
    weight: 'Average per',
    metric: 'Claimed for',
    order: 'Versions, earliest first, one a line',
    skip: 'Values whose rows are passed over, one a line',
    names: 'Names in this column',
    nameMeans: (name: string) => `What ${name || 'the new name'} means`,
    name: 'Name',
    addName: 'Add a name',
    removeName: (name: string) => `Remove ${name || 'the new name'}`,
    claimedHint: 'Shown beside the counts, never mixed with them: a percentage cannot be added up.',
    rows: 'How the rows are to be read',
    grain: 'One row is',
    grains,
    zone: 'Time zone of the times in the file',
    zoneHint: 'An IANA name such as America/New_York. Type a city to find it.',
    zoneIs: {
      vendor: (vendor: string) => `the zone of ${vendor}`,
      tenant: (tenant: string) => `the zone of ${tenant}`,
      reader: 'where you are',
    },
    useZone: (zone: string, whose: string) => `Use ${zone} (${whose})`,
    zoneSuggestions: 'Suggestions',
    decimal: 'Decimal sign',
    decimals: { '.': 'Point: 12.5', ',': 'Comma: 12,5' },
    repeatedHour: 'Hour that comes twice in autumn',
    repeatedHours: { refuse: 'Refuse such rows', in_order: 'The second row is the later hour' },
    constants: 'True for every row',
    constantsText: 'What the whole file is about and no column says. Leave blank what is not so.',
    columnSays: 'A column says this',
    rememberAs: 'Remember as',
    check: 'Check the file',
    checkText: 'Reads the whole file and loads nothing yet.',
    back: 'Back to the check',
    used: (used: number, all: number) => `${used} of ${all} columns used`,
    preview: 'The first rows, as they are read',
    previewNone: 'Appears here once nothing is missing above.',
    previewRead: (read: string, wrong: string) =>
      wrong === '0'
        ? `The first ${read} rows can be read.`
        : `${wrong} of the first ${read} rows cannot be read.`,
    line: 'Line',
    vendor: 'Vendor',
    period: 'Period',
    claimed: (metric: string) => `${metric} (claimed)`,
    missing: {
      choice: 'Say what this means.',
      format: 'Say how the period is written.',
      unit: 'Say in which unit.',
      metric: 'Say which metric it claims.',
      weight: 'Say what the average is per.',
      measure: 'Say which sum of time it makes.',
      name: 'Write a name.',
      timezone: 'Say in which time zone the times of the file are.',
    } as Readonly<Record<string, string>>,
  },
};

export type MappingWords = (typeof mappingWords)['en'];
