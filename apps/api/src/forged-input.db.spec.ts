import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AddressInfo } from 'node:net';
import { DeclaredOperations, newToken } from '@plumbline/platform/identity';
import { type OperationShape, servedPath } from '@plumbline/platform/http';
import { permissions, type Tenant } from '@plumbline/platform/tenancy';
import { actorIn } from '@plumbline/platform/testing';
import { ApiUnderTest } from './api-under-test';

const NOBODY = '01890000-0000-7000-8000-00000000dead';
const fixtures: Readonly<Record<string, string>> = {
  token: 'no-such-token',
  number: '1',
  line: '1',
  version: '1',
  period: '2026-01',
  month: '2026-01',
  metric: 'service_level',
  format: 'csv',
  floor: 'cms-answered-30s',
};

interface Answer {
  readonly status: number;
  readonly text: string;
}

const forged = (position: unknown) => Buffer.from(JSON.stringify(position)).toString('base64url');
const lengths = [1, 2, 3, 4, 5];
const repeated = (value: unknown) => lengths.map((length) => forged(Array.from({ length }, () => value)));

/** Every operation of the OpenAPI document, asked for what no list gave out and no calendar holds. */
describe('what nobody was given', () => {
  let api: ApiUnderTest;
  let own: Tenant;
  let address: string;
  let key: string;
  let reads: readonly OperationShape[];
  let lists: readonly OperationShape[];

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    own = await api.database.tenant();
    await api.app.listen(0, '127.0.0.1');
    address = `http://127.0.0.1:${(api.app.getHttpServer().address() as AddressInfo).port}`;
    // a key with every permission: what it may not call at all is no list
    const { token, hash } = newToken('plk_');
    const at = api.clock.date();
    await api.database.door.withTenant(actorIn(own, 'administrator'), (tx) =>
      tx.query(
        `insert into api_key (tenant_id, id, name, key_hash, hint, scopes, created_by, created_at, expires_at)
         values ($1, $2, 'forger', $3, '…', $4, $5, $6, $7)`,
        [own.id, crypto.randomUUID(), hash, permissions, NOBODY, at, new Date(at.getTime() + 86_400_000)],
      ),
    );
    key = token;
    const served = await fetch(`${address}/api/openapi.json`);
    const document = (await served.json()) as {
      paths: Record<string, Record<string, { operationId?: string; parameters?: { name: string }[] }>>;
    };
    const withCursor = new Set(
      Object.values(document.paths)
        .flatMap((path) => Object.values(path))
        .filter(({ parameters }) => parameters?.some(({ name }) => name === 'cursor'))
        .map(({ operationId }) => operationId),
    );
    const operations = api.get(DeclaredOperations).all();
    reads = operations.filter(
      ({ method, access, path }) => method === 'GET' && 'permission' in access && path.includes(':tenant'),
    );
    lists = operations.filter(({ id }) => withCursor.has(id));
  });
  afterAll(() => api.stop());

  const get = async (
    operation: OperationShape,
    query: Readonly<Record<string, string>> = {},
    parts: Readonly<Record<string, string>> = {},
  ): Promise<Answer> => {
    const path = servedPath(operation).replace(/:(\w+)/g, (_, name: string) =>
      name === 'tenant'
        ? own.slug
        : (parts[name] ?? (name.endsWith('Id') ? NOBODY : (fixtures[name] ?? name))),
    );
    const ended = new AbortController();
    const response = await fetch(`${address}${path}?${new URLSearchParams(query)}`, {
      headers: { Authorization: `Bearer ${key}` },
      signal: ended.signal,
    });
    const stream = response.headers.get('content-type')?.startsWith('text/event-stream');
    const text = stream ? '' : await response.text();
    ended.abort();
    return { status: response.status, text };
  };

  it('is refused by every list as a cursor that it did not give out', async () => {
    const wrong: string[] = [];
    const cursors = [
      'bm90IGpzb24',
      forged({}),
      forged([]),
      ...[1.5, -1, null, true, {}, ['a'], 'a\0b', 1e300].flatMap(repeated),
    ];
    for (const operation of lists) {
      for (const cursor of cursors) {
        const { status, text } = await get(operation, { cursor });
        if (status !== 400 || !text.includes('"invalid-cursor"'))
          wrong.push(`${operation.id} with ${cursor}: ${status} ${text.slice(0, 120)}`);
      }
      const { status } = await get(operation, { cursor: 'a'.repeat(2001) });
      if (status !== 400) wrong.push(`${operation.id} with a long cursor: ${status}`);
    }
    expect(wrong).toEqual([]);
    expect(lists.length).toBeGreaterThan(20);
  }, 300_000);

  it('is refused as one of another list, and breaks none', async () => {
    const wrong: string[] = [];
    const samples = [
      'abc',
      NOBODY,
      '2026-03',
      '2026-03-31',
      '2026-03-31T10:00:00Z',
      '2026-02-30',
      '0000-01',
      7,
    ];
    for (const operation of lists) {
      for (const cursor of samples.flatMap(repeated)) {
        const { status, text } = await get(operation, { cursor });
        // 403: what is told to people is told to no key
        if (![200, 400, 403, 404].includes(status))
          wrong.push(`${operation.id} with ${cursor}: ${status} ${text}`);
      }
    }
    expect(wrong).toEqual([]);
  }, 300_000);

  it('is refused as a year 0, a date that is none or a number no table holds, wherever one can be written', async () => {
    const wrong: string[] = [];
    for (const operation of reads) {
      const names = [...operation.path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '');
      const query = Object.keys((operation.query as { shape?: object } | undefined)?.shape ?? {});
      for (const value of [
        '0000-01',
        '0000-01-01',
        '0000-01-01T00:00:00Z',
        '2147483648',
        '9'.repeat(20),
        '1e300',
      ]) {
        for (const name of names.filter((each) => each !== 'tenant')) {
          const { status, text } = await get(operation, {}, { [name]: value });
          if (![400, 404].includes(status))
            wrong.push(`${operation.id}, ${name} = ${value}: ${status} ${text}`);
        }
        for (const name of query) {
          const { status, text } = await get(operation, { [name]: value });
          if (status >= 500) wrong.push(`${operation.id}, ?${name}=${value}: ${status} ${text}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(reads.length).toBeGreaterThan(lists.length);
  }, 300_000);
});
