import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { TenantContext, texts } from '@plumbline/ui';
import { peopleWords } from './people-words';

/** From people to invitations and keys, and back. */
@Component({
  selector: 'pl-people-sections',
  imports: [RouterLink, RouterLinkActive],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <nav class="pl-row pl-no-print" [attr.aria-label]="words().people">
      <a
        [routerLink]="tenant.link('people')"
        routerLinkActive="here"
        ariaCurrentWhenActive="page"
        [routerLinkActiveOptions]="{ exact: true }"
        >{{ words().people }}</a
      >
      <a
        [routerLink]="tenant.link('people', 'invitations')"
        routerLinkActive="here"
        ariaCurrentWhenActive="page"
        >{{ words().invitations }}</a
      >
      @if (tenant.can('api-key.manage')) {
        <a
          [routerLink]="tenant.link('people', 'api-keys')"
          routerLinkActive="here"
          ariaCurrentWhenActive="page"
          >{{ words().apiKeys }}</a
        >
      }
      @if (tenant.can('sftp-key.manage')) {
        <a
          [routerLink]="tenant.link('people', 'sftp-keys')"
          routerLinkActive="here"
          ariaCurrentWhenActive="page"
          >{{ words().sftpKeys }}</a
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
export class PeopleSections {
  protected readonly tenant = inject(TenantContext);
  protected readonly words = texts(peopleWords);
}
