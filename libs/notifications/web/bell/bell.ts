import { ChangeDetectionStrategy, Component, computed, DestroyRef, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { watchNotifications } from '@plumbline/notifications/schema';
import { eventStream, Icon, TenantApi, TenantContext, texts } from '@plumbline/ui';

const words = {
  en: {
    none: 'Notifications: nothing unread',
    unread: (count: number) => `Notifications: ${count} unread`,
  },
  es: {
    none: 'Avisos: nada por leer',
    unread: (count: number) => `Avisos: ${count} sin leer`,
  },
};

const MOST_SHOWN = 99;

/**
 * How much one has not read, as it stands now. Only the page that is looked at listens: browsers keep few connections to a
 * place, and a person has many tabs.
 */
@Component({
  selector: 'pl-bell',
  imports: [RouterLink, Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <a
      class="pl-button"
      data-kind="icon"
      [routerLink]="tenant.link('notifications')"
      [attr.aria-label]="said()"
      [attr.title]="said()"
    >
      <pl-icon name="bell" />
      @if (unread() > 0) {
        <span class="count" aria-hidden="true">{{ shown() }}</span>
      }
    </a>
    <span class="pl-unseen" role="status">{{ unread() > 0 ? said() : '' }}</span>
  `,
  styles: `
    :host {
      display: inline-flex;
    }
    a {
      position: relative;
    }
    .count {
      position: absolute;
      inset-block-start: 0;
      inset-inline-end: 0;
      min-width: 1.125rem;
      padding-inline: var(--pl-1);
      border-radius: 1rem;
      background: var(--pl-accent);
      color: var(--pl-on-accent);
      font-size: var(--pl-text-12);
      font-variant-numeric: tabular-nums;
      line-height: 1.125rem;
      text-align: center;
    }
  `,
})
export class Bell {
  private readonly api = inject(TenantApi);
  protected readonly tenant = inject(TenantContext);
  protected readonly text = texts(words);
  private readonly looked = signal(document.visibilityState === 'visible');
  private readonly live = eventStream(
    () => (this.looked() ? this.api.url('/notification-events') : null),
    watchNotifications.response!,
  );
  /** What it was before the tab was left stays until the stream says anew. */
  private readonly last = signal(0);
  protected readonly unread = computed(() => this.live.value()?.unread ?? this.last());
  protected readonly shown = computed(() =>
    this.unread() > MOST_SHOWN ? `${MOST_SHOWN}+` : `${this.unread()}`,
  );
  protected readonly said = computed(() =>
    this.unread() === 0 ? this.text().none : this.text().unread(this.unread()),
  );

  constructor() {
    const follow = () => {
      this.last.set(this.unread());
      this.looked.set(document.visibilityState === 'visible');
    };
    document.addEventListener('visibilitychange', follow);
    inject(DestroyRef).onDestroy(() => document.removeEventListener('visibilitychange', follow));
  }
}
