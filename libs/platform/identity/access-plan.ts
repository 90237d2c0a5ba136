import type { OperationShape } from '../http/operation';
import { permissionsOfRole, type Permission, type Role } from '../tenancy';

/** One call of the authorization matrix. */
export interface AccessCase {
  readonly operation: OperationShape;
  readonly caller: Role | 'signed-out' | 'before-mfa' | 'key-with-scope' | 'key-without-scope';
  readonly tenant: 'own' | 'foreign' | 'missing';
  /** `admitted`: the guard lets it in, so neither 401 nor 403, and no word of a missing tenant. */
  readonly expected: 'admitted' | 401 | 403 | 404;
}

/**
 * Every operation × every kind of caller × own, foreign and missing tenant, with what must come of it. Made from the
 * operations that are really served, so a new one is in it without anybody remembering (ASVS 8.2, 8.4).
 */
export function accessPlan(operations: readonly OperationShape[]): AccessCase[] {
  return operations.flatMap((operation) => {
    if (!('permission' in operation.access)) {
      return [{ operation, caller: 'signed-out', tenant: 'own', expected: 'admitted' } as const];
    }
    const permission = operation.access.permission as Permission;
    const of = (
      caller: AccessCase['caller'],
      tenant: AccessCase['tenant'],
      expected: AccessCase['expected'],
    ) => ({
      operation,
      caller,
      tenant,
      expected,
    });
    return [
      of('signed-out', 'own', 401),
      of('signed-out', 'missing', 401),
      of('before-mfa', 'own', 401),
      of('key-with-scope', 'own', 'admitted'),
      of('key-with-scope', 'foreign', 401),
      of('key-without-scope', 'own', 403),
      ...(Object.keys(permissionsOfRole) as Role[]).flatMap((role) => [
        of(role, 'own', permissionsOfRole[role].includes(permission) ? 'admitted' : 403),
        of(role, 'foreign', 404),
        of(role, 'missing', 404),
      ]),
    ];
  });
}
