import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { checkRedis, claimThrowAway } from './check-redis.mjs';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A server that gives these replies, one to each command it gets, and keeps the commands. */
async function answering(...replies: string[]): Promise<{ url: string; commands: string[] }> {
  const commands: string[] = [];
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      for (const command of chunk.toString().split(/(?=\*\d+\r\n)/)) {
        commands.push(
          command
            .split('\r\n')
            .slice(2)
            .filter((_, at) => at % 2 === 0)
            .join(' ')
            .trim(),
        );
        const reply = replies.shift();
        if (reply !== undefined) socket.write(reply);
      }
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { url: `redis://127.0.0.1:${address.port}`, commands };
}

const bulk = (text: string): string => `$${Buffer.byteLength(text)}\r\n${text}\r\n`;
const info = (version: string, policy: string): string =>
  bulk(`redis_version:${version}\r\nprocess_id:12\r\nmaxmemory_policy:${policy}\r\n`);

describe('checkRedis', () => {
  it('is content with a Redis that keeps everything', async () => {
    await expect(checkRedis((await answering(info('7.0.15', 'noeviction'))).url)).resolves.toBeUndefined();
  });

  it('warns of one that may drop jobs', async () => {
    await expect(checkRedis((await answering(info('7.0.15', 'allkeys-lru'))).url)).resolves.toContain(
      'allkeys-lru',
    );
  });

  it.each([
    [info('5.0.7', 'noeviction'), 'too old'],
    ['-NOAUTH Authentication required.\r\n', 'asks for a password'],
    ['-WRONGPASS invalid\r\n', 'password'],
    ['-NOPERM no permission\r\n', 'a right is missing'],
  ])('refuses %j', async (reply, words) => {
    await expect(checkRedis((await answering(reply)).url)).rejects.toThrow(words);
  });

  it.each(['', 'redis', 'http://localhost:6379'])('refuses the address %j', async (url) => {
    await expect(checkRedis(url)).rejects.toThrow('is not an address of Redis');
  });
});

describe('claimThrowAway', () => {
  it('empties a database that only an earlier run used', async () => {
    const { url, commands } = await answering(
      '+OK\r\n',
      ':7\r\n',
      '+OK\r\n',
      ':1\r\n',
      '+OK\r\n',
      '+OK\r\n',
      '+OK\r\n',
      '+OK\r\n',
    );
    await expect(claimThrowAway(url, 3)).resolves.toMatch(/\/3$/);
    expect(commands).toContain('SELECT 3');
    expect(commands).toContain('FLUSHDB');
  });

  it('refuses one that holds the keys of somebody else', async () => {
    const { url, commands } = await answering('+OK\r\n', ':7\r\n', '+OK\r\n', ':0\r\n');
    await expect(claimThrowAway(url, 3)).rejects.toThrow('7 keys');
    expect(commands).not.toContain('FLUSHDB');
  });
});
