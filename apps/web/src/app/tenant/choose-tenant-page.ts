import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { PageHeader, SessionStore, texts } from '@plumbline/ui';
import { roleWords } from './role-words';

const words = {
  en: {
    title: 'Where do you want to work?',
    none: 'You have no access yet',
    noneText:
      'Your account belongs to no insurer and no vendor. Ask the person who invited you for a new invitation.',
    signOut: 'Sign out',
  },
  es: {
    title: '¿Dónde quiere trabajar?',
    none: 'Aún no tiene acceso',
    noneText: 'Su cuenta no pertenece a ninguna aseguradora ni proveedor. Pida una nueva invitación.',
    signOut: 'Cerrar sesión',
  },
};

/** For people with memberships in several tenants, or in none. */
@Component({
  selector: 'pl-choose-tenant-page',
  imports: [PageHeader, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <main class="pl-stack">
      <pl-page-header [title]="memberships().length > 0 ? text().title : text().none" />
      <ul class="list">
        @for (membership of memberships(); track membership.tenant.slug) {
          <li>
            <a
              [routerLink]="['/t', membership.tenant.slug, 'today']"
              [style.--pl-tenant]="membership.tenant.colour"
            >
              <strong>{{ membership.tenant.name }}</strong>
              <span class="pl-muted">{{ roles()[membership.role] ?? membership.role }}</span>
            </a>
          </li>
        } @empty {
          <li>{{ text().noneText }}</li>
        }
      </ul>
      <button class="pl-button" type="button" (click)="signOut()">{{ text().signOut }}</button>
    </main>
  `,
  styles: `
    main {
      max-width: 30rem;
      margin: 12vh auto 0;
      padding: var(--pl-4);
      align-items: stretch;
    }
    .list {
      display: flex;
      flex-direction: column;
      gap: var(--pl-2);
    }
    a {
      display: flex;
      justify-content: space-between;
      gap: var(--pl-3);
      padding: var(--pl-3) var(--pl-4);
      border: 1px solid var(--pl-line);
      border-inline-start: 4px solid var(--pl-tenant, var(--pl-accent));
      border-radius: var(--pl-radius);
      background: var(--pl-surface);
      color: var(--pl-ink);
      text-decoration: none;
    }
    a:hover {
      background: var(--pl-hover);
    }
    button {
      align-self: flex-start;
    }
  `,
})
export class ChooseTenantPage {
  private readonly session = inject(SessionStore);
  private readonly router = inject(Router);
  protected readonly text = texts(words);
  protected readonly roles = texts(roleWords);
  protected readonly memberships = computed(() => this.session.session()?.memberships ?? []);

  protected async signOut(): Promise<void> {
    await this.session.signOut();
    await this.router.navigateByUrl('/sign-in');
  }
}
