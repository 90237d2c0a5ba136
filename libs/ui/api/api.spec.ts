import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { operation, tenantParams, tenantSlug } from '@plumbline/api/schema';
import * as z from 'zod';
import { SessionStore } from '../session/session-store';
import { provideTenantForTests } from '../testing/tenant-testing';
import { Api } from './api';
import { ApiProblem } from './api-problem';
import { Submission } from './submission';
import { TenantApi } from './tenant-api';

const vendor = z.object({ id: z.string() });
const problem = {
  type: 'about:blank',
  title: 'Not valid',
  status: 400,
  code: 'invalid',
  detail: 'One field is wrong.',
  instance: 'req-7',
  fields: [{ path: 'name', code: 'taken', detail: 'is taken' }],
};

describe('Api', () => {
  let http: HttpTestingController;
  let api: Api;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: provideTenantForTests() });
    api = TestBed.inject(Api);
    http = TestBed.inject(HttpTestingController);
  });
  afterEach(() => http.verify());

  it('answers what the schema reads', async () => {
    const answer = api.get('/things', vendor, { query: { month: '2026-03', none: undefined, empty: '' } });
    http.expectOne('/api/v1/things?month=2026-03').flush({ id: 'v1' });
    await expect(answer).resolves.toEqual({ id: 'v1' });
  });

  it('throws a problem when the answer is not what was agreed', async () => {
    const answer = api.get('/things', vendor);
    http.expectOne('/api/v1/things').flush({ id: 7 });
    await expect(answer).rejects.toMatchObject({
      code: 'unexpected-answer',
      detail: expect.stringContaining('at id'),
    });
  });

  it('throws the problem details of the server, with code, fields and reference', async () => {
    const answer = api.post('/things', {}, vendor);
    http.expectOne('/api/v1/things').flush(problem, { status: 400, statusText: 'Bad Request' });
    await expect(answer).rejects.toBeInstanceOf(ApiProblem);
    await expect(answer).rejects.toMatchObject({
      code: 'invalid',
      status: 400,
      reference: 'req-7',
      fields: [{ path: 'name' }],
    });
  });

  it('says so when nothing answers, and when what answers is no problem details', async () => {
    const offline = api.get('/things', vendor);
    http.expectOne('/api/v1/things').error(new ProgressEvent('error'));
    await expect(offline).rejects.toMatchObject({ code: 'offline', status: 0 });
    const proxy = api.get('/things', vendor);
    http.expectOne('/api/v1/things').flush('<html>', { status: 502, statusText: 'Bad Gateway' });
    await expect(proxy).rejects.toMatchObject({ code: 'failed', status: 502 });
  });

  it('sends the CSRF token with unsafe calls only', async () => {
    const safe = api.get('/things', vendor);
    const get = http.expectOne('/api/v1/things');
    expect(get.request.headers.has('X-CSRF-Token')).toBe(false);
    get.flush({ id: 'v1' });
    await safe;
    const unsafe = api.delete('/things/1', { ifMatch: '"3"' });
    const remove = http.expectOne('/api/v1/things/1');
    expect(remove.request.headers.get('X-CSRF-Token')).toBe('csrf-of-this-session');
    expect(remove.request.headers.get('If-Match')).toBe('"3"');
    remove.flush(null, { status: 204, statusText: 'No Content' });
    await unsafe;
  });

  it('repeats a lost submission under the same key, and starts a new one after success', async () => {
    const submission = new Submission();
    const send = () => api.post('/things', { name: 'A' }, vendor, { submission });
    const keys: (string | null)[] = [];
    const answer = (reply: 'lost' | 'done') => {
      const request = http.expectOne('/api/v1/things');
      keys.push(request.request.headers.get('Idempotency-Key'));
      if (reply === 'lost') request.error(new ProgressEvent('error'));
      else request.flush({ id: 'v1' });
    };
    const lost = send();
    answer('lost');
    await expect(lost).rejects.toMatchObject({ code: 'offline' });
    const repeated = send();
    answer('done');
    await repeated;
    const next = send();
    answer('done');
    await next;
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[0]);
  });

  it('carries the version of what was read', async () => {
    const answer = api.getVersioned('/things/1', vendor);
    http.expectOne('/api/v1/things/1').flush({ id: 'v1' }, { headers: { ETag: '"7"' } });
    await expect(answer).resolves.toEqual({ value: { id: 'v1' }, version: '"7"' });
    const without = api.getVersioned('/things/1', vendor);
    http.expectOne('/api/v1/things/1').flush({ id: 'v1' });
    await expect(without).rejects.toMatchObject({ code: 'unexpected-answer' });
  });

  it('cancels with its signal', async () => {
    const controller = new AbortController();
    const answer = api.get('/things', vendor, { signal: controller.signal });
    const request = http.expectOne('/api/v1/things');
    controller.abort();
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
    expect(request.cancelled).toBe(true);
  });

  it('ends the session at the first 401', async () => {
    const store = TestBed.inject(SessionStore);
    expect(store.signedIn()).toBe(true);
    const answer = api.get('/things', vendor);
    http
      .expectOne('/api/v1/things')
      .flush({ ...problem, status: 401, code: 'signed-out' }, { status: 401, statusText: 'Unauthorized' });
    await expect(answer).rejects.toMatchObject({ status: 401 });
    expect(store.signedIn()).toBe(false);
    expect(store.endedCount()).toBe(1);
  });
});

describe('TenantApi', () => {
  const change = operation({
    id: 'changeThing',
    method: 'PATCH',
    path: '/tenants/:tenant/things/:thingId',
    summary: 'Change',
    thing: 'things',
    access: { permission: 'thing.write' },
    params: z.strictObject({ tenant: tenantSlug, thingId: z.string() }),
    body: z.strictObject({ name: z.string() }),
    response: vendor,
    conditional: true,
    example: {},
  });
  const list = operation({
    id: 'listThings',
    method: 'GET',
    path: '/tenants/:tenant/things',
    summary: 'List',
    thing: 'things',
    access: { permission: 'thing.read' },
    params: tenantParams,
    query: z.strictObject({ month: z.string().optional() }),
    response: z.array(vendor),
    example: {},
  });

  it('calls an operation below the tenant of its address', async () => {
    TestBed.configureTestingModule({ providers: provideTenantForTests({ slug: 'harbor' }) });
    const api = TestBed.inject(TenantApi);
    const http = TestBed.inject(HttpTestingController);
    const changed = api.call(
      change,
      { params: { thingId: 'a/b' }, body: { name: 'New' } },
      { ifMatch: '"1"' },
    );
    const request = http.expectOne('/api/v1/tenants/harbor/things/a%2Fb');
    expect([request.request.method, request.request.body, request.request.headers.get('If-Match')]).toEqual([
      'PATCH',
      { name: 'New' },
      '"1"',
    ]);
    request.flush({ id: 'v1' });
    await expect(changed).resolves.toEqual({ id: 'v1' });
    const listed = api.call(list, { query: { month: '2026-03' } });
    http.expectOne('/api/v1/tenants/harbor/things?month=2026-03').flush([{ id: 'v1' }]);
    await expect(listed).resolves.toEqual([{ id: 'v1' }]);
    expect(api.urlOf(list, { query: {} })).toBe('/api/v1/tenants/harbor/things');
  });
});
