/**
 * Looks at a Redis before anything uses it, and says what is wrong with it in one line. Builtins only.
 */
import { command, probeRedis } from './redis-probe.mjs';
import { Refusal } from './refusal.mjs';

/**
 * @param {string} url
 * @returns {Promise<string | undefined>} a warning when it works but may lose jobs
 */
export async function checkRedis(url) {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed === undefined || !['redis:', 'rediss:'].includes(parsed.protocol) || parsed.hostname === '') {
    throw new Refusal(
      'REDIS_URL is not an address of Redis: it should look like redis://:password@host:6379/0',
    );
  }
  const host = `${parsed.hostname}:${parsed.port === '' ? 6379 : parsed.port}`;
  try {
    const { version, policy } = await probeRedis(url);
    if (version !== '' && Number.parseFloat(version) < 6.2) {
      throw new Refusal(`REDIS_URL: Redis ${version} at ${host} is too old, 6.2 or newer is needed.`);
    }
    if (policy !== '' && policy !== 'noeviction') {
      return `Redis at ${host} may drop queued jobs when memory is short (maxmemory-policy ${policy}): set noeviction.`;
    }
    return undefined;
  } catch (error) {
    throw explain(error, host);
  }
}

/**
 * A database that a run may empty, and only when nothing but an earlier run's keys are in it.
 * @param {string} url
 * @param {number} number of the database
 * @returns {Promise<string>} its URL
 */
export async function claimThrowAway(url, number) {
  const own = new URL(url);
  own.pathname = `/${number}`;
  const size = Number(await command(own.href, ['DBSIZE']));
  const marked = await command(own.href, ['EXISTS', 'plumbline:throw-away']);
  if (size > 0 && marked !== '1') {
    throw new Refusal(
      `REDIS_URL: this run would empty database ${number} there, which holds ${size} keys of somebody else's.`,
    );
  }
  await command(own.href, ['FLUSHDB']);
  await command(own.href, ['SET', 'plumbline:throw-away', '1']);
  return own.href;
}

/**
 * @param {unknown} error
 * @param {string} host
 * @returns {unknown}
 */
function explain(error, host) {
  if (error instanceof Refusal) return error;
  const first = error instanceof AggregateError ? error.errors[0] : error;
  const { code, message = '' } = /** @type {{code?: string, message?: string}} */ (first);
  if (code === 'ECONNREFUSED') return new Refusal(`REDIS_URL: nothing listens at ${host}.`);
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return new Refusal(`REDIS_URL: there is no host ${host}.`);
  if (/WRONGPASS|invalid password/.test(message))
    return new Refusal(`REDIS_URL: the password for ${host} is wrong.`);
  if (/NOAUTH/.test(message))
    return new Refusal(`REDIS_URL: ${host} asks for a password and the address has none.`);
  if (/NOPERM/.test(message)) return new Refusal(`REDIS_URL: a right is missing at ${host}: ${message}.`);
  return new Refusal(`REDIS_URL: ${host} does not answer as Redis does: ${message}.`);
}
