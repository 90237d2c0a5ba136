import type { KpiFile } from '@plumbline/measurements/schema';
import type { Progress } from './push';

const BAR = 24;
const REDRAW_MS = 100;

interface Terminal {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** A bar that is drawn over on a terminal; elsewhere (a log) a line at each tenth and at each new state. */
export class TerminalProgress implements Progress {
  private shown = '';
  private drawnAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly out: Terminal,
    private readonly total: number,
    private readonly now: () => number = () => performance.now(),
  ) {}

  sent(bytes: number): void {
    const share = this.total === 0 ? 1 : bytes / this.total;
    if (this.out.isTTY)
      this.draw(`sending  [${bar(share)}] ${Math.floor(share * 100)} % of ${size(this.total)}`, share === 1);
    else this.line(`sending: ${Math.floor(share * 10) * 10} % of ${size(this.total)}`);
  }

  worked({ state, rows }: KpiFile): void {
    const said = state.replaceAll('_', ' ');
    if (!this.out.isTTY) this.line(said);
    else if (rows.total)
      this.draw(`${said.padEnd(8)} [${bar(rows.read / rows.total)}] ${rows.read} rows`, true);
    else this.draw(rows.read > 0 ? `${said}: ${rows.read} rows` : said, true);
  }

  /** Leaves an empty line for what follows. */
  end(): void {
    if (this.out.isTTY && this.shown !== '') this.out.write('\r\u001b[K');
    this.shown = '';
  }

  private draw(text: string, always: boolean): void {
    const at = this.now();
    if (text === this.shown || (!always && at - this.drawnAt < REDRAW_MS)) return;
    this.drawnAt = at;
    this.shown = text;
    this.out.write(`\r${text}\u001b[K`);
  }

  private line(text: string): void {
    if (text === this.shown) return;
    this.shown = text;
    this.out.write(`${text}\n`);
  }
}

function bar(share: number): string {
  const full = Math.round(Math.min(1, share) * BAR);
  return '#'.repeat(full) + '.'.repeat(BAR - full);
}

function size(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.ceil(bytes / 1_000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
