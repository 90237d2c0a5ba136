import { describe, expect, it } from '@jest/globals';
import { rolePassword as migratedPassword } from '@plumbline/platform/database';
import { rolePassword, roleUrls, roleVariables } from './role-urls.mjs';

const owner = 'postgres://owner:p%40ss@db.example:5433/plumbline?sslmode=require';

describe('roleUrls', () => {
  it.each(Object.values(roleVariables))('derives the password that the migration gives %s', (role) => {
    expect(rolePassword(owner, role)).toBe(migratedPassword(owner, role));
    expect(rolePassword('postgres://owner@localhost/plumbline', role)).toBe(
      migratedPassword('postgres://owner@localhost/plumbline', role),
    );
  });

  it('keeps host, database and options, and never the owner', () => {
    const urls = roleUrls(owner);
    expect(Object.keys(urls)).toEqual(Object.keys(roleVariables));
    for (const [variable, role] of Object.entries(roleVariables)) {
      const url = new URL(urls[variable] ?? '');
      expect([url.username, url.host, url.pathname, url.search]).toEqual([
        role,
        'db.example:5433',
        '/plumbline',
        '?sslmode=require',
      ]);
    }
    expect(JSON.stringify(urls)).not.toContain('p%40ss');
  });

  it('gives each role a password of its own', () => {
    const passwords = Object.values(roleUrls(owner)).map((url) => new URL(url).password);
    expect(new Set(passwords).size).toBe(passwords.length);
  });
});
