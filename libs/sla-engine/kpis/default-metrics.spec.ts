import { describe, expect, it } from '@jest/globals';
import { verdict } from '../targets/verdict';
import { valueOf } from '../value-of.fixture';
import { abandonmentReadings } from './abandonment-readings';
import { defaultMetrics } from './default-metrics';
import { kpiValue } from './kpi-value';
import { measureCatalogue } from './measure-catalogue';
import { serviceLevelReadings } from './service-level-readings';

function metric(id: string): (typeof defaultMetrics)[number] {
  const found = defaultMetrics.find(({ definition }) => definition.id === id);
  if (found === undefined) {
    throw new Error(`no metric ${id}`);
  }
  return found;
}

describe('the measure catalogue', () => {
  it('names every measure once, in snake case, in both languages', () => {
    const codes = measureCatalogue.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.filter((code) => !/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(code))).toEqual([]);
    expect(measureCatalogue.flatMap(({ label }) => [label.en, label.es]).filter(isBlank)).toEqual([]);
    expect([...new Set(measureCatalogue.map(({ unit }) => unit))].toSorted()).toEqual(['count', 'seconds']);
    expect(
      measureCatalogue.filter(({ code, unit }) => code.endsWith('_seconds') !== (unit === 'seconds')),
    ).toEqual([]);
  });

  it('says which counts hold short abandons', () => {
    expect(measureCatalogue.filter((measure) => measure.countsShortAbandons).map(({ code }) => code)).toEqual(
      ['offered', 'abandoned', 'abandoned_within_threshold', 'short_abandoned'],
    );
  });
});

