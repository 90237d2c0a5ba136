import { ChangeDetectionStrategy, Component, DestroyRef, inject, signal } from '@angular/core';
import { Icon, texts } from '@plumbline/ui';

/** Says, for as long as it is so, that the browser has no connection. */
@Component({
  selector: 'pl-connection-bar',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'status' },
  template: `
    @if (offline()) {
      <p><pl-icon name="alert" />{{ text().offline }}</p>
    }
  `,
  styles: `
    p {
      display: flex;
      align-items: center;
      justify-content: center;
      gap: var(--pl-2);
      padding: var(--pl-1) var(--pl-4);
      background: var(--pl-warn-tint);
      color: var(--pl-warn-text);
    }
  `,
})
export class ConnectionBar {
  protected readonly offline = signal(!navigator.onLine);
  protected readonly text = texts({
    en: { offline: 'No connection. What you see is as it was; what you type is kept in this tab.' },
    es: {
      offline: 'Sin conexión. Lo que ve es lo último recibido; lo que escribe se conserva en esta pestaña.',
    },
  });

  constructor() {
    const follow = () => this.offline.set(!navigator.onLine);
    addEventListener('online', follow);
    addEventListener('offline', follow);
    inject(DestroyRef).onDestroy(() => {
      removeEventListener('online', follow);
      removeEventListener('offline', follow);
    });
  }
}
