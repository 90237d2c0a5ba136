import { describe, expect, it } from '@jest/globals';
import { readInput } from '../reading';
import { valueOf } from '../value-of.fixture';
import { explanationOf } from './explanation.fixture';
import { readExplanation } from './read-explanation';

const exported = JSON.parse(JSON.stringify(explanationOf())) as Record<string, unknown>;
const claimedOf = (verdict: object) =>
  readInput({ ...exported, verdict }, (input) => readExplanation(input).claimed);

describe('reading an exported explanation', () => {
  it('takes the verdict it claims, and what to judge anew', () => {
    const { claimed, input } = valueOf(readInput(exported, readExplanation));
    expect(claimed).toEqual({
      state: 'breached',
      underlying: 'breached',
      value: '0.75',
      numerator: '150',
      denominator: '200',
    });
    expect(input).toMatchObject({
      asOf: '2026-04-05T12:00:00Z',
      target: { comparator: '>=', value: '0.8' },
      rows: [{ id: '2' }, { id: '3' }],
    });
  });

  it.each([
    ['what lies beneath is the state itself', { state: 'met', numerator: 1 }, { underlying: 'met' }],
    ['unless it says otherwise', { state: 'excused', underlying: 'breached' }, { underlying: 'breached' }],
    ['no figures are none', { state: 'notReported' }, { value: null, numerator: '0', denominator: null }],
    [
      'numbers are written one way',
      { state: 'met', value: '0.750', numerator: 3, denominator: '4.0' },
      { value: '0.75', numerator: '3', denominator: '4' },
    ],
    [
      'an interval has bounds and a confidence',
      { state: 'met', interval: { lower: '0.10', upper: 0.2, confidence: '0.95' } },
      { interval: { lower: '0.1', upper: '0.2', confidence: '0.95' } },
    ],
  ])('%s', (_, verdict, expected) => {
    expect(valueOf(claimedOf(verdict))).toMatchObject(expected);
  });

  it.each([
    ['no state', {}, 'input.missing', 'verdict.state'],
    ['an unknown one', { state: 'fine' }, 'input.notAChoice', 'verdict.state'],
    [
      'an unknown one beneath',
      { state: 'met', underlying: 'fine' },
      'input.notAChoice',
      'verdict.underlying',
    ],
    ['text for a figure', { state: 'met', denominator: 'x' }, 'decimal.malformed', 'verdict.denominator'],
    ['half an interval', { state: 'met', interval: { lower: 1 } }, 'input.missing', 'verdict.interval.upper'],
  ])('refuses %s', (_, verdict, code, path) => {
    expect(claimedOf(verdict)).toMatchObject({ problem: { code, path } });
  });

  it('refuses another format', () => {
    expect(readInput({ ...exported, format: 'plumbline.explanation/2' }, readExplanation)).toMatchObject({
      problem: { code: 'explanation.format', detail: 'Expected "plumbline.explanation/1".', path: 'format' },
    });
  });
});
