import type { Permission, Tenant } from '../tenancy';
import type { SignedIn } from './sessions';

/** What Passport found out about a request: a signed-in person, or a machine with a key. */
export type Caller =
  | { readonly kind: 'person'; readonly signedIn: SignedIn }
  | {
      readonly kind: 'api-key';
      readonly id: string;
      readonly name: string;
      readonly tenant: Tenant;
      readonly vendorId: string | null;
      readonly scopes: readonly Permission[];
    };
