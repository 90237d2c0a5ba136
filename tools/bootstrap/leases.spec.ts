import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { alone, dropBackgroundLease, leasesInForce, takeBackgroundLease, takeLease } from './leases.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'leases-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The id of a process that has ended. */
const endedProcess = (): number => spawnSync(process.execPath, ['--eval', '']).pid;

describe('leases', () => {
  it('hold until they are given back', () => {
    const giveBack = takeLease('test', folder);
    expect(leasesInForce(folder)).toEqual([{ name: 'test', pid: process.pid }]);
    giveBack();
    expect(leasesInForce(folder)).toEqual([]);
  });

  it('of a process that is gone count for nothing and are removed', () => {
    const file = join(folder, 'start-1');
    writeFileSync(file, JSON.stringify({ name: 'start', pid: endedProcess() }));
    expect(leasesInForce(folder)).toEqual([]);
    expect(existsSync(file)).toBe(false);
  });

  it('in the background outlive their process', () => {
    takeBackgroundLease(folder);
    expect(leasesInForce(folder)).toEqual([{ name: 'background', pid: 0 }]);
    dropBackgroundLease(folder);
    expect(leasesInForce(folder)).toEqual([]);
  });
});

describe('alone', () => {
  it('lets one work at a time', async () => {
    const lock = join(folder, 'lock');
    const order: string[] = [];
    const work = (name: string) => async () => {
      order.push(`${name} begins`);
      await new Promise((resolve) => setImmediate(resolve));
      order.push(`${name} ends`);
    };
    await Promise.all([alone(work('a'), lock), alone(work('b'), lock)]);
    expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  });

  it('gives the lock back when the work fails', async () => {
    const lock = join(folder, 'lock');
    await expect(alone(() => Promise.reject(new Error('no')), lock)).rejects.toThrow('no');
    await expect(alone(() => Promise.resolve('done'), lock)).resolves.toBe('done');
  });

  it('takes over from a holder that is gone', async () => {
    const lock = join(folder, 'lock');
    mkdirSync(lock);
    writeFileSync(join(lock, 'pid'), String(endedProcess()));
    await expect(alone(() => Promise.resolve('done'), lock)).resolves.toBe('done');
  });
});
