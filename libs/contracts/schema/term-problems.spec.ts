import { describe, expect, it } from '@jest/globals';
import type { ServiceLevel } from './service-level';
import { type AgreedMetric, termProblems } from './term-problems';
import { terms, type Terms } from './terms';

const speed: AgreedMetric = {
  id: '019b2f70-77aa-7b10-9c01-0d8f0a1b2c01',
  name: 'Service level',
  unit: 'ratio',
  direction: 'higher',
};
const handling: AgreedMetric = {
  id: '019b2f70-77aa-7b10-9c01-0d8f0a1b2c02',
  name: 'Average handle time',
  unit: 'seconds',
  direction: 'band',
};

function sla(change: object = {}): object {
  return {
    name: 'Service level 80/20',
    metricId: speed.id,
    clauseNumber: '4.1',
    target: { comparator: '>=', value: '0.80' },
    weight: '100',
    ...change,
  };
}

function termsOf(slas: readonly object[], change: Partial<Record<keyof Terms, unknown>> = {}): Terms {
  return terms.parse({
    effectiveFrom: '2026-01-01',
    timezone: 'America/New_York',
    reportingDueDay: 10,
    clauses: [
      { kind: 'service_levels', number: '4.1', heading: 'Service levels', text: 'As agreed.', terms: {} },
    ],
    slas: slas as ServiceLevel[],
    ...change,
  });
}

const problems = (given: Terms) =>
  termProblems(given, [speed, handling]).map(({ path, code }) => `${path}: ${code}`);

describe('what cannot be meant in terms', () => {
  it('finds nothing in sound terms: a limit, a band, two cuts of one metric', () => {
    const cut = { lineOfBusiness: null, channel: null, queue: null, language: 'es' };
    const band = { metricId: handling.id, target: { band: { low: '240', high: '360' } } };
    expect(problems(termsOf([sla(), sla({ segment: cut }), sla(band)]))).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['percent for share', { target: { comparator: '>=', value: '80' } }, 'slas.0.target: target-not-a-share'],
    [
      'a band of percents',
      { target: { band: { low: '0.5', high: '60' } } },
      'slas.0.target: target-not-a-share',
    ],
    [
      'a limit that punishes the better value',
      { target: { comparator: '<=', value: '0.80' } },
      'slas.0.target: target-against-direction',
    ],
    [
      'an empty band',
      { metricId: handling.id, target: { band: { low: '360', high: '360' } } },
      'slas.0.target: band-empty',
    ],
    [
      'a metric of nobody',
      { metricId: '019b2f70-77aa-7b10-9c01-0d8f0a1b2cff' },
      'slas.0.metricId: metric-unknown',
    ],
    ['a clause of nobody', { clauseNumber: '9.9' }, 'slas.0.clauseNumber: clause-unknown'],
  ])('%s', (_, change, found) => {
    expect(problems(termsOf([sla(change)]))).toEqual([found]);
  });

  it('lets handling times be any number of seconds', () => {
    expect(
      problems(termsOf([sla({ metricId: handling.id, target: { comparator: '<=', value: '360' } })])),
    ).toEqual([]);
  });

  it('wants one SLA for one metric and segment, one clause for one number', () => {
    const clause = { kind: 'other', number: '4.1', heading: 'Again', text: 'Again.', terms: {} };
    const service = { kind: 'service_levels', number: '4.1', heading: 'Levels', text: 'Levels.', terms: {} };
    expect(problems(termsOf([sla(), sla({ name: 'Again' })], { clauses: [service, clause] }))).toEqual([
      'clauses.1.number: clause-number-twice',
      'slas.1: sla-twice',
    ]);
  });

  it('one metric and segment may be agreed over several windows, each once', () => {
    const [week, again] = [sla({ window: 'week' }), sla({ name: 'Again', window: 'week' })];
    expect(problems(termsOf([sla(), week]))).toEqual([]);
    expect(problems(termsOf([sla(), week, again]))).toEqual(['slas.2: sla-twice']);
  });

  it.each([
    [{ effectiveFrom: '2026-01-15' }, ['effectiveFrom: not-a-month-start']],
    [{ effectiveTo: '2026-06-30' }, ['effectiveTo: not-a-month-start']],
    [{ effectiveTo: '2026-01-01' }, ['effectiveTo: term-empty']],
    [{ effectiveTo: '2026-02-01' }, []],
  ])('dates of months that follow each other: %j', (dates, found) => {
    expect(problems(termsOf([sla()], dates))).toEqual(found);
  });
});
