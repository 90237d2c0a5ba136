import { Injectable, InjectionToken, Injector, type Type, computed, effect, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { filter, map } from 'rxjs';

const parameter = 'explain';

/**
 * Fetches the drawer: a component that gets the result's id as `DIALOG_DATA` and has a heading `#pl-explain-title`. It knows
 * results and contracts, which the kit does not: the app says which one it is.
 */
export const EXPLAIN_DRAWER = new InjectionToken<() => Promise<Type<unknown>>>('EXPLAIN_DRAWER');

interface OpenDrawer {
  readonly resultId: string;
  close(): void;
}

/**
 * Opens the explanation of a figure. What is open is part of the address (`?explain=<result id>`), so that it can be
 * shared, reloaded and left with Back. Provided by the tenant's shell: it explains results of that tenant.
 */
@Injectable()
export class ExplainPanel {
  private readonly router = inject(Router);
  private readonly injector = inject(Injector);
  private readonly url = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map((event) => event.urlAfterRedirects),
    ),
    { initialValue: this.router.url },
  );
  readonly resultId = computed(() => this.router.parseUrl(this.url()).queryParamMap.get(parameter));
  private readonly loadDrawer = inject(EXPLAIN_DRAWER);
  private drawer: OpenDrawer | null = null;

  constructor() {
    effect((onCleanup) => {
      const resultId = this.resultId();
      if (this.drawer && this.drawer.resultId !== resultId) this.drawer.close();
      if (resultId !== null) void this.show(resultId);
      onCleanup(() => this.drawer?.close());
    });
  }

  /** Explains a result (one revision of one target over one window). */
  open(resultId: string): void {
    void this.navigate(resultId);
  }

  close(): void {
    void this.navigate(null);
  }

  /** The address that shows this explanation on the page it was opened from. */
  linkTo(resultId: string): string {
    const tree = this.router.parseUrl(this.router.url);
    tree.queryParams = { ...tree.queryParams, [parameter]: resultId };
    return new URL(this.router.serializeUrl(tree), location.origin).href;
  }

  private navigate(resultId: string | null): Promise<boolean> {
    return this.router.navigate([], { queryParams: { [parameter]: resultId }, queryParamsHandling: 'merge' });
  }

  private async show(resultId: string): Promise<void> {
    const [{ Dialog }, { createGlobalPositionStrategy }, drawer] = await Promise.all([
      import('@angular/cdk/dialog'),
      import('@angular/cdk/overlay'),
      this.loadDrawer(),
    ]);
    if (this.resultId() !== resultId || this.drawer?.resultId === resultId) return;
    const opened = this.injector.get(Dialog).open(drawer, {
      injector: this.injector,
      data: resultId,
      ariaLabelledBy: 'pl-explain-title',
      ariaModal: true,
      autoFocus: '#pl-explain-title',
      width: 'min(46rem, 100vw)',
      height: '100dvh',
      positionStrategy: createGlobalPositionStrategy(this.injector).top('0').end('0'),
    });
    this.drawer = { resultId, close: () => opened.close() };
    opened.closed.subscribe(() => {
      if (this.drawer?.resultId === resultId) this.drawer = null;
      // Opened by the address: there is no figure to go back to, so the page's heading takes the focus.
      if (document.activeElement === document.body) document.querySelector('h1')?.focus();
      // Closed by Esc or beside it: the address follows.
      if (
        this.resultId() === resultId &&
        this.router.parseUrl(this.router.url).queryParamMap.get(parameter) === resultId
      )
        this.close();
    });
  }
}
