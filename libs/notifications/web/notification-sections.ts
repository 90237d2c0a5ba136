import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { TenantContext, texts } from '@plumbline/ui';
import { notificationWords } from './notification-words';

/** From what one was told to how one wants to be told, and to what the insurer's administrators look after. */
@Component({
  selector: 'pl-notification-sections',
  imports: [RouterLink, RouterLinkActive],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <nav class="pl-row pl-no-print" [attr.aria-label]="words().notifications">
      <a
        [routerLink]="tenant.link('notifications')"
        routerLinkActive="here"
        ariaCurrentWhenActive="page"
        [routerLinkActiveOptions]="{ exact: true }"
        >{{ words().notifications }}</a
      >
      <a
        [routerLink]="tenant.link('notifications', 'preferences')"
        routerLinkActive="here"
        ariaCurrentWhenActive="page"
        >{{ words().preferences }}</a
      >
      @if (tenant.can('delivery.read')) {
        <a
          [routerLink]="tenant.link('notifications', 'deliveries')"
          routerLinkActive="here"
          ariaCurrentWhenActive="page"
          >{{ words().deliveries }}</a
        >
      }
      @if (tenant.can('webhook.manage')) {
        <a
          [routerLink]="tenant.link('notifications', 'webhooks')"
          routerLinkActive="here"
          ariaCurrentWhenActive="page"
          >{{ words().webhooks }}</a
        >
      }
    </nav>
  `,
  styles: `
    a {
      padding-block: var(--pl-2);
      border-bottom: 2px solid transparent;
    }
    a.here {
      border-bottom-color: var(--pl-accent);
      color: var(--pl-ink);
      font-weight: 550;
      text-decoration: none;
    }
  `,
})
export class NotificationSections {
  protected readonly tenant = inject(TenantContext);
  protected readonly words = texts(notificationWords);
}
