import { describe, expect, it } from '@jest/globals';
import { type CursorPart, cursorOf, readCursor, toPage } from './cursor';

const good: { readonly [part in CursorPart]: readonly (string | number)[] } = {
  text: ['', 'Brightline', 'ñ “quoted”'],
  uuid: ['019d3a10-6666-7000-8000-000000000001'],
  instant: ['2026-03-12T14:00:00Z', '2026-03-12T14:00:00.123Z'],
  date: ['2026-02-28', '1999-12-31'],
  month: ['2026-12'],
  number: [0, 2_147_483_647],
  sequence: [0, 2 ** 53 - 1],
};
const bad: { readonly [part in CursorPart]: readonly unknown[] } = {
  text: [1, null, true, {}, ['a'], 'a\0b'],
  uuid: ['x', '', 7, null, '019d3a10-6666-7000-8000-00000000000', "019d3a10-6666-7000-8000-000000000001'"],
  instant: ['2026-03-12', '0000-01-01T00:00:00Z', '2026-13-01T00:00:00Z', '2026-02-30T00:00:00Z', 'now', 1],
  date: ['2026-02-30', '0000-01-01', '2026-3-1', '2026-03-01T00:00:00Z', 20260301],
  month: ['2026-13', '0000-01', '2026', '2026-03-01', 202603],
  number: [1.5, -1, 2_147_483_648, 1e300, '7', null],
  sequence: [1.5, -1, 2 ** 53, '7', null],
};
const forged = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a cursor', () => {
  it.each(Object.keys(good) as CursorPart[])('gives back the %s it was made of', (part) => {
    for (const value of good[part])
      expect(readCursor(cursorOf('x', value), 'text', part)).toEqual(['x', value]);
  });

  it.each(Object.keys(bad) as CursorPart[])('is refused where what should be a %s is none', (part) => {
    for (const value of bad[part]) {
      expect(() => readCursor(forged(['x', value]), 'text', part)).toThrow(
        expect.objectContaining({
          status: 400,
          fields: [expect.objectContaining({ code: 'invalid-cursor' })],
        }),
      );
    }
  });

  it.each([
    '',
    '%',
    'bm90IGpzb24',
    forged(null),
    forged({}),
    forged([]),
    forged(['a']),
    forged(['a', 'b', 'c']),
  ])('is refused as %s where two parts are wanted', (cursor) => {
    expect(() => readCursor(cursor, 'text', 'text')).toThrow('cursor');
  });

  it('is none where none was sent, and leads from page to page', () => {
    expect(readCursor(undefined, 'number')).toBeNull();
    const rows = [1, 2, 3];
    const page = toPage(rows, 2, String, (row) => [row]);
    expect(page.items).toEqual(['1', '2']);
    expect(readCursor(page.nextCursor ?? undefined, 'number')).toEqual([2]);
    expect(toPage(rows, 3, String, (row) => [row]).nextCursor).toBeNull();
  });
});
