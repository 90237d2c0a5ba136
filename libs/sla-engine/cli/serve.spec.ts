import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fail, succeed } from '../outcome';
import type { Ops } from '../reading';
import { ops } from './ops';
import { serveLine } from './serve';

const few: Ops = {
  'few.echo': (input) => succeed(input ?? null),
  'few.refuse': () => fail('few.no', 'No.', 'rows.0'),
  'few.refuseAll': () => fail('few.no', 'No.'),
  'few.notANumber': () => succeed({ deep: [{ value: Number.NaN }] }),
  'few.infinite': () => succeed(Number.POSITIVE_INFINITY),
  'few.throw': () => {
    throw new TypeError('defect');
  },
};

function answerOf(line: string): { answer: unknown; faults: readonly string[] } {
  const faults: string[] = [];
  const text = serveLine(few, line, (op, fault) => faults.push(`${op}: ${String(fault)}`));
  return { answer: text === null ? null : JSON.parse(text), faults };
}

describe('one line in, one line out', () => {
  it.each([
    ['a number for an id', '{"id":7,"op":"few.echo","input":{"a":1}}', { id: 7, result: { a: 1 } }],
    ['text for an id', '{"id":"x","op":"few.echo","input":[1]}', { id: 'x', result: [1] }],
    ['an id of 0', '{"id":0,"op":"few.echo","input":1}', { id: 0, result: 1 }],
    ['spaces and a carriage return', '  {"id":1,"op":"few.echo","input":1}\r', { id: 1, result: 1 }],
    ['a byte order mark', '\uFEFF{"id":1,"op":"few.echo","input":1}', { id: 1, result: 1 }],
    ['no input', '{"id":1,"op":"few.echo"}', { id: 1, result: null }],
    [
      'a problem',
      '{"id":1,"op":"few.refuse"}',
      { id: 1, problem: { code: 'few.no', detail: 'No.', path: 'rows.0' } },
    ],
    [
      'a problem of the whole input',
      '{"id":1,"op":"few.refuseAll"}',
      { id: 1, problem: { code: 'few.no', detail: 'No.', path: 'input' } },
    ],
  ])('%s', (_, line, answer) => {
    expect(answerOf(line)).toEqual({ answer, faults: [] });
  });

  it.each([
    ['nothing', ''],
    ['spaces', ' \t '],
    ['a carriage return', '\r'],
  ])('a blank line is no request: %s', (_, line) => {
    expect(serveLine(few, line, () => undefined)).toBeNull();
  });

  it.each([
    ['text', 'hello', null, 'request.notJson', ''],
    ['half an object', '{"id":1,', null, 'request.notJson', ''],
    ['two objects', '{"id":1}{"id":2}', null, 'request.notJson', ''],
    ['NaN, which is not JSON', '{"id":1,"op":"few.echo","input":NaN}', null, 'request.notJson', ''],
    ['a list', '[1]', null, 'request.notAnObject', ''],
    ['null', 'null', null, 'request.notAnObject', ''],
    ['a number', '5', null, 'request.notAnObject', ''],
    ['no id', '{"op":"few.echo"}', null, 'request.id', 'id'],
    ['null for an id', '{"id":null,"op":"few.echo"}', null, 'request.id', 'id'],
    ['an object for an id', '{"id":{},"op":"few.echo"}', null, 'request.id', 'id'],
    ['an id beyond all numbers', '{"id":1e999,"op":"few.echo"}', null, 'request.id', 'id'],
    ['no op', '{"id":1}', 1, 'request.op', 'op'],
    ['a number for an op', '{"id":1,"op":5}', 1, 'request.op', 'op'],
    ['an unknown op', '{"id":1,"op":"few.other"}', 1, 'request.opUnknown', 'op'],
    ['a property of every object for an op', '{"id":1,"op":"toString"}', 1, 'request.opUnknown', 'op'],
    ['the prototype for an op', '{"id":1,"op":"__proto__"}', 1, 'request.opUnknown', 'op'],
  ])('answers %s with a problem', (_, line, id, code, path) => {
    const { answer, faults } = answerOf(line);
    expect(answer).toMatchObject({ id, problem: { code, path, detail: expect.stringMatching(/.+/) } });
    expect(faults).toEqual([]);
  });

  it('names the operations there are', () => {
    expect(answerOf('{"id":1,"op":"few.other"}').answer).toMatchObject({
      problem: { detail: expect.stringContaining('few.echo, few.refuse') },
    });
  });

  it.each([
    ['throws', 'few.throw', 'few.throw: TypeError: defect'],
    ['answers NaN', 'few.notANumber', 'few.notANumber: RangeError: "value" is not a finite number.'],
    ['answers infinity', 'few.infinite', 'few.infinite: RangeError: "result" is not a finite number.'],
  ])('an operation that %s is logged and answered as a fault of ours', (_, op, fault) => {
    expect(answerOf(`{"id":1,"op":"${op}"}`)).toMatchObject({
      answer: { id: 1, problem: { code: 'engine.fault', path: '' } },
      faults: [fault],
    });
  });
});

describe('every operation of the engine', () => {
  const hostile = fc.oneof(
    fc.jsonValue(),
    fc.dictionary(
      fc.constantFrom(
        ...[
          'calendar',
          'start',
          'end',
          'seconds',
          'date',
          'days',
          'sla',
          'events',
          'at',
          'definition',
          'rows',
          'target',
        ],
        ...[
          'value',
          'sample',
          'series',
          'scheme',
          'failures',
          'rule',
          'credit',
          'booked',
          'monthsAtTarget',
          'required',
        ],
        ...[
          'weights',
          'results',
          'bands',
          'window',
          'asOf',
          'numerator',
          'denominator',
          'remaining',
          'trace',
          'verdict',
        ],
        ...[
          'calls',
          'agents',
          'ahtSeconds',
          'intervals',
          'seed',
          'runs',
          'previous',
          'next',
          'dueAt',
          'metric',
          '__proto__',
        ],
      ),
      fc.oneof(
        fc.jsonValue({ maxDepth: 2 }),
        fc.constantFrom<unknown>(
          'NaN',
          -0,
          1e308,
          5e-324,
          '',
          '0',
          [],
          {},
          null,
          '2026-01-01T00:00:00Z',
          'P?F',
          '9'.repeat(60),
        ),
      ),
    ),
  );

  it.each(Object.keys(ops))('%s answers anything with a result or a problem, never with a fault', (op) => {
    fc.assert(
      fc.property(hostile, (input) => {
        const faults: unknown[] = [];
        const line = serveLine(ops, JSON.stringify({ id: 1, op, input }), (_, fault) => faults.push(fault));
        const answer = JSON.parse(line ?? 'null') as {
          id: number;
          result?: unknown;
          problem?: { code: string };
        };
        expect(faults).toEqual([]);
        expect([answer.id, 'result' in answer !== 'problem' in answer]).toEqual([1, true]);
        expect(line).not.toMatch(/NaN|Infinity/);
      }),
      { seed: 3, numRuns: 150 },
    );
  });

  it.each(Object.keys(ops))('%s refuses an input that is no object', (op) => {
    const answers = ['5', 'null', '[]', '"x"'].map((input) =>
      serveLine(ops, `{"id":1,"op":"${op}","input":${input}}`, () => undefined),
    );
    for (const answer of answers) {
      expect(JSON.parse(answer ?? '')).toMatchObject({
        problem: { code: 'input.notAnObject', path: 'input' },
      });
    }
  });
});
