import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { texts } from '../i18n/texts';
import { Icon } from '../icon/icon';
import { Notices } from './notices';

/** The live region of the whole app: stands once in the shell. */
@Component({
  selector: 'pl-notices',
  imports: [Icon, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'region', '[attr.aria-label]': 'words().region', class: 'pl-no-print' },
  template: `
    <div aria-live="polite" role="status">
      @for (notice of notices.shown(); track notice.id) {
        <div class="notice" [attr.data-kind]="notice.kind">
          <pl-icon [name]="notice.kind === 'done' ? 'check' : 'alert'" />
          <span>
            {{ notice.text }}
            @if (notice.link; as link) {
              <a [routerLink]="link.to">{{ link.text }}</a>
            }
          </span>
          <button
            class="pl-button"
            data-kind="icon"
            type="button"
            [attr.aria-label]="words().close"
            (click)="notices.close(notice.id)"
          >
            <pl-icon name="close" />
          </button>
        </div>
      }
    </div>
  `,
  styles: `
    :host {
      position: fixed;
      inset-block-end: var(--pl-4);
      inset-inline-end: var(--pl-4);
      z-index: 1000;
      width: min(26rem, calc(100vw - 2rem));
    }
    div {
      display: flex;
      flex-direction: column;
      gap: var(--pl-2);
    }
    .notice {
      flex-direction: row;
      align-items: center;
      padding: var(--pl-1) var(--pl-1) var(--pl-1) var(--pl-3);
      border: 1px solid var(--pl-line);
      border-inline-start: 4px solid var(--pl-good-mark);
      border-radius: var(--pl-radius);
      background: var(--pl-raised);
      box-shadow: var(--pl-high);
    }
    .notice[data-kind='problem'] {
      border-inline-start-color: var(--pl-bad-mark);
    }
    .notice span {
      flex: 1;
      min-width: 0;
      overflow-wrap: anywhere;
    }
  `,
})
export class NoticesView {
  protected readonly notices = inject(Notices);
  protected readonly words = texts({
    en: { region: 'Notices', close: 'Close notice' },
    es: { region: 'Avisos', close: 'Cerrar aviso' },
  });
}
