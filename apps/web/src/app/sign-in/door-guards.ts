import { inject } from '@angular/core';
import { type CanActivateFn, Router } from '@angular/router';
import { ApiProblem, type Session, SessionStore } from '@plumbline/ui';
import { ownAddress } from './after-sign-in';

/** The session if it can be known; a page in front of the door opens without it too, and its form will say what is wrong. */
async function sessionIfKnown(store: SessionStore): Promise<Session | null> {
  try {
    return await store.load();
  } catch (error) {
    if (error instanceof ApiProblem) return null;
    throw error;
  }
}

/** The sign-in page is for those who are not in yet; its call needs the CSRF token of a session half begun. */
export const notSignedIn: CanActivateFn = async (route) => {
  const router = inject(Router);
  const store = inject(SessionStore);
  await sessionIfKnown(store);
  return (
    !store.signedIn() || router.parseUrl(ownAddress(route.queryParamMap.get('returnTo') ?? undefined) ?? '/')
  );
};

/** The pages of the second factor need the session that the password began. */
export function halfSignedIn(step: 'required' | 'enrol'): CanActivateFn {
  return async (route) => {
    const router = inject(Router);
    const session = await sessionIfKnown(inject(SessionStore));
    return session?.mfa === step || router.createUrlTree(['/sign-in'], { queryParams: route.queryParams });
  };
}
