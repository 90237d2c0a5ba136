import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const LOOK_EVERY_MS = 500;
/** Clock ticks (10 ms each) in that time: relay and sweep look around even when there is nothing to do. */
const QUIET_TICKS = 4;
const PATIENCE = 240;

/** Waits until a process has hardly worked for a second: what was begun before must not be measured. */
export async function untilQuiet(pid: string): Promise<void> {
  const stat = `/proc/${pid}/stat`;
  if (!existsSync(stat)) return pause(10 * LOOK_EVERY_MS);
  for (let looks = 0, quiet = 0, before = ticks(stat); looks < PATIENCE && quiet < 2; looks += 1) {
    await pause(LOOK_EVERY_MS);
    const now = ticks(stat);
    quiet = now - before <= QUIET_TICKS ? quiet + 1 : 0;
    before = now;
  }
}

/** User and system time so far; the fields after the name, which may hold anything. */
function ticks(stat: string): number {
  const fields = readFileSync(stat, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return Number(fields[11]) + Number(fields[12]);
}
