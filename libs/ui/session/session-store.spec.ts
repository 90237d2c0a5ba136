import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { Reader } from '../i18n/reader';
import { sessionForTests } from '../testing/tenant-testing';
import { SessionStore } from './session-store';

const signedOut = {
  type: 'about:blank',
  title: 'Sign in first',
  status: 401,
  code: 'signed-out',
  detail: 'Sign in.',
  instance: 'r',
};

describe('SessionStore', () => {
  let store: SessionStore;
  let http: HttpTestingController;
  const session = () => http.expectOne('/api/v1/session');

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    store = TestBed.inject(SessionStore);
    http = TestBed.inject(HttpTestingController);
  });

  it('asks once, however many ask at the same time', async () => {
    const both = Promise.all([store.load(), store.load()]);
    session().flush(sessionForTests({ permissions: ['vendor.read'] }));
    const [one, other] = await both;
    expect(one).toBe(other);
    expect(store.signedIn()).toBe(true);
    expect(store.can('northstar', 'vendor.read')).toBe(true);
    expect(store.can('northstar', 'vendor.write')).toBe(false);
    expect(store.can('harbor', 'vendor.read')).toBe(false);
    expect(TestBed.inject(Reader).locale()).toBe('en');
    await store.load();
    http.verify();
  });

  it('takes 401 as signed out, and nothing else', async () => {
    const out = store.load();
    session().flush(signedOut, { status: 401, statusText: 'Unauthorized' });
    await expect(out).resolves.toBeNull();
    const broken = store.refresh();
    session().error(new ProgressEvent('error'));
    await expect(broken).rejects.toMatchObject({ code: 'offline' });
  });

  it.each(['required', 'enrol'] as const)('is not signed in while a second factor is %s', async (mfa) => {
    const loaded = store.load();
    session().flush({ ...sessionForTests(), mfa });
    await loaded;
    expect(store.signedIn()).toBe(false);
  });

  it('forgets the session on signing out', async () => {
    const loaded = store.load();
    session().flush(sessionForTests());
    await loaded;
    const out = store.signOut();
    session().flush(null, { status: 204, statusText: 'No Content' });
    await out;
    expect(store.session()).toBeNull();
    expect(store.endedCount()).toBe(0);
  });
});
