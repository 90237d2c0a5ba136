import { describe, expect, it } from '@jest/globals';
import { requireAnotherPerson } from './require-another-person';

const ana = { kind: 'person', id: 'ana' } as const;
const key = { kind: 'api-key', id: 'key' } as const;

describe('four eyes', () => {
  it.each([
    { who: 'another person', by: ana, asked: 'ben', maker: null },
    { who: 'a person for a key that somebody else made', by: ana, asked: 'key', maker: 'ben' },
    { who: 'a person for a job', by: ana, asked: 'evaluate', maker: null },
  ])('$who approves', ({ by, asked, maker }) => {
    expect(() => requireAnotherPerson(by, asked, maker)).not.toThrow();
  });

  it.each([
    { who: 'whoever asked', by: ana, asked: 'ana', maker: null, code: 'own-request' },
    { who: 'whoever made the key that asked', by: ana, asked: 'key', maker: 'ana', code: 'own-request' },
    { who: 'a key', by: key, asked: 'ana', maker: null, code: 'approval-by-person' },
  ])('$who does not', ({ by, asked, maker, code }) => {
    expect(() => requireAnotherPerson(by, asked, maker)).toThrow(expect.objectContaining({ code }));
  });
});
