import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const SAMPLE_EVERY_MS = 20;

/** Resident memory of a process in MiB: what /proc says, elsewhere what ps says. */
export function rssMiB(pid: string): number {
  const status = `/proc/${pid}/status`;
  const kib = existsSync(status)
    ? /VmRSS:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1]
    : execFileSync('ps', ['-o', 'rss=', '-p', pid], { encoding: 'utf8' }).trim();
  return Number(kib) / 1024;
}

/** Looks at a process's memory all the time and keeps the most it saw. */
export class PeakMemory {
  peakMiB = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly pid: string) {}

  start(): void {
    this.timer = setInterval(() => this.look(), SAMPLE_EVERY_MS);
  }

  stop(): void {
    clearInterval(this.timer);
    this.look();
  }

  private look(): void {
    this.peakMiB = Math.max(this.peakMiB, rssMiB(this.pid));
  }
}
