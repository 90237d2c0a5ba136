import { Injectable, Injector, computed, inject, signal } from '@angular/core';
import { type Language } from '@plumbline/api/schema';
import { Api } from '../api/api';
import { ApiProblem } from '../api/api-problem';
import { Reader } from '../i18n/reader';
import { type Membership, type Session } from './session.schema';

/**
 * Who is signed in and what they may do where. Asked of the server once per visit; null is signed out. It holds no
 * current tenant: that is in the address alone (`TenantContext`).
 */
@Injectable({ providedIn: 'root' })
export class SessionStore {
  // Looked up late: the Api's interceptors need this store.
  private readonly injector = inject(Injector);
  private readonly reader = inject(Reader);
  protected readonly known = signal<Session | null | undefined>(undefined);
  private readonly endings = signal(0);
  private loading: Promise<Session | null> | null = null;

  readonly session = computed(() => this.known() ?? null);
  readonly csrfToken = computed(() => this.known()?.csrfToken ?? null);
  /** True when signed in and past MFA. */
  readonly signedIn = computed(() => {
    const session = this.known();
    return session != null && (session.mfa === 'none' || session.mfa === 'done');
  });
  /** Counts the times a session ended under the reader's hands; the app watches it to lead to the sign-in. */
  readonly endedCount = this.endings.asReadonly();

  /** The session, from memory or from the server; null when signed out. Throws `ApiProblem` when that cannot be known. */
  async load(): Promise<Session | null> {
    const known = this.known();
    if (known !== undefined) return known;
    this.loading ??= this.refresh().finally(() => (this.loading = null));
    return this.loading;
  }

  /** Asks the server again, after signing in or when rights changed. */
  async refresh(): Promise<Session | null> {
    try {
      // The schema's library comes beside the first call, not before the first page (docs/performance.md).
      const answer = this.injector.get(Api).send('GET', '/session', undefined);
      const [{ sessionSchema }, { body }] = await Promise.all([import('./session.schema'), answer]);
      const session = sessionSchema.parse(body);
      this.reader.setLocale(session.person.locale);
      this.known.set(session);
      return session;
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.status !== 401) throw error;
      this.known.set(null);
      return null;
    }
  }

  /** For this person from now on, on every machine; null: as the browser says. */
  async chooseLanguage(language: Language | null): Promise<void> {
    await this.injector.get(Api).send('PUT', '/session/language', { language });
    this.reader.setLocale(language);
  }

  async signOut(): Promise<void> {
    await this.injector.get(Api).delete('/session');
    this.known.set(null);
  }

  ended(): void {
    if (this.known() == null) return;
    this.known.set(null);
    this.endings.update((count) => count + 1);
  }

  membership(tenant: string): Membership | null {
    return this.session()?.memberships.find((each) => each.tenant.slug === tenant) ?? null;
  }

  can(tenant: string, permission: string): boolean {
    return this.membership(tenant)?.permissions.includes(permission) ?? false;
  }
}
