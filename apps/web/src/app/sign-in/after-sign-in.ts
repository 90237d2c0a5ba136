import { Injectable, inject } from '@angular/core';
import { Router } from '@angular/router';
import { SessionStore } from '@plumbline/ui';

/** What the server says is still to come before somebody is in. */
export type NextStep = 'done' | 'totp' | 'enrol-totp';

const pages: Readonly<Record<Exclude<NextStep, 'done'>, string>> = {
  totp: '/sign-in/totp',
  'enrol-totp': '/sign-in/enrol',
};

/** Leads through the door: to the step still to come, then to where the person wanted to be, never to another site. */
@Injectable({ providedIn: 'root' })
export class AfterSignIn {
  private readonly router = inject(Router);
  private readonly session = inject(SessionStore);

  async go(next: NextStep, returnTo: string | undefined): Promise<void> {
    // Every step begins a new session with a CSRF token of its own.
    await this.session.refresh();
    if (next === 'done') await this.router.navigateByUrl(ownAddress(returnTo) ?? '/');
    else await this.router.navigate([pages[next]], { queryParams: { returnTo } });
  }
}

/** An address within this client, or null: `//elsewhere` is another site, `/sign-in` would lead in a circle. */
export function ownAddress(address: string | undefined): string | null {
  if (address === undefined || !/^\/(?![/\\])/.test(address)) return null;
  return address.startsWith('/sign-in') ? null : address;
}