describe('the default metrics', () => {
  it('draw on measures of the catalogue only', () => {
    const known = new Set(measureCatalogue.map(({ code }) => code));
    const readings = [...Object.values(serviceLevelReadings), ...Object.values(abandonmentReadings)];
    const terms = [...defaultMetrics.map(({ definition }) => definition), ...readings].flatMap(
      ({ numerator, denominator }) => [...numerator, ...denominator],
    );
    expect(terms.map(({ measure }) => measure).filter((measure) => !known.has(measure))).toEqual([]);
  });

  it('no two readings share a name', () => {
    const names = [...Object.keys(serviceLevelReadings), ...Object.keys(abandonmentReadings)];
    expect(new Set(names).size).toBe(9);
  });

  it('have one id each, a name in both languages and a source', () => {
    const ids = defaultMetrics.map(({ definition }) => definition.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(
      defaultMetrics.flatMap(({ name, definition }) => [name.en, name.es, definition.source]).filter(isBlank),
    ).toEqual([]);
  });

  it.each([
    ['K1', 'service_level', [{ comparator: '>=', value: '0.80', segment: {} }]],
    [
      'K1',
      'abandonment_rate',
      [
        { comparator: '<', value: '0.05', segment: {} },
        { comparator: '<', value: '0.03', segment: { queue: 'prior_authorization' } },
      ],
    ],
    ['K2', 'chat_within_60s', [{ comparator: '>=', value: '0.90', segment: {} }]],
    ['K2', 'chat_within_60m', [{ comparator: '>=', value: '1', segment: {} }]],
    ['K2', 'messages_within_24h', [{ comparator: '>=', value: '0.95', segment: {} }]],
    [
      'K3',
      'average_handle_time',
      [
        { band: { low: '240', high: '360' }, segment: { queue: 'eligibility_benefits' } },
        { band: { low: '480', high: '720' }, segment: { queue: 'claims' } },
      ],
    ],
    [
      'K4',
      'first_contact_resolution',
      [
        { comparator: '>=', value: '0.75', segment: {} },
        { comparator: '>=', value: '0.60', segment: { queue: 'claims' }, aspiration: '0.70' },
      ],
    ],
    ...['disclosure', 'authentication', 'documentation'].map(
      (part) => ['K5', `qa_${part}`, [sampled('0.95')]] as const,
    ),
    ...['empathy', 'clarity'].map((part) => ['K5', `qa_${part}`, [sampled('0.90')]] as const),
    ['K6', 'complaints_acknowledged', [{ comparator: '>=', value: '1', segment: {} }]],
    ['K6', 'complaints_closed', [{ comparator: '>=', value: '0.90', segment: {} }]],
  ] as const)('%s: %s has its default targets', (requirement, id, targets) => {
    expect(metric(id)).toMatchObject({ requirement, targets });
  });

  const share = { unit: 'ratio', direction: 'higher' };
  const fewer = { unit: 'ratio', direction: 'lower' };
  const sampledShare = { ...share, sampled: true };
  const within = (seconds: number, comparison = '<=') => ({ ...share, threshold: { seconds, comparison } });

  it('are these: what each looks after, in which unit, which way is better, and the limits it is counted by', () => {
    expect(
      defaultMetrics.map(({ definition, family }) => {
        const { unit, direction, threshold, shortAbandon, repeatWindowDays, sampled, version } = definition;
        const said = { unit, direction, threshold, shortAbandon, repeatWindowDays, sampled };
        return [definition.id, family, version, said];
      }),
    ).toEqual([
      ['service_level', 'speed', 1, within(20)],
      ['abandonment_rate', 'speed', 1, { ...fewer, shortAbandon: { seconds: 5, rule: 'kept' } }],
      ['chat_within_60s', 'speed', 1, within(60)],
      ['chat_within_60m', 'speed', 1, within(3600, '<')],
      ['messages_within_24h', 'speed', 1, within(86_400)],
      ['average_handle_time', 'efficiency', 1, { unit: 'seconds', direction: 'band' }],
      ['first_contact_resolution', 'quality', 1, { ...share, repeatWindowDays: 7 }],
      ['qa_disclosure', 'compliance', 1, sampledShare],
      ['qa_authentication', 'compliance', 1, sampledShare],
      ['qa_documentation', 'compliance', 1, sampledShare],
      ['qa_empathy', 'quality', 1, sampledShare],
      ['qa_clarity', 'quality', 1, sampledShare],
      ['complaints_acknowledged', 'compliance', 1, share],
      ['complaints_closed', 'compliance', 1, share],
      ['average_speed_of_answer', 'speed', 1, { unit: 'seconds', direction: 'lower' }],
      ['occupancy', 'efficiency', 1, { unit: 'ratio', direction: 'band' }],
      ['shrinkage', 'efficiency', 1, fewer],
      ['first_contact_resolution_net', 'quality', 1, { ...share, repeatWindowDays: 7 }],
      ['qa_critical_error', 'compliance', 1, { ...fewer, sampled: true }],
      ['csat_top2', 'quality', 1, sampledShare],
      ['net_promoter_score', 'outcome', 1, { unit: 'points', direction: 'higher' }],
      ['transfer_warm', 'quality', 1, fewer],
      ['transfer_cold', 'quality', 1, fewer],
      ['language_access', 'compliance', 1, share],
      ['tty_access', 'compliance', 1, within(20)],
      ['reporting_timeliness', 'compliance', 1, share],
    ]);
  });

  it('every metric with a default target belongs to K1 to K6, the library ones to none', () => {
    expect(
      defaultMetrics.filter(({ requirement, targets }) => (requirement === null) !== (targets.length === 0)),
    ).toEqual([]);
  });

  it.each([
    ['service_level', { answered_within_threshold: 80, offered: 100 }, '0.8'],
    ['abandonment_rate', { abandoned: 4, offered: 100 }, '0.04'],
    ['average_handle_time', { handle_seconds: 30000, handled: 100 }, '300'],
    ['average_speed_of_answer', { wait_seconds: 780, answered: 100 }, '7.8'],
    ['occupancy', { handle_seconds: 850, logged_seconds: 1000 }, '0.85'],
    ['shrinkage', { paid_seconds: 1000, productive_seconds: 700 }, '0.3'],
    ['first_contact_resolution', { fcr_resolved: 75, fcr_contacts: 100 }, '0.75'],
    [
      'first_contact_resolution_net',
      { fcr_resolved: 75, fcr_repeats: 3, fcr_contacts: 100, fcr_not_resolvable: 10 },
      '0.8',
    ],
    ['qa_critical_error', { qa_critical_errors: 1, qa_samples: 50 }, '0.02'],
    ['csat_top2', { csat_top2: 88, csat_responses: 100 }, '0.88'],
    ['net_promoter_score', { nps_promoters: 50, nps_detractors: 30, nps_responses: 100 }, '20'],
    ['transfer_warm', { transfers_warm: 5, handled: 100 }, '0.05'],
    ['transfer_cold', { transfers_cold: 2, handled: 100 }, '0.02'],
    ['language_access', { interpreters_in_time: 9, interpreters_requested: 10 }, '0.9'],
    ['tty_access', { tty_answered_within_threshold: 8, tty_offered: 10 }, '0.8'],
    [
      'reporting_timeliness',
      { reports_on_time: 11, reports_due: 12 },
      '0.9166666666666666666666666666666667',
    ],
    ['chat_within_60s', { chats_answered_within_60s: 9, chats_offered: 10 }, '0.9'],
    ['chat_within_60m', { chats_answered_within_60m: 10, chats_offered: 10 }, '1'],
    ['messages_within_24h', { messages_within_24h: 19, messages: 20 }, '0.95'],
    ['complaints_acknowledged', { complaints_ack_in_time: 7, complaints_due_ack: 7 }, '1'],
    ['complaints_closed', { complaints_closed_in_time: 9, complaints_due_close: 10 }, '0.9'],
    ['qa_disclosure', { qa_disclosure_passes: 57, qa_disclosure_samples: 60 }, '0.95'],
    ['qa_authentication', { qa_authentication_passes: 57, qa_authentication_samples: 60 }, '0.95'],
    ['qa_documentation', { qa_documentation_passes: 57, qa_documentation_samples: 60 }, '0.95'],
    ['qa_empathy', { qa_empathy_passes: 54, qa_empathy_samples: 60 }, '0.9'],
    ['qa_clarity', { qa_clarity_passes: 54, qa_clarity_samples: 60 }, '0.9'],
  ])('%s computes', (id, amounts, value) => {
    expect(valueOf(kpiValue({ definition: metric(id).definition, rows: [{ amounts }] })).value).toBe(value);
  });

  it('K3: under and over the band both miss, its edges do not', () => {
    const [target] = metric('average_handle_time').targets;
    const states = ['239.99', '240', '360', '360.01'].map((value) =>
      target === undefined ? '' : valueOf(verdict(target, { value })).state,
    );
    expect(states).toEqual(['breached', 'met', 'met', 'breached']);
  });
});

function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}

function sampled(value: string): object {
  return { comparator: '>=', value, segment: {}, sample: { minimumN: 30, confidence: '0.95' } };
}
