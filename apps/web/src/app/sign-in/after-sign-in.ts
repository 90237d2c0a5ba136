import { Injectable, inject } from '@angular/core';
import { Router } from '@angular/router';
import { SessionStore } from '@plumbline/ui';

/** Where a person goes once the door is passed: back to where they wanted to be, never to another site. */
@Injectable({ providedIn: 'root' })
export class AfterSignIn {
  private readonly router = inject(Router);
  private readonly session = inject(SessionStore);

  async enter(returnTo: string | undefined): Promise<void> {
    await this.session.refresh();
    await this.router.navigateByUrl(ownAddress(returnTo) ?? '/');
  }
}

/** An address within this client, or null: `//elsewhere` and `/sign-in` loops are not. */
export function ownAddress(address: string | undefined): string | null {
  if (address === undefined || !/^\/(?![/\\])/.test(address)) return null;
  return address.startsWith('/sign-in') ? null : address;
}
