import { describe, expect, it } from '@jest/globals';
import { aSentence } from '../a-sentence.fixture';
import { fail, succeed } from '../outcome';
import type { InputReader } from './input-reader';
import { readInput } from './read-input';

type Read = (input: InputReader) => unknown;

describe('reading untrusted JSON', () => {
  it.each<[string, unknown, Read, unknown]>([
    ['text', { name: 'x' }, (input) => input.text('name'), 'x'],
    ['another accepted name', { label: 'x' }, (input) => input.text('name', 'label'), 'x'],
    ['null as absent', { name: null, label: 'x' }, (input) => input.text('name', 'label'), 'x'],
    ['an absent optional text', {}, (input) => input.optionalText('name'), undefined],
    ['a decimal from a number', { fee: 0.1 }, (input) => input.decimal('fee'), '0.1'],
    ['a decimal from a string', { fee: '0.10' }, (input) => input.decimal('fee'), '0.1'],
    ['a present optional text', { name: 'x' }, (input) => input.optionalText('name'), 'x'],
    ['a present optional decimal', { fee: 1 }, (input) => input.optionalDecimal('fee'), '1'],
    ['a present optional whole number', { n: 1 }, (input) => input.optionalWhole('n'), 1],
    ['a present optional flag', { on: true }, (input) => input.optionalFlag('on'), true],
    [
      'a present optional choice',
      { kind: 'b' },
      (input) => input.optionalChoice(['a', 'b'], 'of', 'kind'),
      'b',
    ],
    ['a present optional list', { of: [1] }, (input) => input.optionalList((item) => item, 'of'), [1]],
    [
      'present optional objects',
      { of: [{}] },
      (input) => input.optionalObjects((item) => item.path, 'of'),
      ['of.0'],
    ],
    ['a present optional object', { of: {} }, (input) => input.optionalObject('of')?.path, 'of'],
    [
      'a field as it is',
      { a: null, b: [1] },
      (input) => [input.raw('a'), input.raw('a', 'b')],
      [undefined, [1]],
    ],
    ['an absent optional decimal', { fee: null }, (input) => input.optionalDecimal('fee'), undefined],
    ['a whole number', { n: '3' }, (input) => input.whole('n'), 3],
    ['an absent optional whole number', {}, (input) => input.optionalWhole('n'), undefined],
    ['a flag', { on: false }, (input) => input.flag('on'), false],
    ['an absent optional flag', {}, (input) => input.optionalFlag('on'), undefined],
    ['a choice', { kind: 'b' }, (input) => input.choice(['a', 'b'], 'kind'), 'b'],
    ['an absent optional choice', {}, (input) => input.optionalChoice(['a', 'b'], 'kind'), undefined],
    [
      'a list',
      { of: [1, 2] },
      (input) => input.list((item, path) => [item, path], 'of'),
      [
        [1, 'of.0'],
        [2, 'of.1'],
      ],
    ],
    ['an absent optional list', {}, (input) => input.optionalList((item) => item, 'of'), undefined],
    ['decimals', { of: [1, '2.50'] }, (input) => input.decimals('of'), ['1', '2.5']],
    ['texts', { of: ['a'] }, (input) => input.texts('of'), ['a']],
    ['objects', { of: [{ n: 1 }] }, (input) => input.objects((item) => item.whole('n'), 'of'), [1]],
    ['absent optional objects', {}, (input) => input.optionalObjects((item) => item.path, 'of'), undefined],
    ['an absent optional object', {}, (input) => input.optionalObject('of'), undefined],
    ['the names', { a: 1, b: null }, (input) => input.names(), ['a', 'b']],
    ['entries with their blanks', { a: null }, (input) => input.entries(), [['a', null]]],
    ['an outcome', { a: 1 }, (input) => input.expect(succeed(5), 'a'), 5],
    [
      'a field called like a method of objects',
      JSON.parse('{"__proto__": "x"}'),
      (input) => input.text('__proto__'),
      'x',
    ],
  ])('reads %s', (_, input, read, expected) => {
    expect(readInput(input, read)).toEqual({ ok: true, value: expected });
  });

  it.each<[string, unknown, Read, string, string]>([
    ['a list for an object', [], (input) => input.path, 'input.notAnObject', ''],
    ['null for an object', null, (input) => input.path, 'input.notAnObject', ''],
    ['nothing for an object', undefined, (input) => input.path, 'input.notAnObject', ''],
    ['text for an object', 'x', (input) => input.path, 'input.notAnObject', ''],
    [
      'an absent field, by its documented name',
      {},
      (input) => input.text('name', 'label'),
      'input.missing',
      'name',
    ],
    ['a method of objects for a field', {}, (input) => input.text('toString'), 'input.missing', 'toString'],
    ['a number for text', { name: 1 }, (input) => input.text('name'), 'input.notText', 'name'],
    ['text for a number', { fee: 'x' }, (input) => input.decimal('fee'), 'decimal.malformed', 'fee'],
    ['a fraction for a whole number', { n: 1.5 }, (input) => input.whole('n'), 'input.notWhole', 'n'],
    [
      'a whole number beyond exactness',
      { n: '9007199254740993' },
      (input) => input.whole('n'),
      'input.notWhole',
      'n',
    ],
    ['text for a flag', { on: 'true' }, (input) => input.flag('on'), 'input.notTrueOrFalse', 'on'],
    [
      'an unknown choice',
      { kind: 'c' },
      (input) => input.choice(['a', 'b'], 'kind'),
      'input.notAChoice',
      'kind',
    ],
    ['an object for a list', { of: {} }, (input) => input.list((item) => item, 'of'), 'input.notAList', 'of'],
    ['text among decimals', { of: [1, 'x'] }, (input) => input.decimals('of'), 'decimal.malformed', 'of.1'],
    ['a number among texts', { of: ['a', 1] }, (input) => input.texts('of'), 'input.notText', 'of.1'],
    [
      'a wrong item',
      { of: [{ n: 1 }, 2] },
      (input) => input.objects((item) => item.path, 'of'),
      'input.notAnObject',
      'of.1',
    ],
    [
      'a wrong field of an item',
      { of: [{ n: 'x' }] },
      (input) => input.objects((item) => item.whole('n'), 'of'),
      'decimal.malformed',
      'of.0.n',
    ],
    [
      'a problem of what the field holds',
      { a: 1 },
      (input) => input.expect(fail('x.y', 'No.'), 'a'),
      'x.y',
      'a',
    ],
    [
      'a problem inside what the field holds',
      { a: 1 },
      (input) => input.expect(fail('x.y', 'No.', 'b.0'), 'a'),
      'x.y',
      'a.b.0',
    ],
    ['a refusal as a whole', { a: { b: 1 } }, (input) => input.object('a').refuse('x.y', 'No.'), 'x.y', 'a'],
  ])('refuses %s', (_, input, read, code, path) => {
    const outcome = readInput(input, read);
    expect(outcome).toMatchObject({ ok: false, problem: { code, detail: aSentence, path } });
  });

  it('says which choices there are', () => {
    expect(readInput({ kind: 'c' }, (input) => input.choice(['a', 'b'], 'kind'))).toMatchObject({
      problem: { detail: 'Expected one of: a, b.' },
    });
  });
});
