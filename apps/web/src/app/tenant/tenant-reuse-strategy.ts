import { type ActivatedRouteSnapshot, BaseRouteReuseStrategy } from '@angular/router';

/**
 * Another tenant in the address makes the shell, and everything below it, anew: no page, store or call of one tenant
 * lives on in another.
 */
export class TenantReuseStrategy extends BaseRouteReuseStrategy {
  override shouldReuseRoute(future: ActivatedRouteSnapshot, now: ActivatedRouteSnapshot): boolean {
    return (
      super.shouldReuseRoute(future, now) && future.paramMap.get('tenant') === now.paramMap.get('tenant')
    );
  }
}
