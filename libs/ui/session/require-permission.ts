import { inject } from '@angular/core';
import { type ActivatedRouteSnapshot, type CanActivateFn, RedirectCommand, Router } from '@angular/router';
import { SessionStore } from './session-store';

/**
 * Guards a page that only some may open: `canActivate: [requirePermission('vendor.write')]`. Others see the
 * forbidden page at the same address. The server decides anyway; this only saves them a page that cannot work.
 */
export function requirePermission(permission: string): CanActivateFn {
  return async (route) => {
    const router = inject(Router);
    const store = inject(SessionStore);
    await store.load();
    if (store.can(tenantOf(route), permission)) return true;
    return new RedirectCommand(router.parseUrl('/forbidden'), { skipLocationChange: true });
  };
}

function tenantOf(route: ActivatedRouteSnapshot): string {
  return route.pathFromRoot.map((each) => each.paramMap.get('tenant')).find((slug) => slug != null) ?? '';
}
