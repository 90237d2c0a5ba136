import { Injectable, inject, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { NavigationEnd, Router } from '@angular/router';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';

/**
 * Tells the heading of a page that it was navigated to, so that keyboard and screen reader start there. The first page
 * of a visit keeps the browser's own start; a change of filters or tabs (query, fragment) is no navigation.
 */
@Injectable({ providedIn: 'root' })
export class PageHeading {
  private readonly title = inject(Title);
  private path: string | null = null;
  private claimed = 0;
  private readonly arrivals = signal(0);
  /** Counts pages arrived at. */
  readonly arrived = this.arrivals.asReadonly();

  constructor() {
    const router = inject(Router);
    router.events.pipe(takeUntilDestroyed()).subscribe((event) => {
      if (!(event instanceof NavigationEnd)) return;
      const path = event.urlAfterRedirects.split(/[?#]/)[0] ?? '';
      if (this.path !== null && this.path !== path) this.arrivals.update((count) => count + 1);
      this.path = path;
    });
  }

  /** True for the first heading that asks after an arrival: focus moves once. */
  claimFocus(): boolean {
    if (this.claimed === this.arrivals()) return false;
    this.claimed = this.arrivals();
    return true;
  }

  /** `KPI files · Northwind Health · Plumbline` */
  setTitle(...parts: readonly (string | null | undefined)[]): void {
    this.title.setTitle([...parts.filter((part) => part), 'Plumbline'].join(' · '));
  }
}
