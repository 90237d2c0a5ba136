import { describe, expect, it } from '@jest/globals';
import { calendarOps } from '@plumbline/sla-engine';
import { type CalendarKind, calendarRequests, large, one, small } from './calendar-requests';

interface Request {
  readonly id: number;
  readonly op: string;
  readonly input: { readonly calendar: object };
}

const lines = (kind: CalendarKind, seed = 'spec') => [...calendarRequests(300, seed, kind)];
const asked = (kind: CalendarKind) => lines(kind).map((line) => JSON.parse(line) as Request);

describe('the requests of the engine-command bench', () => {
  it('follow from the seed', () => {
    expect(lines(large)).toEqual(lines(large));
    expect(lines(large, 'other')).not.toEqual(lines(large));
  });

  it.each([
    ['small', small, 300, 390],
    ['large', large, 300, 620],
    ['one', one, 1, 620],
  ])('of %s calendars have as many of them, and are as long, as is said', (_, kind, different, bytes) => {
    expect(new Set(asked(kind).map(({ input }) => JSON.stringify(input.calendar))).size).toBe(different);
    expect(Math.round(lines(kind).join('').length / 3000) * 10).toBe(bytes);
  });

  it('have answers, each its own', () => {
    const answers = asked(large).map(({ op, input }) => calendarOps[op]?.(input));
    expect(answers.every((answer) => answer?.ok)).toBe(true);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(300);
  });

  it('are numbered', () => {
    expect(asked(small).map(({ id }) => id)).toEqual(Array.from({ length: 300 }, (_, id) => id));
  });
});
