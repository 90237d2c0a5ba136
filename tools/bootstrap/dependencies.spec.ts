import { describe, expect, it } from '@jest/globals';
import { agree, lockHash } from './dependencies.mjs';

const locked = {
  '': { version: '0.1.0' },
  'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
  'node_modules/b-darwin': { version: '2.0.0', integrity: 'sha512-b', optional: true },
};

describe('agree', () => {
  it('accepts what the lock file says, without the optional packages of other platforms', () => {
    expect(agree(locked, { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' } })).toBe(true);
  });

  it.each([
    ['a needed package is missing', {}],
    ['a version differs', { 'node_modules/a': { version: '1.0.1', integrity: 'sha512-a' } }],
    ['a content differs', { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-x' } }],
    [
      'something is there that is not locked',
      {
        'node_modules/a': locked['node_modules/a'],
        'node_modules/c': { version: '1.0.0', integrity: 'sha512-c' },
      },
    ],
  ])('refuses when %s', (_, installed) => {
    expect(agree(locked, installed)).toBe(false);
  });
});

describe('lockHash', () => {
  it('differs by lock file and by platform, so that a copied node_modules is made anew', () => {
    const hashes = [
      lockHash(Buffer.from('a'), 'linux', 'x64'),
      lockHash(Buffer.from('b'), 'linux', 'x64'),
      lockHash(Buffer.from('a'), 'darwin', 'x64'),
      lockHash(Buffer.from('a'), 'linux', 'arm64'),
    ];
    expect(new Set(hashes).size).toBe(4);
  });
});
