import { terms, type Terms } from '@plumbline/contracts/schema';
import { describe, expect, it } from '@jest/globals';
import { termsFormSchema } from './terms-form-schema';
import { emptyTerms, type KnownMetric, type TermsModel, toTermsInput, toTermsModel } from './terms-model';

const [speed, handling] = [
  '019b2f70-77aa-7b10-9c01-0d8f0a1b2c01',
  '019b2f70-77aa-7b10-9c01-0d8f0a1b2c02',
] as const;
const metrics: readonly KnownMetric[] = [
  { id: speed, name: 'Service level', unit: 'ratio', direction: 'higher', family: 'speed' },
  { id: handling, name: 'Average handle time', unit: 'seconds', direction: 'band', family: 'efficiency' },
];
const passage = { heading: 'Heading', text: 'Text', page: null };
const agreed: Terms = terms.parse({
  effectiveFrom: '2026-01-01',
  effectiveTo: '2027-01-01',
  timezone: 'America/New_York',
  reportingDueDay: 10,
  minimumCoverage: '0.75',
  speedOutweighsReason: 'Minutes decide.',
  clauses: [
    { kind: 'service_levels', number: '1', ...passage, terms: {} },
    { kind: 'right_to_audit', number: '2', ...passage, page: 4, terms: { noticeDays: 30 } },
    { kind: 'incident_notice', number: '3', ...passage, terms: { withinHours: 24 } },
    { kind: 'data_residency', number: '4', ...passage, terms: { regions: ['US', 'CA'] } },
    { kind: 'attestation', number: '5', ...passage, terms: { standards: ['ISO/IEC 27001'] } },
    { kind: 'continuity_test', number: '6', ...passage, terms: { timesAYear: 1 } },
  ],
  slas: [
    {
      name: 'Service level 80/20',
      metricId: speed,
      clauseNumber: '1',
      target: { comparator: '>=', value: '0.80' },
      segment: { lineOfBusiness: null, channel: 'voice', queue: null, language: 'es' },
      minimumSample: 30,
      weight: '62.5',
    },
    {
      name: 'Handle time',
      metricId: handling,
      clauseNumber: '1',
      target: { band: { low: '240', high: '360' } },
      weight: '37.5',
    },
  ],
});

describe('terms as they are typed', () => {
  it('come back as they were agreed', () => {
    expect(terms.parse(toTermsInput(toTermsModel(agreed, metrics), metrics))).toEqual(agreed);
  });

  it.each(['day', 'week', 'week-from-sunday', 'month', 'quarter', 'rolling-28-days', 'rolling-3-months'])(
    'keep a window of %s',
    (window) => {
      const judged = { ...agreed, slas: agreed.slas.map((sla) => ({ ...sla, window })) };
      expect(terms.parse(toTermsInput(toTermsModel(judged, metrics), metrics))).toEqual(judged);
    },
  );

  it('show shares in percent and times in seconds', () => {
    const [first, second] = toTermsModel(agreed, metrics).slas;
    expect(first).toMatchObject({ form: 'limit', comparator: '>=', target: '80' });
    expect(second).toMatchObject({ form: 'band', low: '240', high: '360' });
  });
});

describe('what is wrong with them', () => {
  const problems = (model: TermsModel) => {
    const parsed = termsFormSchema(() => metrics).safeParse(model);
    return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join('.'));
  };
  const changed = (change: (model: TermsModel) => void): TermsModel => {
    const model = toTermsModel(agreed, metrics);
    change(model);
    return model;
  };
  const sla = (model: TermsModel, index: number) => model.slas[index] as TermsModel['slas'][number];
  const clause = (model: TermsModel, index: number) => model.clauses[index] as TermsModel['clauses'][number];

  it('nothing, where they are sound', () => {
    expect(problems(toTermsModel(agreed, metrics))).toEqual([]);
  });

  it.each<[string, (model: TermsModel) => void, string]>([
    ['a share above 100 %', (model) => (sla(model, 0).target = '180'), 'slas.0.target'],
    ['a limit that punishes the better value', (model) => (sla(model, 0).comparator = '<='), 'slas.0.target'],
    ['no limit', (model) => (sla(model, 0).target = ''), 'slas.0.target'],
    ['no lower edge', (model) => (sla(model, 1).low = ''), 'slas.1.low'],
    ['an empty band', (model) => (sla(model, 1).high = '200'), 'slas.1.low'],
    ['no metric', (model) => (sla(model, 1).metricId = ''), 'slas.1.metricId'],
    ['a clause of nobody', (model) => (sla(model, 1).clauseNumber = '9'), 'slas.1.clauseNumber'],
    ['a weight in words', (model) => (sla(model, 1).weight = 'half'), 'slas.1.weight'],
    [
      'a window that rolls over too many days',
      (model) => Object.assign(sla(model, 0), { window: 'rolling', rollingCount: '400' }),
      'slas.0.rollingCount',
    ],
    [
      'a window that rolls over no number',
      (model) =>
        Object.assign(sla(model, 0), { window: 'rolling', rollingCount: 'some', rollingUnit: 'months' }),
      'slas.0.rollingCount',
    ],
    ['notice in words', (model) => (clause(model, 1).noticeDays = 'soon'), 'clauses.1.noticeDays'],
    ['no region', (model) => (clause(model, 3).regions = ' , '), 'clauses.3.regions'],
    ['a number given twice', (model) => (clause(model, 1).number = '1'), 'clauses.1.number'],
    ['an end before the start', (model) => (model.effectiveTo = '2025-12'), 'effectiveTo'],
    ['a zone that is none', (model) => (model.timezone = 'EST5'), 'timezone'],
    ['a due day that months lack', (model) => (model.reportingDueDay = '31'), 'reportingDueDay'],
    ['coverage above 100 %', (model) => (model.minimumCoverage = '101'), 'minimumCoverage'],
  ])('%s, at its field', (_, change, path) => {
    expect(problems(changed(change))).toEqual([path]);
  });

  it('is said of an empty form at each field that needs an answer', () => {
    expect(problems(emptyTerms('America/New_York', '2026-01'))).toEqual(
      expect.arrayContaining([
        'clauses.0.heading',
        'slas.0.name',
        'slas.0.metricId',
        'slas.0.target',
        'slas.0.weight',
      ]),
    );
  });
});
