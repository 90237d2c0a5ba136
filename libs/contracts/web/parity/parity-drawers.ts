import { Dialog, type DialogRef } from '@angular/cdk/dialog';
import { createGlobalPositionStrategy } from '@angular/cdk/overlay';
import { inject, Injectable, Injector, type OnDestroy } from '@angular/core';
import { Router } from '@angular/router';
import { ParityDrawer, type ParityCellAsked } from './parity-drawer';

/** Opens and closes the drawer of the cell that the address names, so that it can be shared and left with Back. */
@Injectable()
export class ParityDrawers implements OnDestroy {
  private readonly dialog = inject(Dialog);
  private readonly injector = inject(Injector);
  private readonly router = inject(Router);
  private opened: { readonly key: string; readonly ref: DialogRef<unknown, ParityDrawer> } | null = null;

  show(asked: ParityCellAsked | null): void {
    const key = asked ? `${asked.contractId}|${asked.row}` : null;
    if (this.opened?.key === key) return;
    this.opened?.ref.close();
    this.opened = null;
    if (!asked || key === null) return;
    const ref = this.dialog.open<unknown, ParityCellAsked, ParityDrawer>(ParityDrawer, {
      injector: this.injector,
      data: asked,
      ariaLabelledBy: 'pl-parity-title',
      ariaModal: true,
      autoFocus: '#pl-parity-title',
      width: 'min(46rem, 100vw)',
      height: '100dvh',
      positionStrategy: createGlobalPositionStrategy(this.injector).top('0').end('0'),
    });
    this.opened = { key, ref };
    ref.closed.subscribe(() => {
      if (this.opened?.key !== key) return;
      this.opened = null;
      void this.router.navigate([], { queryParams: { cell: null }, queryParamsHandling: 'merge' });
    });
  }

  ngOnDestroy(): void {
    const { opened } = this;
    this.opened = null;
    opened?.ref.close();
  }
}
