import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AfterAnswer, TenantProvisioning } from '@plumbline/platform/identity';
import { ApiUnderTest, Browser, type TestPerson } from './api-under-test';
import { code, TenantUnderTest } from './tenant-under-test';

const NEW_PASSWORD = 'copper lantern under the bridge';

describe('a forgotten password', () => {
  let api: ApiUnderTest;
  let here: TenantUnderTest;
  let browser: Browser;

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    here = await TenantUnderTest.make(api);
  });
  afterAll(() => api.stop());
  beforeEach(() => {
    browser = new Browser(api);
  });

  const joined = async (): Promise<TestPerson> => {
    const person = await api.person();
    await api.get(TenantProvisioning).join(here.tenant, person.id, 'executive');
    return person;
  };
  const reset = (token: string, password = NEW_PASSWORD) =>
    browser.post(`/api/v1/password-resets/${token}`, { password });
  const requested = async (email: string): Promise<void> => {
    await browser.post('/api/v1/password-resets', { email }).expect(202, {});
    await api.get(AfterAnswer).settled();
  };

  it('answers alike for known and unknown addresses, and mails only the known', async () => {
    const person = await joined();
    await requested('nobody-at-all@people.test');
    await requested(person.email.toUpperCase());
    expect(await api.mails('nobody-at-all@people.test')).toEqual([]);
    expect(await api.mails(person.email)).toHaveLength(1);
  });

  it('links to our own address, whatever the request says', async () => {
    const person = await joined();
    await browser
      .post('/api/v1/password-resets', { email: person.email })
      .set({ Host: 'evil.example', 'X-Forwarded-Host': 'evil.example' })
      .expect(202);
    await api.get(AfterAnswer).settled();
    const [mail] = await api.mails(person.email);
    expect(mail?.text).toContain('https://plumbline.test/reset-password/');
    expect(mail?.text).not.toContain('evil');
  });

  it('works once, ends every session, and keeps the second factor', async () => {
    const { person, browser: signedIn } = await api.member(here.tenant, 'administrator');
    await requested(person.email);
    const token = await api.mailedToken(person.email);
    await reset(token).expect(204);
    expect((await signedIn.get('/api/v1/session')).status).toBe(401);
    expect((await new Browser(api).password(person.email)).status).toBe(401);
    expect((await new Browser(api).password(person.email, NEW_PASSWORD)).body).toEqual({ next: 'totp' });
    const again = await reset(token, 'another lantern below the river');
    expect([again.status, code(again)]).toEqual([422, 'link-not-valid']);
    expect((await api.mails(person.email)).at(-1)?.subject).toBe('Your Plumbline password was changed');
    expect(await here.logged()).toContain('password-reset');
  });

  it('lets one of two uses at the same moment through', async () => {
    const person = await joined();
    await requested(person.email);
    const token = await api.mailedToken(person.email);
    const answers = await Promise.all([reset(token), reset(token)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([204, 422]);
  });

  it('is over after half an hour', async () => {
    const person = await joined();
    await requested(person.email);
    await api.advance({ minutes: 30 });
    expect((await reset(await api.mailedToken(person.email))).status).toBe(422);
  });

  it('refuses a guessable password and leaves the link good', async () => {
    const person = await joined();
    await requested(person.email);
    const token = await api.mailedToken(person.email);
    for (const password of ['short', `${here.tenant.name} 2026!`, 'Robin-Sample-Plumbline']) {
      const answer = await reset(token, password);
      expect(answer.status).toBe(400);
      expect((answer.body as { fields: { path: string }[] }).fields[0]?.path).toBe('password');
    }
    await reset(token).expect(204);
  });

  it('mails no more than three links an hour to one address', async () => {
    const person = await joined();
    for (let attempt = 0; attempt < 5; attempt += 1) await requested(person.email);
    expect(await api.mails(person.email)).toHaveLength(3);
  });
});
