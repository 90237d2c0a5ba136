import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { LookupAddress } from 'node:dns';
import {
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Network, OutgoingCalls, publicInternet } from './outgoing-calls';
import { isPublicAddress } from './public-addresses';

describe('which addresses are public', () => {
  it.each([
    ...[
      '0.0.0.0',
      '10.1.2.3',
      '100.64.0.1',
      '127.0.0.1',
      '127.255.255.254',
      '169.254.169.254',
      '172.16.0.1',
      '172.31.255.255',
    ],
    ...[
      '192.0.0.8',
      '192.0.2.1',
      '192.88.99.1',
      '192.168.1.1',
      '198.18.0.1',
      '198.51.100.7',
      '203.0.113.9',
      '224.0.0.1',
    ],
    ...[
      '239.255.255.250',
      '240.0.0.1',
      '255.255.255.255',
      '::',
      '::1',
      '::ffff:127.0.0.1',
      '::ffff:10.0.0.1',
      '::ffff:8.8.8.8',
    ],
    ...[
      '::127.0.0.1',
      '64:ff9b::7f00:1',
      '64:ff9b:1::1',
      '100::1',
      'fe80::1',
      'fc00::1',
      'fd12:3456::1',
      'ff02::1',
      '2001::1',
    ],
    ...['2001:db8::1', '2002:7f00:1::', '3fff::1', 'fec0::1', 'localhost', '', '127.1', '0x7f000001'],
  ])('%s is not', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each([
    '8.8.8.8',
    '100.63.255.255',
    '100.128.0.1',
    '172.32.0.1',
    '192.0.1.1',
    '1.1.1.1',
    '2606:4700::1111',
    '2a00:1450:4001::1',
  ])('%s is', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
});

describe('calls to the outside', () => {
  let server: Server;
  let port: number;
  let answer: (request: IncomingMessage, response: ServerResponse) => void;
  let hits = 0;

  beforeAll(async () => {
    server = createServer((request, response) => {
      hits += 1;
      answer(request, response);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    port = (server.address() as AddressInfo).port;
  });
  afterEach(() => {
    hits = 0;
  });
  afterAll(() => void server.close());

  const resolving = (...answers: string[][]): Network['resolve'] => {
    let asked = 0;
    return (_, found) =>
      found(
        null,
        (answers[Math.min(asked++, answers.length - 1)] ?? []).map((address): LookupAddress => ({
          address,
          family: address.includes(':') ? 6 : 4,
        })),
      );
  };
  const here: Network = {
    allows: (address) => address === '127.0.0.1',
    resolve: resolving(['127.0.0.1']),
    request: httpRequest as Network['request'],
  };

  it.each([
    ['http://receiver.test/', 'only https is called'],
    ['https://user:secret@receiver.test/', 'only https is called'],
    ['ftp://receiver.test/', 'only https is called'],
    ['https://127.0.0.1/', '127.0.0.1 is not'],
    ['https://2130706433/', '127.0.0.1 is not'],
    ['https://0x7f.1/', '127.0.0.1 is not'],
    ['https://0177.0.0.1/', '127.0.0.1 is not'],
    ['https://[::1]/', '::1 is not'],
    ['https://[::ffff:127.0.0.1]/', '::ffff:7f00:1 is not'],
    ['https://[::ffff:a9fe:a9fe]/', '::ffff:a9fe:a9fe is not'],
    ['https://169.254.169.254/latest/meta-data/', '169.254.169.254 is not'],
    ['https://localhost/', 'is not an address of the public internet'],
  ])('%s is refused: %s', async (address, reason) => {
    const result = await new OutgoingCalls(publicInternet).post(address, {}, '{}');
    expect(result).toEqual({ kind: 'refused', reason: expect.stringContaining(reason) });
  });

  it('refuses a name of which any address is inside, and connects to what it looked at', async () => {
    const mixed = new OutgoingCalls({ ...publicInternet, resolve: resolving(['93.184.215.14', '10.0.0.7']) });
    expect(await mixed.post('https://mixed.test/', {}, '{}')).toEqual({
      kind: 'refused',
      reason: '10.0.0.7 is not an address of the public internet',
    });
    // a name that answers differently when it is asked again is asked once
    answer = (_, response) => response.end('ok');
    const rebinding = new OutgoingCalls({ ...here, resolve: resolving(['127.0.0.1'], ['10.0.0.7']) });
    expect(await rebinding.post(`https://rebinding.test:${port}/`, {}, '{}')).toMatchObject({
      kind: 'answered',
    });
  });

  it('looks at the connection itself, whatever was resolved', async () => {
    answer = (_, response) => response.end('inside');
    let looks = 0;
    const changing = new OutgoingCalls({ ...here, allows: () => (looks += 1) === 1 });
    expect(await changing.post(`https://changing.test:${port}/`, {}, '{}')).toMatchObject({
      kind: 'refused',
    });
    expect(hits).toBe(0);
  });

  it('follows no redirect, reads the first bytes only, and says what was answered', async () => {
    answer = (_, response) =>
      response.writeHead(302, { Location: 'http://127.0.0.1/secret' }).end('moved\u0000 on');
    const calls = new OutgoingCalls(here);
    expect(await calls.post(`https://a.test:${port}/hook?x=1`, {}, '{}')).toEqual({
      kind: 'answered',
      status: 302,
      answer: 'moved  on',
    });
    expect(hits).toBe(1);
    answer = (_, response) => {
      response.writeHead(500);
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
        if (!response.destroyed) response.once('drain', more);
      };
      more();
    };
    const endless = await calls.post(`https://a.test:${port}/`, {}, '{}');
    expect(endless).toEqual({ kind: 'answered', status: 500, answer: 'x'.repeat(512) });
  });

  it('hands over path, headers and body as they are', async () => {
    let seen: unknown;
    answer = (request, response) => {
      let body = '';
      request.on('data', (piece) => (body += piece));
      request.on('end', () => {
        seen = { url: request.url, host: request.headers.host, kind: request.headers['content-type'], body };
        response.writeHead(204).end();
      });
    };
    const result = await new OutgoingCalls(here).post(
      `https://a.test:${port}/hook?x=1`,
      { 'Content-Type': 'application/json' },
      '{"é":1}',
    );
    expect(result).toEqual({ kind: 'answered', status: 204, answer: '' });
    expect(seen).toEqual({
      url: '/hook?x=1',
      host: `a.test:${port}`,
      kind: 'application/json',
      body: '{"é":1}',
    });
  });

  it('says so where nobody answers', async () => {
    answer = (request) => request.socket.destroy();
    expect(await new OutgoingCalls(here).post(`https://a.test:${port}/`, {}, '{}')).toMatchObject({
      kind: 'failed',
      reason: 'ECONNRESET',
    });
    const nobody = new OutgoingCalls({ ...here, resolve: (_, found) => found(new Error('ENOTFOUND'), []) });
    expect(await nobody.post('https://nobody.test/', {}, '{}')).toEqual({
      kind: 'failed',
      reason: 'ENOTFOUND',
    });
  });
});
