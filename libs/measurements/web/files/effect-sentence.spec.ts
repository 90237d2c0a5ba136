import { describe, expect, it } from '@jest/globals';
import { type KpiFile, kpiFile, viewKpiFile } from '@plumbline/measurements/schema';
import { effectSentence, effectWords, monthsSentence } from './effect-sentence';

const base = kpiFile.parse(viewKpiFile.example.response);

function file(rows: Partial<KpiFile['rows']>, effect: Partial<NonNullable<KpiFile['effect']>> = {}): KpiFile {
  return {
    ...base,
    state: 'checked',
    rows: { total: 0, read: 0, wrong: 0, new: 0, unchanged: 0, restated: 0, ...rows },
    effect: { months: ['2026-03'], vendors: 1, segments: 1, needsReason: false, ...effect },
  };
}

const sentence = (of: KpiFile, leaveOut = false) => effectSentence(of, leaveOut, effectWords.en, 'en');

describe('what confirming a file does', () => {
  it.each<[name: string, said: string, of: KpiFile, leaveOut: boolean]>([
    ['all rows new', 'Loads 1,488 rows for March 2026.', file({ new: 1488 }), false],
    ['one row', 'Loads 1 row for March 2026.', file({ new: 1 }), false],
    [
      'earlier values replaced',
      'Loads 1,488 rows for March 2026; 12 earlier values are replaced.',
      file({ new: 1476, restated: 12 }, { needsReason: true }),
      false,
    ],
    [
      'later versions of the same file replace nothing that was known',
      'Loads 4 rows for March 2026; 2 are later versions of rows of the same file.',
      file({ new: 2, restated: 2 }),
      false,
    ],
    [
      'a correction among many known rows',
      'Loads 1 of 135 rows of 45 vendors for 3 months (April 2015 to June 2015); 1 earlier value is replaced; 134 are known already.',
      file(
        { restated: 1, unchanged: 134 },
        { months: ['2015-04', '2015-05', '2015-06'], vendors: 45, needsReason: true },
      ),
      false,
    ],
    [
      'wrong rows left out on purpose',
      'Loads 133 rows for March 2026; 2 wrong rows are left out.',
      file({ new: 133, wrong: 2 }),
      true,
    ],
    [
      'wrong rows of a file that is refused for them',
      'Loads 133 rows for March 2026.',
      file({ new: 133, wrong: 2 }),
      false,
    ],
  ])('%s', (_, said, of, leaveOut) => expect(sentence(of, leaveOut)).toBe(said));
});

describe('what confirming a file does, in Spanish', () => {
  it.each<[said: string, of: KpiFile]>([
    ['Carga 1 fila de marzo 2026.', file({ new: 1 })],
    [
      'Carga 1488 de 1490 filas de marzo 2026; se sustituyen 12 valores anteriores; 2 ya se conocen; se dejan fuera 3 filas incorrectas.',
      file({ new: 1476, restated: 12, wrong: 3, unchanged: 2 }, { needsReason: true }),
    ],
    [
      'Carga 2 casos de 45 proveedores de 3 meses (de abril 2015 a junio 2015); 1 es una versión posterior de una fila del mismo archivo.',
      file({ new: 1, restated: 1 }, { months: ['2015-04', '2015-05', '2015-06'], vendors: 45, cases: 2 }),
    ],
  ])('%s', (said, of) => expect(effectSentence(of, true, effectWords.es, 'es')).toBe(said));
});

describe('months as people say them', () => {
  it.each([
    [[], ''],
    [['2026-03'], 'March 2026'],
    [['2026-02', '2026-03'], 'February 2026 and March 2026'],
    [['2025-11', '2026-01', '2026-03'], 'November 2025, January 2026 and March 2026'],
    [['2025-12', '2026-01', '2026-02'], '3 months (December 2025 to February 2026)'],
    [['2025-01', '2025-03', '2025-05', '2025-07'], '4 months (January 2025 to July 2025)'],
  ])('%j', (months, said) => expect(monthsSentence(months, effectWords.en, 'en')).toBe(said));
});
