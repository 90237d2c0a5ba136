import { DestroyRef, DOCUMENT, inject, Injectable, signal } from '@angular/core';

/** Knows whether a pointer is down, until the click that its release makes has been dealt with. */
@Injectable({ providedIn: 'root' })
export class PointerPress {
  private readonly now = signal(false);
  readonly pressed = this.now.asReadonly();

  constructor() {
    const document = inject(DOCUMENT);
    const down = () => this.now.set(true);
    // the click follows in the same task as the release
    const up = () => setTimeout(() => this.now.set(false));
    const heard = { capture: true, passive: true };
    document.addEventListener('pointerdown', down, heard);
    document.addEventListener('pointerup', up, heard);
    document.addEventListener('pointercancel', up, heard);
    inject(DestroyRef).onDestroy(() => {
      document.removeEventListener('pointerdown', down, heard);
      document.removeEventListener('pointerup', up, heard);
      document.removeEventListener('pointercancel', up, heard);
    });
  }
}
