import { describe, expect, it } from '@jest/globals';
import { zoneName } from './zone-name';

describe('zoneName (rule 1)', () => {
  it.each([
    ['America/New_York', 'America/New_York'],
    ['asia/kolkata', 'Asia/Kolkata'],
    ['UTC', 'UTC'],
    ['America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
  ])('%s is a zone', (name, spelled) => {
    expect(zoneName(name)).toEqual({ ok: true, value: spelled });
    expect(zoneName(name)).toEqual({ ok: true, value: spelled });
  });

  it.each(['+05:00', '-05', 'UTC+1', 'GMT-5', 'gmt0', 'Etc/GMT+5', 'Etc/GMT0', 'EST', 'hst'])(
    '%s is a fixed offset and refused',
    (name) => {
      expect(zoneName(name)).toMatchObject({ ok: false, problem: { code: 'zone.fixedOffset' } });
    },
  );

  it.each(['', 'Mars/Olympus', 'New York', '2026-01-01T00:00[America/New_York]', 'Z'])(
    '%j is no zone',
    (name) => {
      expect(zoneName(name)).toMatchObject({ ok: false, problem: { code: 'zone.unknown' } });
    },
  );
});
