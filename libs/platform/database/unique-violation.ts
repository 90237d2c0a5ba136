const UNIQUE_VIOLATION = '23505';

/** Whether a statement failed because such a row is there already; the transaction is then over. */
export function isUniqueViolation(error: unknown, constraint: string): boolean {
  const driverError = (error as { driverError?: unknown } | null)?.driverError ?? error;
  const { code, constraint: broken } = (driverError ?? {}) as { code?: unknown; constraint?: unknown };
  return code === UNIQUE_VIOLATION && broken === constraint;
}
