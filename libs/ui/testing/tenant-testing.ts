import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { type EnvironmentProviders, type Provider } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import {
  ActivatedRoute,
  type Routes,
  convertToParamMap,
  provideRouter,
  withRouterConfig,
} from '@angular/router';
import { csrfInterceptor, sessionEndInterceptor } from '../api/api-interceptors';
import { TenantApi } from '../api/tenant-api';
import { EXPLAIN_DRAWER, ExplainPanel } from '../explain/explain-panel';
import { type Membership, type Session } from '../session/session.schema';
import { SessionStore } from '../session/session-store';
import { TenantContext } from '../session/tenant-context';

export interface TenantForTests {
  readonly slug?: string;
  readonly name?: string;
  readonly side?: Membership['side'];
  readonly role?: string;
  readonly permissions?: readonly string[];
  readonly vendors?: Membership['vendors'];
  /** Slugs of tenants that the person belongs to as well. */
  readonly elsewhere?: readonly string[];
}

export function sessionForTests(tenant: TenantForTests = {}): Session {
  const slug = tenant.slug ?? 'northstar';
  const membership = (of: string, name: string): Membership => ({
    tenant: { slug: of, name, colour: '#7c3aed', timezone: 'America/New_York' },
    side: tenant.side ?? 'insurer',
    role: tenant.role ?? 'vendor_manager',
    vendors: [...(tenant.vendors ?? [])],
    permissions: [...(tenant.permissions ?? [])],
  });
  return {
    person: {
      id: '019b2f6e-0000-7000-8000-000000000001',
      name: 'Ana Reyes',
      email: 'ana@example.org',
      locale: 'en',
    },
    memberships: [
      membership(slug, tenant.name ?? 'Northstar Health'),
      ...(tenant.elsewhere ?? []).map((other) => membership(other, other)),
    ],
    mfa: 'done',
    csrfToken: 'csrf-of-this-session',
  };
}

/** Knows its session without asking. */
class SignedIn extends SessionStore {
  constructor(session: Session) {
    super();
    this.known.set(session);
  }
}

/**
 * A page's surroundings for a spec: a signed-in member of one tenant, the address `/t/<slug>`, and calls that
 * `HttpTestingController` answers. `TestBed.configureTestingModule({ providers: provideTenantForTests({ permissions: [...] }) })`
 */
export function provideTenantForTests(
  tenant: TenantForTests = {},
  routes: Routes = [],
): (Provider | EnvironmentProviders)[] {
  const slug = tenant.slug ?? 'northstar';
  return [
    provideHttpClient(withInterceptors([csrfInterceptor, sessionEndInterceptor])),
    provideHttpClientTesting(),
    provideRouter(routes, withRouterConfig({ urlUpdateStrategy: 'eager' })),
    { provide: ActivatedRoute, useValue: { snapshot: { paramMap: convertToParamMap({ tenant: slug }) } } },
    TenantContext,
    TenantApi,
    ExplainPanel,
    { provide: EXPLAIN_DRAWER, useValue: () => new Promise(() => {}) },
    { provide: SessionStore, useFactory: () => new SignedIn(sessionForTests(tenant)) },
  ];
}

/** Lets what waits come to rest (signals, rendering, calls answered just now), also while a call is still unanswered. */
export async function settle(): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
  }
}
