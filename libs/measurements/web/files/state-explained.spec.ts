import { describe, expect, it } from '@jest/globals';
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

describe('the states of a file', () => {
  it.each(kpiFileStates)('%s has a word and a sentence', (state) => {
    expect(stateWords.en[state]).not.toBe('');
    expect(said(state, partner).what).toMatch(/\.$/);
  });

  it('are told apart without colour', () => {
    const looks = kpiFileStates.map((state) => `${stateLook[state].icon} ${stateWords.en[state]}`);
    expect(new Set(looks).size).toBe(kpiFileStates.length);
  });

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

  it('explain a refusal in the words of the server', () => {
    const refusal = { code: 'no-valid-rows', detail: 'Not one row of this file can be taken.' };
    expect(said('refused', partner, { refusal })).toEqual({
      what: 'Nothing of this file was loaded. Not one row of this file can be taken.',
      next: 'Put it right in the file and send it again, or change what the columns mean.',
    });
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
