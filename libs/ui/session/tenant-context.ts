import { Injectable, computed, inject } from '@angular/core';
import { ActivatedRoute } from '@angular/router';
import { SessionStore } from './session-store';

/**
 * The tenant of the page: the one in the address, for the page's whole life. The tenant's shell provides it and is made
 * anew when the address names another tenant, so there is nothing to switch and nothing to reset.
 */
@Injectable()
export class TenantContext {
  private readonly store = inject(SessionStore);
  readonly slug: string = inject(ActivatedRoute).snapshot.paramMap.get('tenant') ?? '';

  readonly membership = computed(() => this.store.membership(this.slug));
  readonly name = computed(() => this.membership()?.tenant.name ?? this.slug);
  readonly timeZone = computed(() => this.membership()?.tenant.timezone ?? 'UTC');
  readonly side = computed(() => this.membership()?.side ?? 'vendor');
  /** The vendors a partner acts for here; empty for the insurer's people, who see all. */
  readonly vendors = computed(() => this.membership()?.vendors ?? []);

  can(permission: string): boolean {
    return this.store.can(this.slug, permission);
  }

  /** A router link within the tenant: `link('vendors', id)`. */
  link(...segments: readonly string[]): readonly string[] {
    return ['/t', this.slug, ...segments];
  }
}
