import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@plumbline/platform/database';
import type { Tenant } from '@plumbline/platform/tenancy';
import type { Profile, ProfileChange } from '@plumbline/vendors/schema';
import { ApiUnderTest, type Browser } from './api-under-test';
import { code, TenantUnderTest } from './tenant-under-test';

const site = {
  name: 'Makati',
  country: 'PH',
  city: 'Makati',
  timezone: 'Asia/Manila',
  services: ['voice'],
  phiHandled: true,
};
const day = [['08:00', '17:00']];
const office = { mon: day, tue: day, wed: day, thu: day, fri: day };
const contact = {
  name: 'Ana Reyes',
  role: 'operations',
  email: 'ana@northwind.example',
  phone: null,
  hours: { timezone: 'Asia/Manila', hours: office },
};
const fourthParty = {
  name: 'Clearscript',
  service: 'Transcription',
  phiKinds: ['voice'],
  places: ['US'],
  since: '2026-01-01',
};
const flow = { kind: 'recordings', system: 'Recorder', place: 'US', phiKinds: ['voice'], retentionDays: 365 };

describe('the profile of a vendor', () => {
  let api: ApiUnderTest;
  let here: TenantUnderTest;
  let partner: Browser;
  let path: (rest?: string) => string;

  beforeAll(async () => {
    api = await ApiUnderTest.start();
  });
  afterAll(() => api.stop());
  beforeEach(async () => {
    here = await TenantUnderTest.make(api);
    partner = (await api.member(here.tenant, 'vendor_administrator', here.vendor.id)).browser;
    path = (rest = '') => here.at(`/vendors/${here.vendor.id}${rest}`);
  });

  const profile = async (who: Browser): Promise<Profile> => (await who.get(path('/profile'))).body as Profile;
  const entered = async (who: Browser, section: string, body: object) => {
    const answer = await who.post(path(`/${section}`), body);
    if (answer.status !== 201) throw new Error(`${answer.status}: ${answer.text}`);
    return answer.body as { id: string; version: number };
  };

  it('is kept by both sides, with who changed what', async () => {
    const made = await entered(partner, 'sites', site);
    const changed = await here.administrator.browser
      .put(path(`/sites/${made.id}`), { ...site, phiHandled: false })
      .set('If-Match', '"1"');
    expect([changed.status, changed.headers['etag'], changed.body]).toMatchObject([
      200,
      '"2"',
      { phiHandled: false, calendarId: null, version: 2 },
    ]);
    const late = await partner.put(path(`/sites/${made.id}`), site).set('If-Match', '"1"');
    expect([late.status, code(late)]).toEqual([412, 'stale']);
    expect((await profile(partner)).sites).toEqual([changed.body]);

    const { items } = (await partner.get(path('/profile/changes'))).body as { items: ProfileChange[] };
    expect(items).toMatchObject([
      { act: 'changed', side: 'insurer', changed: { phiHandled: { from: true, to: false } } },
      { act: 'added', side: 'vendor', name: 'Makati', entryId: made.id },
    ]);
    expect(await here.logged()).toEqual(
      expect.arrayContaining(['vendor-profile-added', 'vendor-profile-changed']),
    );
  });

  it('writes nothing when nothing changes, and keeps what is taken out in the history', async () => {
    const made = await entered(partner, 'sites', site);
    const same = await partner.put(path(`/sites/${made.id}`), site).set('If-Match', '"1"');
    expect((same.body as { version: number }).version).toBe(1);
    expect((await partner.delete(path(`/sites/${made.id}`), 1)).status).toBe(204);
    expect((await profile(partner)).sites).toEqual([]);
    expect((await partner.delete(path(`/sites/${made.id}`), 2)).status).toBe(404);
    const { items } = (await partner.get(path('/profile/changes?limit=1'))).body as {
      items: ProfileChange[];
    };
    expect(items).toMatchObject([{ act: 'removed', name: 'Makati' }]);
  });

  it('names no person in the activity log', async () => {
    await entered(partner, 'contacts', contact);
    const rows = await here.query<{ detail: object }>('select detail from activity_log where tenant_id = $1');
    expect(JSON.stringify(rows)).not.toMatch(/Ana|northwind/);
    expect(rows.map(({ detail }) => detail)).toContainEqual({
      fields: ['name', 'role', 'email', 'phone', 'language', 'hours', 'calendarId'],
    });
  });

  it.each<[section: string, body: object, field: string]>([
    ['sites', { ...site, country: 'XX' }, 'country'],
    ['sites', { ...site, timezone: '+08:00' }, 'timezone'],
    ['sites', { ...site, calendarId: newId() }, 'calendarId'],
    ['sites', { ...site, colour: 'red' }, 'colour'],
    ['contacts', { ...contact, email: null }, 'email'],
    ['contacts', { ...contact, hours: { timezone: 'Asia/Manila', hours: {} } }, 'hours.hours'],
    [
      'contacts',
      { ...contact, hours: { timezone: 'Asia/Manila', hours: { mon: [['17:00', '08:00']] } } },
      'hours.hours.mon.0',
    ],
    ['fourth-parties', { ...fourthParty, until: '2025-12-31' }, 'until'],
    ['fourth-parties', { ...fourthParty, approval: 'approved' }, 'approval'],
    ['data-flows', { ...flow, kind: 'other' }, 'called'],
    ['data-flows', { ...flow, fourthPartyId: newId() }, 'fourthPartyId'],
  ])('refuses in %s what cannot be meant: %j at %s', async (section, body, field) => {
    const answer = await partner.post(path(`/${section}`), body);
    const { fields } = answer.body as { fields: { path: string }[] };
    expect([answer.status, fields.map((each) => each.path)]).toEqual([400, [field]]);
  });

  describe('seen by others', () => {
    it('is read by the insurer and by the vendor alone, and written by whoever keeps it', async () => {
      const made = await entered(partner, 'sites', site);
      const stranger = (await api.member(here.tenant, 'vendor_administrator', here.otherVendor.id)).browser;
      const contributor = (await api.member(here.tenant, 'vendor_contributor', here.vendor.id)).browser;
      const security = (await api.member(here.tenant, 'security')).browser;
      for (const who of [contributor, security]) {
        expect((await profile(who)).sites).toHaveLength(1);
        const denied = await who.post(path('/sites'), site);
        expect([denied.status, code(denied)]).toEqual([403, 'permission-missing']);
      }
      const answers = [
        await stranger.get(path('/profile')),
        await stranger.get(path('/profile/changes')),
        await stranger.get(path('/profile/sources')),
        await stranger.post(path('/sites'), site),
        await stranger.put(path('/escalation-ladder'), { stages: [] }).set('If-Match', '"0"'),
      ];
      const missing = await stranger.get(here.at(`/vendors/${newId()}/profile`));
      for (const answer of answers) {
        expect([answer.status, (answer.body as { detail: string }).detail]).toEqual([
          404,
          (missing.body as { detail: string }).detail,
        ]);
      }
      // a vendor's own address leads to no entry of another vendor
      const own = here.at(`/vendors/${here.otherVendor.id}/sites/${made.id}`);
      expect((await stranger.put(own, site).set('If-Match', '"1"')).status).toBe(404);
      expect((await stranger.delete(own, 1)).status).toBe(404);
      const elsewhere = await TenantUnderTest.make(api);
      expect((await elsewhere.administrator.browser.get(path('/profile'))).status).toBe(404);
    });
  });

  describe('the escalation ladder', () => {
    it('says who would be reached now, by the hours of contacts and calendars', async () => {
      const calendar = await here.administrator.browser.post(here.at('/calendars'), {
        name: 'Chicago office',
        timezone: 'America/Chicago',
        hours: office,
      });
      const evening = { timezone: 'Asia/Manila', hours: { mon: [['12:00', '20:00']] } };
      const day = await entered(partner, 'contacts', { ...contact, hours: evening });
      const night = await entered(partner, 'contacts', {
        ...contact,
        name: 'Lee Cruz',
        hours: null,
        calendarId: (calendar.body as { id: string }).id,
      });
      const stages = [
        { contactId: night.id, afterMinutes: 0, respectHours: true },
        { contactId: day.id, afterMinutes: 15, respectHours: true },
        { contactId: night.id, afterMinutes: 60, respectHours: false },
      ];
      const set = await partner.put(path('/escalation-ladder'), { stages }).set('If-Match', '"0"');
      expect([set.status, set.headers['etag']]).toEqual([200, '"1"']);

      // on a Monday, about 17:00 in Manila and 03:00 in Chicago
      const inMinutes = (minutes: number) => api.clock.now().add({ minutes }).toString();
      const { ladder, calendars } = await profile(partner);
      expect(ladder).toMatchObject({
        now: 1,
        stages: [
          { name: 'Lee Cruz', reach: 'closed', reachedAt: '2026-03-02T14:00:00Z' },
          { name: 'Ana Reyes', reach: 'open', reachedAt: inMinutes(15) },
          { name: 'Lee Cruz', reach: 'any-time', reachedAt: inMinutes(60) },
        ],
      });
      expect(calendars).toMatchObject([{ name: 'Chicago office' }]);

      const used = await partner.delete(path(`/contacts/${day.id}`), 1);
      expect([used.status, code(used)]).toEqual([422, 'profile-entry-in-use']);
    });

    it('names only contacts of the vendor, and people of the insurer or the vendor', async () => {
      const { person: ours } = await api.member(here.tenant, 'vendor_contributor', here.vendor.id);
      const { person: theirs } = await api.member(here.tenant, 'vendor_contributor', here.otherVendor.id);
      const put = (who: Browser, stage: object, version: number) =>
        who
          .put(path('/escalation-ladder'), { stages: [{ afterMinutes: 0, respectHours: false, ...stage }] })
          .set('If-Match', `"${version}"`);
      for (const stage of [{ contactId: newId() }, { personId: newId() }, { personId: theirs.id }]) {
        const answer = await put(here.administrator.browser, stage, 0);
        expect([answer.status, answer.body]).toMatchObject([400, { fields: [{ code: 'stage-unknown' }] }]);
      }
      // whom the insurer put there stays where a vendor that cannot see them changes the rest
      const insurers = { personId: here.administrator.person.id };
      expect((await put(partner, insurers, 0)).status).toBe(400);
      expect((await put(here.administrator.browser, insurers, 0)).status).toBe(200);
      const kept = await partner
        .put(path('/escalation-ladder'), {
          stages: [
            { personId: ours.id, afterMinutes: 0, respectHours: false },
            { ...insurers, afterMinutes: 30, respectHours: false },
          ],
        })
        .set('If-Match', '"1"');
      expect(kept.body).toMatchObject({
        now: 0,
        stages: [
          { name: ours.name, left: false },
          { name: here.administrator.person.name, left: false },
        ],
      });
    });

    it('is set once by whoever is first, of several at once', async () => {
      const all = await Promise.all(
        [1, 2, 3].map(() => partner.put(path('/escalation-ladder'), { stages: [] }).set('If-Match', '"0"')),
      );
      expect(all.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
    });
  });

  describe('fourth parties', () => {
    const decide = (who: Browser, id: string, version: number, approval = 'approved') =>
      who
        .post(path(`/fourth-parties/${id}/decision`), { approval, reason: 'Its report was read' })
        .set('If-Match', `"${version}"`);

    it('are approved by the insurer, never by who entered them, and anew when they change', async () => {
      const { id } = await entered(partner, 'fourth-parties', fourthParty);
      expect((await decide(partner, id, 1)).status).toBe(403);
      const approved = await decide(here.administrator.browser, id, 1);
      expect(approved.body).toMatchObject({ approval: 'approved', decidedBy: 'Robin Sample', version: 2 });
      const ends = { ...fourthParty, until: '2027-01-01' };
      const ended = await partner.put(path(`/fourth-parties/${id}`), ends).set('If-Match', '"2"');
      expect(ended.body).toMatchObject({ approval: 'approved', version: 3 });
      const moved = { ...ends, places: ['US', 'IN'] };
      const changed = await partner.put(path(`/fourth-parties/${id}`), moved).set('If-Match', '"3"');
      expect(changed.body).toMatchObject({ approval: 'waiting', decidedBy: null, version: 4 });

      const own = await entered(here.administrator.browser, 'fourth-parties', fourthParty);
      const refused = await decide(here.administrator.browser, own.id, 1);
      expect([refused.status, code(refused)]).toEqual([422, 'own-request']);
    });

    it('lose nothing to two people who change one at the same time', async () => {
      const party = await entered(partner, 'fourth-parties', fourthParty);
      const change = (who: Browser, service: string) =>
        who
          .put(path(`/fourth-parties/${party.id}`), { ...fourthParty, service })
          .set('If-Match', `"${party.version}"`);
      const answers = await Promise.all([
        change(partner, 'Transcription of calls'),
        change(here.administrator.browser, 'Transcription and translation'),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
      const kept = answers.find(({ status }) => status === 200)?.body as object;
      expect((await profile(partner)).fourthParties).toEqual([kept]);
    });

    it('are never named by a flow that came while they were taken out', async () => {
      for (let round = 0; round < 4; round += 1) {
        const party = await entered(partner, 'fourth-parties', { ...fourthParty, name: `Party ${round}` });
        const [removed, named] = await Promise.all([
          partner.delete(path(`/fourth-parties/${party.id}`)).set('If-Match', `"${party.version}"`),
          here.administrator.browser.post(path('/data-flows'), { ...flow, fourthPartyId: party.id }),
        ]);
        const outcome = [removed.status, code(removed) ?? null, named.status, code(named) ?? null];
        expect([
          [204, null, 400, 'invalid'],
          [422, 'profile-entry-in-use', 201, null],
        ]).toContainEqual(outcome);
      }
    });

    it('are decided on once, of several decisions at the same time', async () => {
      const { id } = await entered(partner, 'fourth-parties', fourthParty);
      const all = await Promise.all(
        ['approved', 'refused', 'approved'].map((approval) =>
          decide(here.administrator.browser, id, 1, approval),
        ),
      );
      expect(all.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
    });
  });

  describe('the data-flow map', () => {
    it('is judged at each reading by the clause of the contract in force, and by its fourth parties', async () => {
      await entered(partner, 'data-flows', flow);
      const keeper = await entered(partner, 'fourth-parties', fourthParty);
      await entered(partner, 'data-flows', { ...flow, place: 'PH', fourthPartyId: keeper.id });
      const codes = async () =>
        (await profile(partner)).dataFlows.map(({ findings }) => findings.map((each) => each.code));
      const unapproved = 'flow-fourth-party-not-approved';
      expect(await codes()).toEqual([['residency-no-contract'], ['residency-no-contract', unapproved]]);
      await agreeOn(here, 'MSA-1', { from: '2026-01-01', regions: ['US'] });
      expect(await codes()).toEqual([[], ['residency-outside', unapproved]]);
      // a contract that comes later says nothing today
      await agreeOn(here, 'MSA-2', { from: '2026-07-01', regions: ['PH'] });
      expect(await codes()).toEqual([[], ['residency-outside', unapproved]]);
      const { residency } = await profile(here.administrator.browser);
      expect(residency).toMatchObject([{ contract: 'MSA-1', clause: { number: '10.4', regions: ['US'] } }]);
      const used = await partner.delete(path(`/fourth-parties/${keeper.id}`), 1);
      expect([used.status, code(used)]).toEqual([422, 'profile-entry-in-use']);
    });
  });

  it('keeps the language-access register as one', async () => {
    const register = {
      languages: [{ language: 'es', channels: ['voice'], by: 'own_agents' }],
      tty: '+1 800 555 0199',
      relay: true,
      publishedAt: 'https://northwind.example/help',
    };
    const put = (body: object, version: number) =>
      partner.put(path('/language-access'), body).set('If-Match', `"${version}"`);
    expect((await put(register, 0)).body).toMatchObject({ version: 1, register: { tty: register.tty } });
    expect((await put({ ...register, publishedAt: 'javascript:alert(1)' }, 1)).body).toMatchObject({
      fields: [{ path: 'publishedAt' }],
    });
    const twice = { ...register, languages: [register.languages[0], register.languages[0]] };
    expect((await put(twice, 1)).body).toMatchObject({ fields: [{ path: 'languages.1.language' }] });
    expect((await profile(partner)).languageAccess).toMatchObject({ version: 1, register: { relay: true } });
    expect((await put((await profile(partner)).languageAccess.register ?? {}, 1)).body).toMatchObject({
      version: 1,
    });
    const { items } = (await partner.get(path('/profile/changes'))).body as { items: ProfileChange[] };
    expect(items).toMatchObject([
      { section: 'language-access', act: 'added', entryId: null, changed: { register: { from: null } } },
    ]);
  });

  describe('taken over by a partner of several insurers', () => {
    let there: TenantUnderTest;
    let both: Browser;
    let name: string;
    const pathThere = (rest = '') => there.at(`/vendors/${there.vendor.id}${rest}`);
    const take = (sections: readonly string[], from = there.tenant) =>
      both.post(path('/profile/take-overs'), {
        from: { tenant: from.slug, vendorId: there.vendor.id },
        sections,
      });

    beforeEach(async () => {
      const { TenantProvisioning } = await import('@plumbline/platform/identity');
      there = await TenantUnderTest.make(api);
      const { person } = await api.member(here.tenant, 'vendor_administrator', here.vendor.id);
      await api
        .get(TenantProvisioning)
        .join(there.tenant, person.id, 'vendor_administrator', there.vendor.id);
      const { Browser: OwnBrowser } = await import('./api-under-test');
      both = new OwnBrowser(api);
      await both.signIn(person);
      name = person.name;
    });
    const enterThere = async (who: Browser, section: string, body: object) =>
      (await who.post(pathThere(`/${section}`), body)).body as { id: string };

    it('enters what its people entered there, once, and leaves what an insurer wrote', async () => {
      await enterThere(both, 'sites', site);
      await enterThere(there.administrator.browser, 'sites', { ...site, name: 'Noted by the insurer' });
      const touched = await enterThere(both, 'sites', { ...site, name: 'Cebu' });
      await there.administrator.browser
        .put(pathThere(`/sites/${touched.id}`), { ...site, name: 'Cebu, see our audit' })
        .set('If-Match', '"1"');
      const { id } = await enterThere(both, 'contacts', contact);
      const keeper = await enterThere(both, 'fourth-parties', fourthParty);
      await there.administrator.browser
        .post(pathThere(`/fourth-parties/${keeper.id}/decision`), { approval: 'approved', reason: 'Fine' })
        .set('If-Match', '"1"');
      await enterThere(both, 'data-flows', { ...flow, fourthPartyId: keeper.id });
      const stages = [{ contactId: id, afterMinutes: 5, respectHours: true }];
      await both.put(pathThere('/escalation-ladder'), { stages }).set('If-Match', '"0"');

      const { items } = (await both.get(path('/profile/sources'))).body as { items: object[] };
      expect(items).toEqual([
        {
          tenant: there.tenant.slug,
          insurer: there.tenant.name,
          vendorId: there.vendor.id,
          counts: {
            sites: 1,
            contacts: 1,
            ladder: 1,
            'fourth-parties': 1,
            'data-flows': 1,
            'language-access': 0,
          },
        },
      ]);
      const all = ['sites', 'contacts', 'ladder', 'fourth-parties', 'data-flows', 'language-access'];
      const taken = await take(all);
      expect([taken.status, taken.body]).toMatchObject([
        200,
        { added: { sites: 1, contacts: 1, ladder: 1, 'fourth-parties': 1, 'data-flows': 1 }, remarks: [] },
      ]);
      const copy = await profile(here.administrator.browser);
      expect(copy.sites.map((each) => each.name)).toEqual(['Makati']);
      expect(copy.fourthParties).toMatchObject([{ name: 'Clearscript', approval: 'waiting' }]);
      expect(copy.dataFlows).toMatchObject([{ fourthPartyId: copy.fourthParties[0]?.id }]);
      expect(copy.ladder.stages).toMatchObject([{ name: 'Ana Reyes', contactId: copy.contacts[0]?.id }]);

      const again = (await take(all)).body as { added: Record<string, number>; remarks: object[] };
      expect(Object.values(again.added)).toEqual([0, 0, 0, 0, 0, 0]);
      expect(again.remarks).toContainEqual({ code: 'entry-kept', section: 'sites', name: 'Makati' });
    });

    it('never has a flow kept by the vendor itself because its fourth party did not come along', async () => {
      const keeper = await enterThere(both, 'fourth-parties', fourthParty);
      await enterThere(both, 'data-flows', { ...flow, fourthPartyId: keeper.id });
      expect((await take(['data-flows'])).body).toMatchObject({
        added: { 'data-flows': 0 },
        remarks: [{ code: 'flow-without-fourth-party', name: 'Recorder' }],
      });
    });

    it('tells no insurer who else is served, neither in what it keeps nor in its log', async () => {
      await enterThere(both, 'sites', site);
      expect((await take(['sites'])).status).toBe(200);
      const secrets = (tenant: Tenant, vendorId: string) => [tenant.id, tenant.slug, tenant.name, vendorId];
      const keptBy = async (each: TenantUnderTest) => {
        const tables = [
          'vendor_site',
          'vendor_profile_change',
          'activity_log',
          'activity_log_personal',
          'idempotency_key',
        ];
        const rows = [];
        for (const table of tables)
          rows.push(await each.query(`select to_jsonb(row) as row from ${table} row where tenant_id = $1`));
        return JSON.stringify(rows);
      };
      const [keptHere, keptThere] = [await keptBy(here), await keptBy(there)];
      expect(keptHere).toContain(name);
      for (const secret of secrets(there.tenant, there.vendor.id)) expect(keptHere).not.toContain(secret);
      for (const secret of secrets(here.tenant, here.vendor.id)) expect(keptThere).not.toContain(secret);
      // reading leaves no line with the insurer that is read from
      expect((await there.logged()).filter((action) => action.startsWith('vendor-profile'))).toHaveLength(1);
      // the line here is like that of any entry
      const lines = await here.query<{ detail: object }>(
        `select detail from activity_log where tenant_id = $1 and action = 'vendor-profile-added'`,
      );
      expect(lines).toEqual([{ detail: { fields: Object.keys({ ...site, calendarId: null }).sort(order) } }]);
    });

    it('offers nobody anything but their own memberships', async () => {
      await enterThere(both, 'sites', site);
      const onlyHere = partner;
      expect((await onlyHere.get(path('/profile/sources'))).body).toEqual({ items: [] });
      expect((await here.administrator.browser.get(path('/profile/sources'))).body).toEqual({ items: [] });
      const body = { from: { tenant: there.tenant.slug, vendorId: there.vendor.id }, sections: ['sites'] };
      const nowhere = { ...body, from: { tenant: 'no-such-insurer', vendorId: newId() } };
      for (const who of [onlyHere, here.administrator.browser]) {
        const [real, made] = [
          await who.post(path('/profile/take-overs'), body),
          await who.post(path('/profile/take-overs'), nowhere),
        ];
        expect([real.status, (real.body as { detail: string }).detail]).toEqual([
          404,
          (made.body as { detail: string }).detail,
        ]);
      }
      // a contributor there keeps no profile there
      const { TenantProvisioning } = await import('@plumbline/platform/identity');
      const { Browser: OwnBrowser } = await import('./api-under-test');
      const { person } = await api.member(here.tenant, 'vendor_administrator', here.vendor.id);
      await api.get(TenantProvisioning).join(there.tenant, person.id, 'vendor_contributor', there.vendor.id);
      const half = new OwnBrowser(api);
      await half.signIn(person);
      expect((await half.get(path('/profile/sources'))).body).toEqual({ items: [] });
    });
  });
});

/** The order of a site's fields as they are asked. */
const fields = ['name', 'country', 'city', 'timezone', 'calendarId', 'services', 'phiHandled'];
const order = (a: string, b: string) => fields.indexOf(a) - fields.indexOf(b);

/** A contract of the vendor in force from a day on, with where data may be kept. */
async function agreeOn(
  here: TenantUnderTest,
  reference: string,
  { from, regions }: { readonly from: string; readonly regions: readonly string[] },
): Promise<void> {
  const [contractId, versionId] = [newId(), newId()];
  const at = '2026-01-01T00:00:00Z';
  await here.query(
    `insert into contract (tenant_id, id, vendor_id, reference, title, created_at, updated_at)
     values ($1, $2, $3, $4, 'Agreement', $5, $5)`,
    ...[contractId, here.vendor.id, reference, at],
  );
  await here.query(
    `insert into contract_version (tenant_id, id, contract_id, vendor_id, number, state, effective_from, timezone,
       reporting_due_day, created_by, created_at, activated_at)
     values ($1, $2, $3, $4, 1, 'active', $5, 'America/New_York', 10, 'spec', $6, $6)`,
    ...[versionId, contractId, here.vendor.id, from, at],
  );
  await here.query(
    `insert into clause (tenant_id, id, contract_version_id, vendor_id, kind, number, heading, text, terms)
     values ($1, $2, $3, $4, 'data_residency', '10.4', 'Data residency', 'As agreed.', $5)`,
    ...[newId(), versionId, here.vendor.id, JSON.stringify({ regions })],
  );
}
