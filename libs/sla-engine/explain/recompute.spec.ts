import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aSentence } from '../a-sentence.fixture';
import { valueOf } from '../value-of.fixture';
import type { Explanation } from './explanation';
import { explanationOf, rowAt } from './explanation.fixture';
import { recompute } from './recompute';

/** As it comes out of a file: through JSON. */
function exported(explanation: object): unknown {
  return JSON.parse(JSON.stringify(explanation));
}

const waiver = { id: 'W1', reason: 'Storm', approvedBy: 'A. Gold' };
const exclusion = {
  id: 'X1',
  kind: 'clientOutage',
  reason: 'Down',
  approvedBy: 'A. Gold',
  period: { start: '2026-03-02T14:30:00Z', end: '2026-03-02T15:00:00Z' },
};

describe('semantics rule 29: an exported explanation recomputes to its verdict', () => {
  it.each<[string, Partial<Explanation>, string]>([
    ['breached', {}, 'breached'],
    ['met', { target: { comparator: '>=', value: '0.75' } }, 'met'],
    ['met by an exclusion', { exclusions: [exclusion] }, 'met'],
    ['excused', { waiver }, 'excused'],
    ['disputed', { dispute: { id: 'D1', reason: 'Counts differ' } }, 'disputed'],
    ['at risk', { asOf: '2026-03-20T00:00:00Z', remaining: '500' }, 'atRisk'],
    ['not reported', { rows: [], claimed: [{ value: '0.99', source: 'letter' }] }, 'notReported'],
    ['waiting for the file', { rows: [], reportDueAt: '2026-04-08T22:00:00Z' }, 'provisional'],
    ['blank cells', { rows: [rowAt(2, '2026-03-02T14:00:00Z', null, '100')] }, 'notReported'],
    ['a value with 34 digits', { rows: [rowAt(2, '2026-03-02T14:00:00Z', '13', '15')] }, 'met'],
    [
      'a sample',
      {
        metric: { ...explanationOf().metric, sampled: true },
        target: { comparator: '>=', value: '0.80', sample: { minimumN: 30 } },
      },
      'insufficientSample',
    ],
  ])('%s', (_, more, state) => {
    const explanation = explanationOf(more);
    const result = valueOf(recompute(exported(explanation)));
    expect(result).toMatchObject({ agrees: true, differences: [], verdict: { state } });
    expect(result.verdict).toEqual(explanation.verdict);
    expect(result.trace).toEqual(explanation.trace);
  });

  it.each<[string, (explanation: Explanation) => object, readonly string[]]>([
    ['a nicer state', (all) => ({ ...all, verdict: { ...all.verdict, state: 'met' } }), ['state']],
    [
      'a hidden breach',
      (all) => ({ ...all, verdict: { ...all.verdict, underlying: 'met' } }),
      ['underlying'],
    ],
    ['a nicer value', (all) => ({ ...all, verdict: { ...all.verdict, value: '0.80' } }), ['value']],
    [
      'a changed row',
      (all) => ({ ...all, rows: [all.rows[0], rowAt(3, '2026-03-02T14:30:00Z', '80', '100')] }),
      ['state', 'underlying', 'value', 'numerator'],
    ],
    [
      'a row left out',
      (all) => ({ ...all, rows: all.rows.slice(0, 1) }),
      ['state', 'underlying', 'value', 'numerator', 'denominator'],
    ],
    [
      'a softer target',
      (all) => ({ ...all, target: { comparator: '>=', value: '0.70' } }),
      ['state', 'underlying'],
    ],
    ['a waiver that was not there', (all) => ({ ...all, waiver }), ['state']],
    [
      'an interval nobody computed',
      (all) => ({
        ...all,
        verdict: { ...all.verdict, interval: { lower: 0, upper: 1, confidence: '0.95' } },
      }),
      ['interval'],
    ],
  ])('finds %s', (_, change, fields) => {
    const result = valueOf(recompute(exported(change(explanationOf()))));
    expect(result.agrees).toBe(false);
    expect(result.differences.map(({ field }) => field)).toEqual(fields);
  });

  it('takes an export without a numerator for one that claims none', () => {
    const all = explanationOf();
    const { numerator, ...verdict } = all.verdict;
    expect(valueOf(recompute(exported({ ...all, verdict }))).differences).toEqual([
      { field: 'numerator', claimed: '0', recomputed: numerator },
    ]);
  });

  it('shows both sides of a difference', () => {
    const all = explanationOf({
      metric: { ...explanationOf().metric, sampled: true },
    });
    const { interval, ...verdict } = all.verdict;
    expect(interval).toBeDefined();
    expect(valueOf(recompute(exported({ ...all, verdict }))).differences).toEqual([
      { field: 'interval', claimed: null, recomputed: '0.68565901688 to 0.804918319932 at 0.95' },
    ]);
  });

  it('law: whatever the rows and the target, the export agrees with itself and with nothing but its own verdict', () => {
    const count = fc.nat({ max: 400 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(count, count), { maxLength: 30 }),
        fc.nat({ max: 100 }),
        (counts, percent) => {
          const rows = counts.map(([answered, missed], index) =>
            rowAt(index + 2, '2026-03-02T14:00:00Z', `${answered}`, `${answered + missed}`),
          );
          const explanation = explanationOf({
            rows,
            target: { comparator: '>=', value: `${percent / 100}` },
          });
          expect(valueOf(recompute(exported(explanation))).agrees).toBe(true);
          const numerator = `${Number(explanation.verdict.numerator) + 1}`;
          const forged = { ...explanation, verdict: { ...explanation.verdict, numerator } };
          expect(valueOf(recompute(exported(forged))).agrees).toBe(false);
        },
      ),
      { seed: 29 },
    );
  });

  it.each<[string, (explanation: Explanation) => unknown, string, string]>([
    ['nothing', () => null, 'input.notAnObject', ''],
    [
      'another format',
      (all) => ({ ...all, format: 'plumbline.explanation/2' }),
      'explanation.format',
      'format',
    ],
    [
      'a metric without a numerator',
      (all) => ({ ...all, metric: { ...all.metric, numerator: [] } }),
      'definition.noNumerator',
      'metric.numerator',
    ],
    ['no verdict', ({ verdict, ...all }) => ({ ...all, was: verdict }), 'input.missing', 'verdict'],
    [
      'an unknown state',
      (all) => ({ ...all, verdict: { ...all.verdict, state: 'fine' } }),
      'input.notAChoice',
      'verdict.state',
    ],
    [
      'a value that is no number',
      (all) => ({ ...all, verdict: { ...all.verdict, value: 'high' } }),
      'decimal.malformed',
      'verdict.value',
    ],
    [
      'a row outside the window',
      (all) => ({ ...all, rows: [rowAt(9, '2026-05-01T00:00:00Z', '1', '1')] }),
      'row.outsideWindow',
      'rows.0.startsAt',
    ],
    ['no window', ({ window, ...all }) => ({ ...all, was: window }), 'input.missing', 'window'],
    [
      'a waiver without a name',
      (all) => ({ ...all, waiver: { id: 'W', reason: 'R' } }),
      'input.missing',
      'waiver.approvedBy',
    ],
    [
      'a dispute without a reason',
      (all) => ({ ...all, dispute: { id: 'D' } }),
      'input.missing',
      'dispute.reason',
    ],
  ])('refuses %s', (_, change, code, path) => {
    expect(recompute(change(explanationOf()))).toMatchObject({ problem: { code, detail: aSentence, path } });
  });
});
