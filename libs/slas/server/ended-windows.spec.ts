import { describe, expect, it } from '@jest/globals';
import type { VerdictState } from '@plumbline/sla-engine';
import { type EndedWindow, monthOfWindows, type WindowedTerms } from './ended-windows';

const terms: WindowedTerms = {
  contractId: 'contract',
  metricId: 'metric',
  segment: { lineOfBusiness: null, channel: 'voice', queue: null, language: null },
  code: 'week',
  effectiveFrom: '2026-01-01',
};
const week = (first: string, last: string, state: VerdictState, more: Partial<EndedWindow> = {}) =>
  ({ ...terms, first, last, state, resultId: first, value: '0.8', ...more }) as EndedWindow;
const october = [
  week('2026-09-28', '2026-10-04', 'met'),
  week('2026-10-05', '2026-10-11', 'breached', { value: '0.7' }),
  week('2026-10-12', '2026-10-18', 'breached', { value: '0.6' }),
  week('2026-10-19', '2026-10-25', 'met'),
];

describe('a month of weeks', () => {
  it('is the first of the worst of them, with counts', () => {
    const month = monthOfWindows(terms, '2026-10', october);
    expect(month).toMatchObject({
      state: 'breached',
      worst: { first: '2026-10-05', value: '0.7' },
      windows: { code: 'week', met: 2, breached: 2, open: 0 },
    });
    expect(month.windows.results.map(({ resultId }) => resultId)).toEqual(october.map(({ first }) => first));
  });

  it('is open while one of them is, or was not judged', () => {
    const [first, , , last] = october;
    expect(monthOfWindows(terms, '2026-10', [first, last] as EndedWindow[])).toMatchObject({
      state: 'provisional',
      worst: null,
      windows: { open: 2 },
    });
    const early = october.map((each) =>
      each.first === '2026-10-19' ? { ...each, state: 'atRisk' as const } : each,
    );
    expect(monthOfWindows(terms, '2026-10', early)).toMatchObject({
      state: 'breached',
      windows: { open: 1 },
    });
  });

  it('owes no window that began before its version, and takes what the version before judged', () => {
    const from = { ...terms, effectiveFrom: '2026-10-01' };
    expect(monthOfWindows(from, '2026-10', october.slice(1)).windows).toMatchObject({ open: 0 });
    expect(monthOfWindows(from, '2026-10', october).windows.results).toHaveLength(4);
  });

  it('takes no window of another contract, metric, segment or kind', () => {
    const others = [
      { contractId: 'other' },
      { metricId: 'other' },
      { code: 'day' },
      { segment: { ...terms.segment, channel: 'chat' } },
    ].map((more) => week('2026-10-05', '2026-10-11', 'breached', more));
    expect(monthOfWindows(terms, '2026-10', others).windows).toMatchObject({
      breached: 0,
      open: 4,
      results: [],
    });
  });

  it('has nothing to judge where no window ends in it', () => {
    expect(monthOfWindows({ ...terms, code: 'quarter' }, '2026-10', [])).toMatchObject({
      state: 'noVolume',
      worst: null,
      windows: { met: 0, breached: 0, open: 0, results: [] },
    });
  });
});
