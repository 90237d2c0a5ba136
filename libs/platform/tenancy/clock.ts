/** The instant "now", injected so that tests own time. Nothing else in the product reads the clock. */
export abstract class Clock {
  abstract now(): Temporal.Instant;

  date(): Date {
    return new Date(this.now().epochMilliseconds);
  }
}

export class SystemClock extends Clock {
  now(): Temporal.Instant {
    return Temporal.Now.instant();
  }
}

/** For tests: stands still until moved. */
export class FixedClock extends Clock {
  constructor(private instant: Temporal.Instant) {
    super();
  }

  now(): Temporal.Instant {
    return this.instant;
  }

  set(instant: string): void {
    this.instant = Temporal.Instant.from(instant);
  }
}
