/**
 * Asks a Redis three questions over a bare socket: whether it answers, whether the password is right, and
 * which process it is. A client library would retry in the background; here the first answer counts.
 * Builtins only.
 */
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { connect as connectTls } from 'node:tls';

/**
 * @typedef {object} RedisAnswer
 * @property {number} pid
 * @property {string} version
 * @property {string} policy maxmemory-policy, '' when INFO does not tell
 */

/**
 * Waits for one that is reading its file after a start: it answers INFO by then, and refuses everything else.
 * @param {string} url redis:// or rediss://
 * @param {number} [withinMs]
 * @returns {Promise<RedisAnswer>} rejects with the socket's or the server's own words
 */
export async function probeRedis(url, withinMs = 5_000) {
  const until = Date.now() + withinMs;
  let info = await command(url, ['INFO'], withinMs);
  while (/^loading:1/m.test(info)) {
    if (Date.now() > until) throw new Error(`it has not read its data within ${withinMs} ms`);
    await pause(25);
    info = await command(url, ['INFO'], withinMs);
  }
  const field = (/** @type {string} */ name) =>
    new RegExp(`^${name}:(.*)$`, 'm').exec(info)?.[1]?.trim() ?? '';
  return {
    pid: Number(field('process_id')),
    version: field('redis_version'),
    policy: field('maxmemory_policy'),
  };
}

/**
 * Runs one command whose answer is a status, an integer or one bulk string.
 * @param {string} url
 * @param {readonly string[]} words
 * @param {number} [withinMs]
 * @returns {Promise<string>}
 */
export function command(url, words, withinMs = 5_000) {
  const { protocol, hostname, port, username, password, pathname } = new URL(url);
  const greeting = [];
  if (password !== '') {
    const user = username === '' ? [] : [decodeURIComponent(username)];
    greeting.push(['AUTH', ...user, decodeURIComponent(password)]);
  }
  const database = pathname.slice(1);
  if (database !== '' && database !== '0') greeting.push(['SELECT', database]);
  const sent = [...greeting, words];
  const options = { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port === '' ? 6379 : port) };
  return new Promise((resolve, reject) => {
    const socket =
      protocol === 'rediss:' ? connectTls({ ...options, servername: hostname }) : connect(options);
    const finish = (/** @type {() => void} */ then) => {
      socket.destroy();
      then();
    };
    /** @type {Buffer} */
    let received = Buffer.alloc(0);
    socket.setTimeout(withinMs, () => finish(() => reject(new Error(`no answer within ${withinMs} ms`))));
    socket.once('error', (error) => finish(() => reject(error)));
    socket.once('close', () => reject(new Error('the connection was closed')));
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, Buffer.from(chunk)]);
      const answers = parseReplies(received);
      const refused = answers.find((answer) => answer.isError);
      if (refused !== undefined) finish(() => reject(new Error(refused.text)));
      else if (answers.length === sent.length) finish(() => resolve(answers.at(-1)?.text ?? ''));
    });
    socket.write(sent.map(encode).join(''));
  });
}

/** @param {readonly string[]} words */
function encode(words) {
  return `*${words.length}\r\n${words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join('')}`;
}

/**
 * The complete replies at the start of what has arrived (RESP2: status, error, integer, bulk string).
 * @param {Buffer} received
 * @returns {{text: string, isError: boolean}[]}
 */
export function parseReplies(received) {
  const replies = [];
  let at = 0;
  for (;;) {
    const end = received.indexOf('\r\n', at);
    if (end === -1) return replies;
    const kind = String.fromCharCode(received[at] ?? 0);
    const line = received.toString('utf8', at + 1, end);
    at = end + 2;
    if (kind === '$' && line !== '-1') {
      const length = Number(line);
      if (received.length < at + length + 2) return replies;
      replies.push({ text: received.toString('utf8', at, at + length), isError: false });
      at += length + 2;
    } else {
      replies.push({ text: kind === '$' ? '' : line, isError: kind === '-' });
    }
  }
}
