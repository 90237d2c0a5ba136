import { describe, expect, it } from '@jest/globals';
import type { KpiFile } from '@plumbline/measurements/schema';
import { TerminalProgress } from './terminal-progress';

const file = (state: KpiFile['state'], read: number, total: number | null) =>
  ({ state, rows: { read, total } }) as KpiFile;

/** All that was written. */
function writer(isTTY: boolean) {
  const said: string[] = [];
  return { said, out: { isTTY, write: (text: string) => said.push(text) } };
}

describe('progress', () => {
  it('is a line at each tenth and at each new state in a log', () => {
    const { said, out } = writer(false);
    const progress = new TerminalProgress(out, 1_000_000);
    for (let bytes = 0; bytes <= 1_000_000; bytes += 50_000) progress.sent(bytes);
    for (const read of [0, 100, 200]) progress.worked(file('checking', read, null));
    progress.worked(file('waiting_for_vendors', 200, 200));
    progress.end();
    expect(said).toHaveLength(13);
    expect([said[0], said[10], said[11], said[12]]).toEqual([
      'sending: 0 % of 1.0 MB\n',
      'sending: 100 % of 1.0 MB\n',
      'checking\n',
      'waiting for vendors\n',
    ]);
  });

  it('is one bar on a terminal, drawn over ten times a second at most, and cleared', () => {
    const { said, out } = writer(true);
    let now = 0;
    const progress = new TerminalProgress(out, 1_000, () => now);
    for (let bytes = 0; bytes <= 1_000; bytes += 1) {
      progress.sent(bytes);
      now += 1;
    }
    progress.worked(file('ingesting', 50, 100));
    progress.end();
    expect(said.length).toBeLessThan(15);
    expect(said.every((text) => text.startsWith('\r') && !text.includes('\n'))).toBe(true);
    expect(said.some((text) => text.includes('[########################] 100 % of 1 kB'))).toBe(true);
    expect(said.some((text) => text.includes('ingesting [############............] 50 rows'))).toBe(true);
    expect(said.at(-1)).toBe('\r\u001b[K');
  });

  it('of an empty file is whole', () => {
    const { said, out } = writer(false);
    new TerminalProgress(out, 0).sent(0);
    expect(said).toEqual(['sending: 100 % of 0 kB\n']);
  });
});
