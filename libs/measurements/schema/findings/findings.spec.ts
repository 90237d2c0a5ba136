import { describe, expect, it } from '@jest/globals';
import { languages } from '@plumbline/api/schema';
import { doubtPlaceTexts, doubtTexts } from './doubts';
import { type FindingParameters, type InEveryLanguage, plainly, say, type Sentences } from './finding';
import { refusalTexts, sayRefusal } from './refusals';
import { rowProblemTexts } from './row-problems';

/** Each parameter that any code takes, as a word that shows where it went. */
const everything: FindingParameters = Object.fromEntries(
  [
    ...[
      'byte',
      'case',
      'date',
      'error',
      'figure',
      'from',
      'month',
      'name',
      'opened',
      'part',
      'segment',
      'sheet',
    ],
    ...['some', 'all', 'startsAt', 'value', 'resembles', 'whole', 'offered', 'total', 'lower', 'upper'],
  ].map((name) => [name, `‹${name}›`]),
);
const numbers: FindingParameters = Object.fromEntries(
  [
    ...[
      'columns',
      'header',
      'line',
      'months',
      'most',
      'mebibytes',
      'headerLine',
      'sheets',
      'entries',
      'tables',
    ],
    ...['more', 'found', 'rows', 'stored', 'sent', 'otherMonths', 'gone', 'names', 'points'],
  ].map((name, at) => [name, 1001 + at]),
);
const lists = { parts: ['‹one›', '‹two›'], amounts: ['‹1›', '‹2›'] };
const parameters = { ...numbers, ...everything, ...lists, weekday: 1, share: false, dimension: 'queue' };

/** Parameters whose value chooses the sentence. */
const choices: Readonly<Record<string, readonly FindingParameters[]>> = {
  'contradicting-case': ['vendor', 'segment', 'opened', 'closed', 'acknowledged'].map((field) => ({ field })),
  'duplicate-key': [{}, { line: null }],
  'impossible-count': [{}, { some: null, all: null }],
  'no-deadline': [{ why: 'never' }, { why: 'far' }],
  quotes: [{ what: 'open' }, { what: 'text-after' }],
  'too-long': ['vendor', 'segment', 'case'].map((what) => ({ what })),
  'empty-file': ['file', 'rows', 'sheets'].map((what) => ({ what })),
  'foreign-format': ['pdf', 'picture', 'archive', 'data', 'web', 'json', 'office'].map((what) => ({ what })),
  'inflates-too-far': [{}, { mebibytes: null }],
  'name-and-content': ['ending', 'text', 'zip', 'gzip', 'workbook-called-zip', 'no-workbook'].map((what) => ({
    what,
  })),
  'not-utf-8': [{}, { byte: null }],
  'old-excel': [{ what: 'XLS' }, { what: 'XLSB' }],
  'packed-too-large': [{ what: 'workbook' }, { what: 'zip' }],
  'password-protected': [{ what: 'workbook' }, { what: 'file' }],
  'record-too-long': ['first', 'record', 'row'].map((what) => ({ what })),
  'too-many-columns': [{ what: 'file' }, { what: 'row' }],
  'zip-no-table': [{ names: [], more: 0 }, { names: ['‹a›', '‹b›'] }],
  'zip-several-tables': [{ names: ['‹a›', '‹b›'] }, { names: ['‹a›'], more: 0 }],
  outlier: [{}, { share: true, segment: '' }, { weekday: null }],
  'month-shrank': [{}, { otherMonths: 0, gone: 1, stored: 1 }, { startsAt: null, segment: '' }],
  'look-alike-name': ['lineOfBusiness', 'channel', 'queue', 'language'].map((dimension) => ({ dimension })),
  'new-name': [{ resembles: null }, { resembles: null, names: 1, rows: 1 }],
};
const ofRow = [{ what: 'row' }, { what: 'case' }];

/** Every sentence of every code, in one language. */
function sentences<P>(
  texts: InEveryLanguage<Sentences<P>>,
  language: (typeof languages)[number],
): { readonly code: string; readonly said: string }[] {
  return Object.keys(texts[language]).flatMap((code) =>
    (choices[code] ?? ofRow).map((choice) => ({
      code,
      said: say(texts, { code, parameters: { ...parameters, ...choice } }, language, plainly) ?? '',
    })),
  );
}

const marks = (text: string) => [...text.matchAll(/‹[^›]+›|\b1\d{3}\b/g)].map(([mark]) => mark).sort();

describe.each([
  ['row problems', rowProblemTexts],
  ['refusals', refusalTexts],
  ['doubts', doubtTexts],
  ['places of doubts', doubtPlaceTexts],
] as [string, InEveryLanguage<Sentences<unknown>>][])('the sentences of %s', (_, texts) => {
  it.each(languages)('in %s are whole: nothing is undefined, each begins and ends as one', (language) => {
    for (const { said } of sentences(texts, language)) {
      expect(said).not.toMatch(/undefined|null|NaN|\[object/);
      expect(said).toMatch(/^[¿«"‹\p{L}\d].*[.?]$/u);
    }
  });

  it('say the same of their parameters in every language, in words of its own', () => {
    const english = sentences(texts, 'en');
    for (const language of languages) {
      const own = sentences(texts, language);
      expect(own.map(({ code, said }) => [code, marks(said)])).toEqual(
        english.map(({ code, said }) => [code, marks(said)]),
      );
      if (language === 'en') continue;
      const same = own.filter(({ said }) => english.some((each) => each.said === said));
      // a sum is written in measures and figures alone
      expect(same.filter(({ code }) => code !== 'sum-differs')).toEqual([]);
    }
  });
});

describe('a refusal', () => {
  it('names the line where reading ended, in the words and figures of its reader', () => {
    const refusal = { code: 'utf-16', parameters: { line: 20_003 } };
    const write = { ...plainly, number: (value: string | number) => `<${value}>` };
    expect(sayRefusal(refusal, 'en', write)).toMatch(/ \(line <20003>\)$/);
    expect(sayRefusal(refusal, 'es', write)).toMatch(/ \(línea <20003>\)$/);
  });

  it('that is not known here, or was kept without its parameters, is left to the words of whoever found it', () => {
    expect(sayRefusal({ code: 'of-a-later-release', parameters: {} }, 'en', plainly)).toBeNull();
    expect(sayRefusal({ code: 'toString', parameters: {} }, 'en', plainly)).toBeNull();
    expect(sayRefusal({ code: 'utf-16', parameters: null }, 'es', plainly)).toBeNull();
  });
});
