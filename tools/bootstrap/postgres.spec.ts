import { describe, expect, it } from '@jest/globals';
import { parsePostmasterPid } from './postgres.mjs';

describe('parsePostmasterPid', () => {
  it('reads process, port and status', () => {
    const text =
      '4711\n/srv/plumbline/.plumbline/postgres\n1774000000\n46725\n\n127.0.0.1\n  1234567         2\nready   \n';
    expect(parsePostmasterPid(text)).toEqual({ pid: 4711, port: 46725, ready: true });
  });

  it('is not ready before the last line says so', () => {
    expect(parsePostmasterPid('4711\n/data\n1774000000\n46725\n\n127.0.0.1\n1 2\nstarting\n').ready).toBe(
      false,
    );
    expect(parsePostmasterPid('4711\n/data\n').ready).toBe(false);
  });
});
