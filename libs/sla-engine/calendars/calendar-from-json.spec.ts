import { describe, expect, it } from '@jest/globals';
import { calendarFromJson } from './calendar-from-json';

const json = (name: string) => ({ timezone: 'UTC', hours: {}, name });

describe('calendarFromJson', () => {
  it('answers equal JSON with the same parsed calendar, and forgets what was not asked for longest', () => {
    const kept = calendarFromJson(json('kept'));
    const forgotten = calendarFromJson(json('forgotten'));
    for (let index = 0; index < 255; index++) {
      calendarFromJson(json('kept'));
      calendarFromJson(json(`other ${index}`));
    }
    expect(calendarFromJson(json('kept'))).toBe(kept);
    expect(calendarFromJson(json('forgotten'))).not.toBe(forgotten);
    expect(calendarFromJson(json('forgotten'))).toEqual(forgotten);
  });

  it('answers what JSON cannot write, too', () => {
    expect(calendarFromJson(undefined)).toMatchObject({ ok: false, problem: { code: 'input.notAnObject' } });
  });
});
