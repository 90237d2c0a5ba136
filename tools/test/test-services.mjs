/**
 * PostgreSQL and Redis for the tests, obtained once, when the first runner asks.
 */
import { step } from '../bootstrap/report.mjs';
import { obtainServices } from '../bootstrap/services.mjs';

/**
 * @param {import('../bootstrap/undo-stack.mjs').UndoStack} undo
 * @returns {() => Promise<import('../bootstrap/services.mjs').Services>}
 */
export function testServices(undo) {
  /** @type {Promise<import('../bootstrap/services.mjs').Services> | undefined} */
  let obtained;
  const obtain = async () => {
    const services = await step(
      'services',
      () => obtainServices('test', { createDatabases: true }),
      ({ postgres, redis }) => `PostgreSQL: ${postgres.from} · Redis: ${redis.from}`,
    );
    undo.push(services.release);
    return services;
  };
  return () => (obtained ??= obtain());
}
