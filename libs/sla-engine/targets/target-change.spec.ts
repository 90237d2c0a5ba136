import { describe, expect, it } from '@jest/globals';
import { valueOf } from '../value-of.fixture';
import type { Target } from './target';
import { targetChange, type TargetChange } from './target-change';

const at = (comparator: '>=' | '>' | '<=' | '<', value: string): Target => ({ comparator, value });
const band = (low: string, high: string): Target => ({ band: { low, high } });
const mirrored: Readonly<Record<TargetChange, TargetChange>> = {
  ...{ same: 'same', stricter: 'weaker', weaker: 'stricter', other: 'other' },
};

describe('what became of a target', () => {
  it.each<[string, Target, Target, TargetChange]>([
    ['better higher, more', at('>=', '0.80'), at('>=', '0.85'), 'stricter'],
    ['better higher, less', at('>=', '0.80'), at('>=', '0.799'), 'weaker'],
    ['better lower, less', at('<=', '30'), at('<=', '20'), 'stricter'],
    ['better lower, more', at('<', '0.05'), at('<', '0.06'), 'weaker'],
    ['the same value, written otherwise', at('>=', '0.8'), at('>=', '0.80'), 'same'],
    ['the value itself no longer meets', at('>=', '0.80'), at('>', '0.80'), 'stricter'],
    ['the value itself meets now', at('<', '0.05'), at('<=', '0.05'), 'weaker'],
    ['a narrower band', band('240', '360'), band('250', '350'), 'stricter'],
    ['a band narrower on one side', band('240', '360'), band('240', '350'), 'stricter'],
    ['a wider band', band('240', '360'), band('240', '400'), 'weaker'],
    ['a moved band', band('240', '360'), band('300', '420'), 'other'],
    ['a band for its upper limit', band('240', '360'), at('<=', '360'), 'weaker'],
    ['a limit within the band', band('240', '360'), at('<=', '300'), 'other'],
    ['the other way round', at('>=', '0.80'), at('<=', '0.80'), 'other'],
  ])('%s: %j → %j is %s', (_, before, after, change) => {
    expect(valueOf(targetChange(before, after))).toBe(change);
    expect(valueOf(targetChange(after, before))).toBe(mirrored[change]);
  });

  it.each([
    [at('>=', 'x'), at('>=', '1'), 'before.value'],
    [at('>=', '1'), band('2', 'x'), 'after.band.high'],
  ])('says which target cannot be read: %j → %j', (before, after, path) => {
    expect(targetChange(before, after)).toMatchObject({ ok: false, problem: { path } });
  });
});
