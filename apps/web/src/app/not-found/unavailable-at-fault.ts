import { inject } from '@angular/core';
import { type NavigationError, RedirectCommand, Router } from '@angular/router';

/**
 * A page whose code cannot be fetched (no connection, or a newer release has replaced it) shows as unavailable at its own
 * address; trying again there loads the client anew.
 */
export function unavailableAtFault(fault: NavigationError): RedirectCommand {
  reportError(fault.error);
  return new RedirectCommand(inject(Router).parseUrl('/unavailable'), { skipLocationChange: true });
}
