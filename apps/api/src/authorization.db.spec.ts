import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AddressInfo } from 'node:net';
import {
  type AccessCase,
  accessPlan,
  DeclaredOperations,
  TenantProvisioning,
} from '@plumbline/platform/identity';
import { type OperationShape, servedPath } from '@plumbline/platform/http';
import {
  permissions,
  permissionsOfRole,
  type Role,
  sideOfRole,
  type Tenant,
} from '@plumbline/platform/tenancy';
import { ApiUnderTest, Browser } from './api-under-test';

const NOBODY = '01890000-0000-7000-8000-00000000dead';

/** What stands for a path parameter. A route with another parameter has no fixture here, and the spec says so. */
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
  policy: 'our-outages',
};

const roles = Object.keys(permissionsOfRole) as Role[];

/** Every operation × every caller × own, foreign and missing tenant (ASVS 8.2, 8.4), over HTTP. */
describe('who may call what', () => {
  let api: ApiUnderTest;
  let own: Tenant;
  let foreign: Tenant;
  let address: string;
  let operations: readonly OperationShape[];
  const callers = new Map<AccessCase['caller'], () => Record<string, string>>();

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    [own, foreign] = [await api.database.tenant(), await api.database.tenant()];
    await api.app.listen(0, '127.0.0.1');
    address = `http://127.0.0.1:${(api.app.getHttpServer().address() as AddressInfo).port}`;
    operations = api.get(DeclaredOperations).all();
    const vendor = await api.database.vendor(own);
    for (const role of roles) {
      const { browser } = await api.member(own, role, sideOfRole(role) === 'vendor' ? vendor.id : null);
      callers.set(role, () => browser.headers());
    }
    const half = new Browser(api);
    const person = await api.person('JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP');
    for (const role of ['administrator'] as const)
      await api.get(TenantProvisioning).join(own, person.id, role);
    await half.password(person.email);
    await half.readSession();
    callers.set('before-mfa', () => half.headers());
    callers.set('signed-out', () => new Browser(api).headers());
  });
  afterAll(() => api.stop());

  /** A key with one scope, put straight into the table: no role has every permission to give. */
  const keys = new Map<string, string>();
  const keyWith = async (scope: string): Promise<string> => {
    const known = keys.get(scope);
    if (known) return known;
    const { newToken } = await import('@plumbline/platform/identity');
    const { actorIn } = await import('@plumbline/platform/testing');
    const { token, hash } = newToken('plk_');
    const at = api.clock.date();
    await api.database.door.withTenant(actorIn(own, 'administrator'), (tx) =>
      tx.query(
        `insert into api_key (tenant_id, id, name, key_hash, hint, scopes, created_by, created_at, expires_at)
         values ($1, $2, 'matrix', $3, '…', $4, $5, $6, $7)`,
        [own.id, crypto.randomUUID(), hash, [scope], NOBODY, at, new Date(at.getTime() + 86_400_000)],
      ),
    );
    keys.set(scope, token);
    return token;
  };

  const headersOf = async ({ caller, operation }: AccessCase): Promise<Record<string, string>> => {
    if (caller !== 'key-with-scope' && caller !== 'key-without-scope') return callers.get(caller)?.() ?? {};
    const wanted = 'permission' in operation.access ? operation.access.permission : '';
    const scope =
      caller === 'key-with-scope' ? wanted : permissions.find((permission) => permission !== wanted);
    return { Authorization: `Bearer ${await keyWith(scope ?? '')}` };
  };

  const pathOf = ({ operation, tenant }: AccessCase): string =>
    servedPath(operation).replace(/:(\w+)/g, (_, name: string) => {
      if (name === 'tenant')
        return tenant === 'own' ? own.slug : tenant === 'foreign' ? foreign.slug : 'no-such-tenant';
      const value = name.endsWith('Id') ? NOBODY : fixtures[name];
      if (value === undefined) throw new Error(`"${name}" of ${operation.id} needs a fixture in this spec`);
      return value;
    });

  const call = async (planned: AccessCase): Promise<{ status: number; code: string; detail: string }> => {
    const { operation } = planned;
    const json = operation.method !== 'GET' && operation.body && !operation.consumes;
    const ended = new AbortController();
    const response = await fetch(`${address}${pathOf(planned)}`, {
      method: operation.method,
      signal: ended.signal,
      headers: {
        ...(await headersOf(planned)),
        ...(json ? { 'Content-Type': 'application/json' } : {}),
        ...(operation.conditional ? { 'If-Match': '"999999"' } : {}),
      },
      ...(json ? { body: JSON.stringify(operation.example.request ?? {}) } : {}),
      ...([operation.consumes].flat().includes('multipart/form-data') ? { body: new FormData() } : {}),
    });
    const problem = response.headers.get('content-type')?.startsWith('application/problem+json');
    const none = { code: '', detail: '' };
    const { code, detail } = problem ? ((await response.json()) as typeof none) : none;
    // an event stream never ends by itself
    ended.abort();
    return { status: response.status, code, detail };
  };

  it('holds for every operation that is served', async () => {
    const plan = accessPlan(operations);
    const wrong: string[] = [];
    for (const planned of plan) {
      const { status, code, detail } = await call(planned);
      // a handler may refuse for reasons of its own; the guard's refusals have these codes
      const refused = ['permission-missing', 'csrf-token', 'foreign-origin', 'mfa-required'].includes(code);
      const admitted = status < 500 && !refused && detail !== 'There is no such tenant here.';
      const open = 'open' in planned.operation.access;
      const right =
        planned.expected === 'admitted' ? admitted && (open || status !== 401) : status === planned.expected;
      const foreignTold = planned.expected === 404 && detail !== 'There is no such tenant here.';
      if (!right || foreignTold) {
        const { operation, caller, tenant, expected } = planned;
        wrong.push(
          `${operation.id} by ${caller} in ${tenant} tenant: ${status} (${detail}), expected ${expected}`,
        );
      }
    }
    expect(wrong).toEqual([]);
    expect(plan.length).toBeGreaterThan(operations.length * 2);
  }, 600_000);

  it('lets each permission be held by somebody, and be needed by something', () => {
    const needed = new Set(
      operations.flatMap(({ access }) => ('permission' in access ? [access.permission] : [])),
    );
    const held = new Set<string>(roles.flatMap((role) => permissionsOfRole[role]));
    expect([...needed].filter((permission) => !held.has(permission))).toEqual([]);
  });
});
