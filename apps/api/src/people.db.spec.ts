import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TenantProvisioning } from '@plumbline/platform/identity';
import { ApiUnderTest, Browser } from './api-under-test';
import { code, type ListedMember, TenantUnderTest } from './tenant-under-test';

describe('people of a tenant', () => {
  let api: ApiUnderTest;
  let here: TenantUnderTest;

  beforeAll(async () => {
    api = await ApiUnderTest.start();
  });
  afterAll(() => api.stop());
  beforeEach(async () => {
    here = await TenantUnderTest.make(api);
  });

  describe('roles', () => {
    it('change by the version that was read, end the person’s sessions, and are logged', async () => {
      const { person, browser } = await api.member(here.tenant, 'vendor_manager');
      const membership = await here.membershipOf(person);
      const path = here.at(`/people/${membership.id}`);
      expect((await here.administrator.browser.get(path)).headers['etag']).toBe('"1"');
      const unsaid = await here.administrator.browser.post(path, {}).set('X-HTTP-Method-Override', 'PATCH');
      expect(unsaid.status).toBe(404);
      const stale = await here.administrator.browser.patch(path, { role: 'security' }, 7);
      expect([stale.status, code(stale)]).toEqual([412, 'stale']);
      const changed = await here.administrator.browser.patch(path, { role: 'security' }, 1);
      expect([changed.status, changed.headers['etag'], changed.body]).toMatchObject([
        200,
        '"2"',
        { role: 'security', version: 2 },
      ]);
      expect((await browser.get('/api/v1/session')).status).toBe(401);
      expect(await here.logged()).toContain('role-changed');
    });

    it('demand If-Match', async () => {
      const membership = await here.membershipOf(here.administrator.person);
      const answer = await here.administrator.browser.delete(here.at(`/people/${membership.id}`));
      expect([answer.status, code(answer)]).toEqual([428, 'if-match-required']);
    });

    it('stay on their side', async () => {
      const { person } = await api.member(here.tenant, 'vendor_contributor', here.vendor.id);
      const membership = await here.membershipOf(person);
      const answer = await here.administrator.browser.patch(
        here.at(`/people/${membership.id}`),
        { role: 'executive' },
        1,
      );
      expect([answer.status, code(answer)]).toEqual([422, 'other-side']);
    });

    it('leave at least one administrator, also when two remove each other at once', async () => {
      const own = await here.membershipOf(here.administrator.person);
      const last = await here.administrator.browser.delete(here.at(`/people/${own.id}`), own.version);
      expect([last.status, code(last)]).toEqual([422, 'last-administrator']);
      const demoted = await here.administrator.browser.patch(
        here.at(`/people/${own.id}`),
        { role: 'security' },
        own.version,
      );
      expect(code(demoted)).toBe('last-administrator');

      const second = await api.member(here.tenant, 'administrator');
      const other = await here.membershipOf(second.person);
      const answers = await Promise.all([
        here.administrator.browser.delete(here.at(`/people/${other.id}`), other.version),
        second.browser.delete(here.at(`/people/${own.id}`), own.version),
      ]);
      // the loser finds the rule, or that its own session just ended
      expect(answers.filter((answer) => answer.status === 204)).toHaveLength(1);
    });

    it('end with the membership: sessions, and the keys made under it', async () => {
      const { person, browser } = await api.member(here.tenant, 'vendor_administrator', here.vendor.id);
      const made = await browser.post(here.at('/api-keys'), {
        name: 'nightly',
        scopes: ['vendor.read'],
        vendorId: here.vendor.id,
        expiresInDays: 30,
      });
      const { key } = made.body as { key: string };
      const membership = await here.membershipOf(person);
      await here.administrator.browser
        .delete(here.at(`/people/${membership.id}`), membership.version)
        .expect(204);
      expect((await browser.get('/api/v1/session')).status).toBe(401);
      const machine = await new Browser(api).get(here.at('/vendors')).set('Authorization', `Bearer ${key}`);
      expect([machine.status, code(machine)]).toEqual([401, 'api-key-not-valid']);
      const again = new Browser(api);
      await again.signIn(person);
      expect((await again.get(here.at('/people'))).status).toBe(404);
    });
  });

  describe('what each side sees', () => {
    it('is everybody for the insurer, and their own vendor’s people for a vendor', async () => {
      const own = await api.member(here.tenant, 'vendor_administrator', here.vendor.id);
      const other = await api.member(here.tenant, 'vendor_contributor', here.otherVendor.id);
      const all = (await here.administrator.browser.get(here.at('/people'))).body as {
        items: ListedMember[];
      };
      expect(all.items.map((item) => item.person.id).sort()).toEqual(
        [here.administrator.person.id, own.person.id, other.person.id].sort(),
      );
      const seen = (await own.browser.get(here.at('/people'))).body as { items: ListedMember[] };
      expect(seen.items.map((item) => item.person.id)).toEqual([own.person.id]);
      const hidden = all.items.find((item) => item.person.id === other.person.id);
      expect((await own.browser.get(here.at(`/people/${hidden?.id}`))).status).toBe(404);
      expect((await own.browser.delete(here.at(`/people/${hidden?.id}`), 1)).status).toBe(404);
    });

    it('comes in pages that together are the list', async () => {
      for (let count = 0; count < 4; count += 1) {
        await api.get(TenantProvisioning).join(here.tenant, (await api.person()).id, 'executive');
      }
      const seen: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const page = (
          await here.administrator.browser.get(here.at(`/people?limit=2${cursor && `&cursor=${cursor}`}`))
        ).body as {
          items: ListedMember[];
          nextCursor: string | null;
        };
        seen.push(...page.items.map((item) => item.id));
        cursor = page.nextCursor;
      }
      expect([seen.length, new Set(seen).size]).toEqual([5, 5]);
      expect((await here.administrator.browser.get(here.at('/people?cursor=bm9uc2Vuc2U'))).status).toBe(400);
      expect((await here.administrator.browser.get(here.at('/people?limit=201'))).status).toBe(400);
    });

    it('is the same 404 for a foreign tenant and one that does not exist', async () => {
      const foreign = await api.database.tenant();
      const answers = [
        await here.administrator.browser.get(`/api/v1/tenants/${foreign.slug}/people`),
        await here.administrator.browser.get('/api/v1/tenants/no-such-tenant/people'),
      ];
      const plain = answers.map((answer) => ({ ...(answer.body as object), instance: '' }));
      expect(answers.map((answer) => answer.status)).toEqual([404, 404]);
      expect(plain[0]).toEqual(plain[1]);
    });

    it('lets somebody who serves two vendors act for each as far as their role there goes', async () => {
      const { person, browser } = await api.member(here.tenant, 'vendor_administrator', here.vendor.id);
      await api
        .get(TenantProvisioning)
        .join(here.tenant, person.id, 'vendor_contributor', here.otherVendor.id);
      const vendors = (await browser.get(here.at('/vendors'))).body as { items: { id: string }[] };
      expect(vendors.items.map((item) => item.id).sort()).toEqual(
        [here.vendor.id, here.otherVendor.id].sort(),
      );
      const ask = (vendorId: string) =>
        browser.post(here.at('/invitations'), {
          email: 'two@people.test',
          role: 'vendor_contributor',
          vendorId,
        });
      await ask(here.vendor.id).expect(201);
      expect((await ask(here.otherVendor.id)).status).toBe(404);
    });

    it('answers an address that no member can have like one that none has', async () => {
      const [malformed, missing] = await Promise.all(
        ['not-an-id', here.tenant.id].map((id) => here.administrator.browser.get(here.at(`/people/${id}`))),
      );
      expect([malformed?.status, missing?.status]).toEqual([404, 404]);
      expect(code(malformed!)).toBe('not-found');
    });

    it('logs a denial in the tenant', async () => {
      const { browser } = await api.member(here.tenant, 'executive');
      const refused = await browser.get(here.at('/people'));
      expect([refused.status, code(refused)]).toEqual([403, 'permission-missing']);
      expect(await here.logged()).toContain('access-denied');
    });
  });
});
