import { type DestroyRef, Injectable, InjectionToken, inject, signal } from '@angular/core';

/** What the browser gives to count down by; specs give one that they move themselves. */
export interface Ticker {
  /** Milliseconds since 1970, as this machine believes. */
  now(): number;
  /** Calls back again and again; answers how to stop it. */
  every(milliseconds: number, tick: () => void): () => void;
}

export const TICKER = new InjectionToken<Ticker>('TICKER', {
  factory: () => ({
    now: () => Date.now(),
    every: (milliseconds, tick) => {
      const timer = setInterval(tick, milliseconds);
      return () => clearInterval(timer);
    },
  }),
});

/**
 * The server's time, as far as its last answer tells it: a machine whose clock is wrong shows the same remaining time as one
 * whose clock is right. The browser only counts on from there, for all clocks of the page together.
 */
@Injectable({ providedIn: 'root' })
export class ServerTime {
  private readonly ticker = inject(TICKER);
  private readonly ahead = signal(0);
  private readonly ticked = signal(this.ticker.now());
  private watched = 0;
  private stop: (() => void) | null = null;

  /** Milliseconds since 1970 where the server is. Moves each second while somebody watches. */
  readonly now = () => this.ticked() + this.ahead();

  /** What an answer said it was when it was made. */
  heard(instant: string): void {
    const said = Date.parse(instant);
    if (Number.isNaN(said)) return;
    const here = this.ticker.now();
    this.ahead.set(said - here);
    this.ticked.set(here);
  }

  /** Keeps time moving as long as the caller's component lives. */
  watch(until: DestroyRef): void {
    this.watched += 1;
    this.stop ??= this.ticker.every(1000, () => this.ticked.set(this.ticker.now()));
    until.onDestroy(() => {
      this.watched -= 1;
      if (this.watched > 0) return;
      this.stop?.();
      this.stop = null;
    });
  }
}
