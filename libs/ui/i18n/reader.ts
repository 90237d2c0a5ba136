import { Injectable, signal } from '@angular/core';

/** Who reads: the locale in which dates, numbers and words are written, and the zone instants are shown in. */
@Injectable({ providedIn: 'root' })
export class Reader {
  private readonly chosenLocale = signal<string | null>(null);
  /** What the person chose; null: as the browser says. */
  readonly chosen = this.chosenLocale.asReadonly();
  readonly locale = () => this.chosenLocale() ?? navigator.language ?? 'en';
  readonly timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

  /** The locale kept with the person wins over the browser's; an unknown or blank one is ignored. */
  setLocale(locale: string | null): void {
    this.chosenLocale.set(locale !== null && isLocale(locale) ? locale : null);
  }
}

function isLocale(locale: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(locale).length > 0;
  } catch {
    return false;
  }
}
