import { inject } from '@angular/core';
import {
  type ActivatedRouteSnapshot,
  type CanActivateFn,
  type GuardResult,
  RedirectCommand,
  Router,
  type RouterStateSnapshot,
} from '@angular/router';
import { type Session, SessionStore } from '@plumbline/ui';

/** The session of a fully signed-in person, or where to go instead. */
async function signedIn(state: RouterStateSnapshot): Promise<Session | GuardResult> {
  const router = inject(Router);
  const store = inject(SessionStore);
  const elsewhere = (path: string) => router.createUrlTree([path], { queryParams: { returnTo: state.url } });
  try {
    const session = await store.load();
    if (session === null) return elsewhere('/sign-in');
    if (session.mfa === 'required') return elsewhere('/sign-in/totp');
    if (session.mfa === 'enrol') return elsewhere('/sign-in/enrol');
    return session;
  } catch {
    // The session could not be asked for; the page says so and keeps the address for the retry.
    return new RedirectCommand(router.parseUrl('/unavailable'), { skipLocationChange: true });
  }
}

function isSession(result: Session | GuardResult): result is Session {
  return typeof result === 'object' && 'memberships' in result;
}

/** `/t/<tenant>/…`: for its members only. To others the tenant is no different from one that does not exist. */
export const memberOnly: CanActivateFn = async (route: ActivatedRouteSnapshot, state) => {
  const router = inject(Router);
  const result = await signedIn(state);
  if (!isSession(result)) return result;
  const tenant = route.paramMap.get('tenant');
  if (result.memberships.some((membership) => membership.tenant.slug === tenant)) return true;
  return new RedirectCommand(router.parseUrl('/not-found'), { skipLocationChange: true });
};

/** `/`: straight into the only tenant a person has; with several, the page lets them choose. */
export const intoOnlyTenant: CanActivateFn = async (_route, state) => {
  const router = inject(Router);
  const result = await signedIn(state);
  if (!isSession(result)) return result;
  const [first, second] = result.memberships;
  return first && !second ? router.createUrlTree(['/t', first.tenant.slug, 'today']) : true;
};
