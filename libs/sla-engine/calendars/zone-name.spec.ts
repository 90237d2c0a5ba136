import { afterEach, describe, expect, it } from '@jest/globals';
import { zoneName } from './zone-name';

describe('zoneName (rule 1)', () => {
  it.each([
    ['America/New_York', 'America/New_York'],
    ['asia/kolkata', 'Asia/Kolkata'],
    ['UTC', 'UTC'],
    ['Etc/UTC', 'Etc/UTC'],
    ['America/Port-au-Prince', 'America/Port-au-Prince'],
    ['EST5EDT', 'EST5EDT'],
    ['America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
  ])('%s is a zone', (name, spelled) => {
    expect(zoneName(name)).toEqual({ ok: true, value: spelled });
    expect(zoneName(name)).toEqual({ ok: true, value: spelled });
  });

  it.each([
    '+05:00',
    '-05',
    '+5',
    'UTC+1',
    'utc-11',
    'GMT-5',
    'gmt0',
    'GMT+0',
    'Etc/GMT+5',
    'Etc/GMT-14',
    'Etc/GMT0',
    'etc/utc-3',
    'Etc/UTC5',
    'EST',
    'MST',
    'hst',
  ])('%s is a fixed offset and refused', (name) => {
    expect(zoneName(name)).toMatchObject({
      ok: false,
      problem: {
        code: 'zone.fixedOffset',
        detail: `"${name}" is a fixed offset: name an IANA zone such as America/New_York.`,
      },
    });
  });

  it.each([
    '',
    'Mars/Olympus',
    'New York',
    '2026-01-01T00:00[America/New_York]',
    'Z',
    ' UTC',
    'UTC ',
    'America/New_York/',
    '/America',
    'xEST',
    'ESTx',
    'xGMT+5',
    'Etc/GMT+123',
    'a+5',
  ])('%j is no zone', (name) => {
    expect(zoneName(name)).toMatchObject({
      ok: false,
      problem: { code: 'zone.unknown', detail: `"${name}" is not an IANA time zone.` },
    });
  });
});

describe('the platform', () => {
  const platform = Temporal.ZonedDateTime;
  afterEach(() => {
    Temporal.ZonedDateTime = platform;
  });

  it('is asked once a name', () => {
    let asked = 0;
    Temporal.ZonedDateTime = class extends platform {
      constructor(...of: ConstructorParameters<typeof platform>) {
        super(...of);
        asked += 1;
      }
    };
    const answers = [1, 2, 3].map(() => zoneName('europe/malta'));
    expect(answers).toEqual(Array.from({ length: 3 }, () => ({ ok: true, value: 'Europe/Malta' })));
    expect(asked).toBe(1);
  });

  it('may refuse a name; what else it throws is ours to know', () => {
    Temporal.ZonedDateTime = class extends platform {
      constructor() {
        super(0n, 'UTC');
        throw new TypeError('broken');
      }
    };
    expect(() => zoneName('Europe/Lisbon')).toThrow('broken');
  });
});
