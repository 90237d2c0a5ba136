import { describe, expect, it } from '@jest/globals';
import { accountTable, wantedPort } from './start.mjs';

describe('wantedPort', () => {
  it('is 3000 unless PORT says otherwise', () => {
    expect(wantedPort(undefined)).toBe(3000);
    expect(wantedPort('')).toBe(3000);
    expect(wantedPort('8080')).toBe(8080);
  });

  it.each(['abc', '0', '-1', '65536', '80.5'])('refuses %s', (text) => {
    expect(() => wantedPort(text)).toThrow('is no port');
  });
});

describe('accountTable', () => {
  it('shows the secret and the present code where a second factor is enforced', () => {
    const lines = accountTable(
      [
        {
          tenant: 'blue',
          role: 'administrator',
          email: 'a@x.example',
          password: 'long one',
          totpSecret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
        },
        { tenant: 'green', role: 'contributor', vendor: 'North', email: 'ex@x.example', password: 'other' },
      ],
      59_000,
    );
    expect(lines).toEqual([
      '  blue   administrator         a@x.example   long one  TOTP GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ (now 287082)',
      '  green  contributor of North  ex@x.example  other',
    ]);
  });
});
