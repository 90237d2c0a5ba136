import { describe, expect, it } from '@jest/globals';
import { languages } from '@plumbline/api/schema';
import {
  type KpiFile,
  type KpiFileState,
  kpiFile,
  kpiFileStates,
  viewKpiFile,
} from '@plumbline/measurements/schema';
import { fileSteps, stepOf } from './file-steps';
import { type FileReader, explain, explainedWords } from './state-explained';
import { isFinal, stateLook, stateWords } from './state-words';

const base = kpiFile.parse(viewKpiFile.example.response);
const partner: FileReader = { maySend: true, mayResolve: false, tenantName: 'Northfield' };
const manager: FileReader = { ...partner, mayResolve: true };
const auditor: FileReader = { ...partner, maySend: false };
const said = (state: KpiFileState, reader: FileReader, more: Partial<KpiFile> = {}) =>
  explain({ ...base, state, ...more }, reader, explainedWords.en, 'en');

describe.each(languages)('the states of a file in the language %s', (language) => {
  it.each(kpiFileStates)('%s has a word, a sentence, and what to do about it', (state) => {
    expect(stateWords[language][state]).toMatch(/\p{L}/u);
    for (const reader of [partner, manager, auditor]) {
      const { what, next } = explain({ ...base, state }, reader, explainedWords[language], language);
      expect([what, next ?? '.']).toEqual([expect.stringMatching(/\.$/), expect.stringMatching(/\.$/)]);
    }
  });

  it('are told apart without colour', () => {
    const looks = kpiFileStates.map((state) => `${stateLook[state].icon} ${stateWords[language][state]}`);
    expect(new Set(looks).size).toBe(kpiFileStates.length);
  });
});

describe('the states of a file', () => {
  it('say whose turn it is', () => {
    expect(said('received', partner).next).toBe('Say what its columns mean.');
    expect(said('received', auditor).next).toContain('Whoever reports for Northwind Member Care');
    expect(said('checked', auditor).next).toContain('has to confirm');
    expect(said('done', partner).next).toBeNull();
  });

  it('send a partner whose file waits to the insurer, and the insurer to the panel', () => {
    const unknownVendors = [
      { code: '111AA1', name: 'North East', rows: 3 },
      { code: '111AA2', name: 'Lincolnshire', rows: 3 },
    ];
    expect(said('waiting_for_vendors', partner, { unknownVendors })).toEqual({
      what: 'The file names 2 vendor codes that Northfield does not know. Nothing is loaded yet.',
      next: 'A vendor manager of Northfield has to say who is meant; the check then goes on by itself.',
    });
    expect(said('waiting_for_vendors', manager, { unknownVendors }).next).toContain('Say who is meant');
  });

  it('explain a refusal in the words of its reader, as the server says it where there are none', () => {
    const refusal = { code: 'no-valid-rows', detail: 'As the server says it.', parameters: {} };
    expect(said('refused', partner, { refusal })).toEqual({
      what: 'Nothing of this file was loaded. Not one row of this file can be taken.',
      next: 'Put it right in the file and send it again, or change what the columns mean.',
    });
    const file = {
      ...base,
      state: 'refused' as const,
      refusal: { ...refusal, code: 'utf-16', parameters: { line: 1000 } },
    };
    expect(explain(file, partner, explainedWords.es, 'es-MX').what).toBe(
      'No se cargó nada de este archivo. El archivo es UTF-16 («Texto Unicode»). Guárdelo como «CSV UTF-8» y envíelo de nuevo. (línea 1,000)',
    );
    expect(said('refused', partner, { refusal: { ...refusal, parameters: null } }).what).toBe(
      'Nothing of this file was loaded. As the server says it.',
    );
  });

  it('say of the same file again that nothing changed', () => {
    expect(said('unchanged', partner).what).toContain('nothing has changed');
  });

  it('count what was loaded, new and replaced', () => {
    const rows = { ...base.rows, new: 1476, restated: 12 };
    expect(said('done', partner, { rows }).what).toBe(
      '1,488 rows are loaded for March 2026, and the results are computed.',
    );
  });
});

describe('the way of a file', () => {
  it('goes forward through its steps', () => {
    const way: KpiFileState[] = ['received', 'checking', 'checked', 'queued', 'ingesting', 'evaluating'];
    const at = way.map((state) => fileSteps.indexOf(stepOf(state) ?? 'send'));
    expect(at).toEqual(at.toSorted((a, b) => a - b));
    expect(stepOf('done')).toBeNull();
  });

  it('is watched until nothing more can happen, also while somebody has to act', () => {
    expect(kpiFileStates.filter(isFinal)).toEqual(['done', 'unchanged', 'withdrawn']);
  });
});
