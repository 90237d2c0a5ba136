import { describe, expect, it } from '@jest/globals';
import { fail, succeed } from './outcome';

describe('an outcome', () => {
  it('is a value', () => {
    expect(succeed(3)).toEqual({ ok: true, value: 3 });
  });

  it('or a problem with code, detail and place', () => {
    expect(fail('hours.overlap', 'Monday’s ranges overlap.', 'hours.mon.1')).toEqual({
      ok: false,
      problem: { code: 'hours.overlap', detail: 'Monday’s ranges overlap.', path: 'hours.mon.1' },
    });
  });

  it('of the input as a whole, where no place is named', () => {
    expect(fail('input.missing', 'Nothing was given.')).toMatchObject({ problem: { path: '' } });
  });
});
