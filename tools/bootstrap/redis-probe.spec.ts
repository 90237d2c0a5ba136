import { describe, expect, it } from '@jest/globals';
import { parseReplies } from './redis-probe.mjs';

const replies = (text: string): unknown => parseReplies(Buffer.from(text));

describe('parseReplies', () => {
  it('reads status, error, integer and bulk replies in a row', () => {
    expect(replies('+OK\r\n-NOAUTH no\r\n:3\r\n$5\r\nab\r\nc\r\n')).toEqual([
      { text: 'OK', isError: false },
      { text: 'NOAUTH no', isError: true },
      { text: '3', isError: false },
      { text: 'ab\r\nc', isError: false },
    ]);
  });

  it('reads a missing value as empty', () => {
    expect(replies('$-1\r\n')).toEqual([{ text: '', isError: false }]);
  });

  it('waits for what has not arrived in full', () => {
    expect(replies('+OK\r\n$5\r\nab')).toEqual([{ text: 'OK', isError: false }]);
    expect(replies('+O')).toEqual([]);
  });
});
