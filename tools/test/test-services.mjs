/**
 * PostgreSQL and Redis for the tests, obtained once, when the first runner asks.
 */
import { step } from '../bootstrap/report.mjs';
import { obtainServices, releasedBy } from '../bootstrap/services.mjs';

/**
 * @param {import('../bootstrap/undo-stack.mjs').UndoStack} undo
 * @returns {() => Promise<import('../bootstrap/services.mjs').Services>}
 */
export function testServices(undo) {
  /** @type {Promise<import('../bootstrap/services.mjs').Services> | undefined} */
  let obtained;
  const obtain = () =>
    step(
      'services',
      () => obtainServices('test', { createDatabases: true }),
      ({ postgres, redis }) => `PostgreSQL: ${postgres.from} · Redis: ${redis.from}`,
    );
  return () => (obtained ??= releasedBy(undo, obtain()));
}
