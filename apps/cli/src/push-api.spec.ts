import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { type KpiFile, kpiFile, viewKpiFile } from '@plumbline/measurements/schema';
import { exitCodes, Stop } from './exit-codes';
import { PushApi } from './push-api';

const file = kpiFile.parse(viewKpiFile.example.response) as KpiFile;
const CSV = 'day,offered\n2026-03-01,1\n';

type Answer = (request: IncomingMessage, response: ServerResponse, body: string) => void;

describe('calls over a network that fails', () => {
  let folder: string;
  let server: Server;
  let api: PushApi;
  let seen: { method: string; url: string; headers: IncomingMessage['headers']; body: string }[];
  /** One for each call, in order. */
  let answers: Answer[];

  const ok =
    (body: object, status = 200): Answer =>
    (_, response) =>
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
  const lost: Answer = (request) => request.socket.destroy();

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'plumbline-cli-'));
    const path = join(folder, 'march.csv');
    writeFileSync(path, CSV);
    seen = [];
    answers = [];
    server = createServer((request, response) => {
      void text(request).then((body) => {
        const { method = '', url = '', headers } = request;
        seen.push({ method, url, headers, body });
        (answers.shift() ?? lost)(request, response, body);
      });
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    const options = { url, tenant: 'acme', key: 'plk_x', vendor: 'NORTH WIND', path, bytes: CSV.length };
    api = new PushApi(options, '9.9.9', [1, 1, 1]);
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
    rmSync(folder, { recursive: true });
  });

  it('send the file again under the same Idempotency-Key', async () => {
    const sent: number[] = [];
    answers = [lost, ok({ code: 'in-progress', detail: 'still running' }, 409), ok(file, 201)];
    expect((await api.upload((bytes) => sent.push(bytes))).id).toBe(file.id);
    expect(seen.map(({ method, url, body }) => [method, url, body])).toEqual(
      Array(3).fill(['POST', '/api/v1/tenants/acme/kpi-files?vendorCode=NORTH+WIND&name=march.csv', CSV]),
    );
    expect(new Set(seen.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
    expect(seen[0]?.headers).toMatchObject({
      authorization: 'Bearer plk_x',
      'user-agent': 'plumbline-cli/9.9.9',
      'content-length': String(CSV.length),
    });
    expect(sent.at(-1)).toBe(CSV.length);
  });

  it('do not repeat a change that happened and whose answer was lost', async () => {
    answers = [lost, ok({ ...file, version: file.version + 1 })];
    expect((await api.confirm(file, { wrongRows: 'refuse' })).version).toBe(file.version + 1);
    expect(seen.map(({ method }) => method)).toEqual(['POST', 'GET']);
  });

  it('repeat a change that did not happen', async () => {
    answers = [lost, ok(file), ok({ ...file, version: file.version + 1 })];
    await api.confirm(file, { wrongRows: 'refuse' });
    expect(seen.map(({ method, headers }) => [method, headers['if-match']])).toEqual([
      ['POST', `"${file.version}"`],
      ['GET', undefined],
      ['POST', `"${file.version}"`],
    ]);
  });

  it.each<[string, Answer[], number, RegExp]>([
    ['nobody answers', [], exitCodes.trouble, /127\.0\.0\.1/],
    [
      'the server broke',
      [ok({ code: 'internal', detail: 'broke' }, 500)],
      exitCodes.trouble,
      /broke \(internal\)/,
    ],
    ['another place answers', [ok({}, 302)], exitCodes.trouble, /302/],
    [
      'the key is wrong',
      [ok({ code: 'api-key-not-valid', detail: 'no' }, 401)],
      exitCodes.usage,
      /api-key-not-valid/,
    ],
    ['there is no such vendor', [ok({ code: 'not-found', detail: 'no' }, 404)], exitCodes.usage, /not-found/],
    [
      'the file is refused',
      [ok({ code: 'not-csv', detail: 'A PDF' }, 422)],
      exitCodes.wrong,
      /A PDF \(not-csv\)/,
    ],
    ['the file is too large', [ok({ code: 'too-large', detail: 'no' }, 413)], exitCodes.wrong, /too-large/],
  ])('end with their own exit code where %s', async (_, planned, exitCode, said) => {
    answers = planned;
    const stopped = (await api.upload(() => undefined).catch((error: unknown) => error)) as Stop;
    expect(stopped).toBeInstanceOf(Stop);
    expect([stopped.exitCode, said.test(stopped.message)]).toEqual([exitCode, true]);
  });
});
