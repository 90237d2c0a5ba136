import { randomBytes } from 'node:crypto';

/**
 * Runs before a database spec loads anything: each has a Redis of its own under its own prefix, which modules read as they are
 * loaded. With one prefix for all, a spec's worker would take another's jobs, and emptying Redis would empty everybody's.
 */
process.env['PLUMBLINE_REDIS_PREFIX'] = `{spec-${randomBytes(6).toString('hex')}}`;
