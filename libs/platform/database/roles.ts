/**
 * The roles of the database. The owner makes and owns everything and is used for migrations only; the run-time roles
 * own nothing and bypass nothing (architecture invariant 2).
 */
export const runtimeRoles = {
  /** Requests and processors, always inside `withTenant`. */
  app: 'plumbline_app',
  /** Sign-in: persons, credentials, sessions, and the memberships of the person at hand. */
  identity: 'plumbline_identity',
  /** Claims outbox and mail rows across tenants, nothing else. */
  relay: 'plumbline_relay',
  /** Sees, across tenants, ids and states of what waits to be done, nothing else. */
  sweep: 'plumbline_sweep',
  /** Loads measurements through its own temporary staging tables, one tenant at a time. */
  loader: 'plumbline_loader',
} as const;

export type RuntimeRole = keyof typeof runtimeRoles;
