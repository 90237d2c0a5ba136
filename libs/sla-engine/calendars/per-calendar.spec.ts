import { describe, expect, it } from '@jest/globals';
import type { Calendar } from './calendar';
import { perCalendar } from './per-calendar';

const calendar = (): Calendar => ({
  zone: 'UTC',
  weekly: [],
  holidays: new Map(),
  overrides: new Map(),
  breaks: new Map(),
});

describe('perCalendar', () => {
  it('works something out once a calendar, whatever else equals it', () => {
    const of = perCalendar((from) => ({ from }));
    const [one, other] = [calendar(), calendar()];
    expect(of(one)).toBe(of(one));
    expect(of(one).from).toBe(one);
    expect(of(other).from).toBe(other);
  });

  it('keeps the 64 made last', () => {
    const made: Calendar[] = [];
    const of = perCalendar((from) => ({ at: made.push(from) }));
    const calendars = Array.from({ length: 64 }, calendar);
    calendars.forEach(of);
    calendars.forEach(of);
    expect(made).toHaveLength(64);
    of(calendar());
    calendars.slice(1).forEach(of);
    expect(made).toHaveLength(65);
    of(calendars[0] ?? calendar());
    expect(made.at(-1)).toBe(calendars[0]);
  });
});
