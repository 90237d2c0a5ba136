import { describe, expect, it } from '@jest/globals';
import { claimsOf } from './claims-of';

const claims = [
  { grain: 1440, localDate: '2026-10-12' },
  { grain: 1440, localDate: '2026-10-13' },
  { grain: 32_767, localDate: '2026-10-01' },
  { grain: 30, localDate: '2026-10-12' },
];

describe('what is claimed beside a window', () => {
  it('is a share of that day, of a day', () => {
    expect(claimsOf({ code: 'day', firstDate: '2026-10-12' }, claims)).toEqual([claims[0]]);
  });

  it.each(['week', 'quarter', 'rolling-28-days'])(
    'is nothing of a %s: shares of parts are not averaged',
    (code) => {
      expect(claimsOf({ code, firstDate: '2026-10-12' }, claims)).toEqual([]);
      expect(claimsOf({ code, firstDate: '2026-10-01' }, claims)).toEqual([]);
    },
  );
});
