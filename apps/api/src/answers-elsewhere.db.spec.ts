import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@plumbline/platform/database';
import { TenantProvisioning } from '@plumbline/platform/identity';
import type { AnswerElsewhere, DueDiligence, DueDiligenceItem, Vendor } from '@plumbline/vendors/schema';
import request from 'supertest';
import { ApiUnderTest, Browser } from './api-under-test';
import { code, TenantUnderTest } from './tenant-under-test';

const CERTIFICATE = 'Cover of five million until 2027\n';

/** A partner of two insurers that ask for the same; only the partner knows of both. */
describe('an answer that was given to another insurer', () => {
  let api: ApiUnderTest;
  let here: TenantUnderTest;
  let there: TenantUnderTest;
  let both: Browser;

  beforeAll(async () => {
    api = await ApiUnderTest.start();
  });
  afterAll(() => api.stop());
  beforeEach(async () => {
    [here, there] = [await TenantUnderTest.make(api), await TenantUnderTest.make(api)];
    const { person } = await api.member(here.tenant, 'vendor_contributor', here.vendor.id);
    await api.get(TenantProvisioning).join(there.tenant, person.id, 'vendor_contributor', there.vendor.id);
    both = new Browser(api);
    await both.signIn(person);
    for (const each of [here, there]) {
      const { browser } = each.administrator;
      const path = each.at(`/vendors/${each.vendor.id}`);
      const { version } = (await browser.get(path)).body as Vendor;
      await browser
        .post(`${path}/transitions`, { to: 'suspended', reason: 'Asked late' })
        .set('If-Match', `"${version}"`);
      const asked = await browser
        .post(`${path}/due-diligence/takeover`, { reason: 'It came before there was a checklist' })
        .set('If-Match', `"${version + 1}"`);
      if (asked.status !== 200) throw new Error(asked.text);
    }
  });

  const item = async (of: TenantUnderTest, wanted: string, who = both): Promise<DueDiligenceItem> => {
    const { items } = (await who.get(of.at(`/vendors/${of.vendor.id}/due-diligence`))).body as DueDiligence;
    const found = items.find((each) => each.code === wanted);
    if (!found) throw new Error(`no ${wanted}`);
    return found;
  };
  const send = async (of: TenantUnderTest, who: Browser, name: string, content = CERTIFICATE) => {
    const sent = await request(api.app.getHttpServer())
      .post(of.at(`/documents?vendorId=${of.vendor.id}`))
      .set(who.headers())
      .attach('file', Buffer.from(content), name);
    return (sent.body as { id: string }).id;
  };
  const answerThere = async (documents: readonly string[], note = 'Cover until 2027') => {
    const { id, version } = await item(there, 'insurance');
    const answered = await both
      .post(there.at(`/due-diligence-items/${id}/submissions`), { kind: 'evidence', note, documents })
      .set('If-Match', `"${version}"`);
    if (answered.status !== 201) throw new Error(answered.text);
  };
  const offered = async (who = both): Promise<AnswerElsewhere[]> => {
    const { id } = await item(here, 'insurance', who);
    return (
      (await who.get(here.at(`/due-diligence-items/${id}/answers-elsewhere`))).body as {
        items: AnswerElsewhere[];
      }
    ).items;
  };
  const take = async (from: object, version?: number, who = both) => {
    const asked = await item(here, 'insurance');
    return who
      .post(here.at(`/due-diligence-items/${asked.id}/answer-take-over`), { from, note: 'Cover until 2027' })
      .set('If-Match', `"${version ?? asked.version}"`);
  };

  it('is handed in here with its documents, as a submission like any other', async () => {
    await answerThere([await send(there, both, 'cover.txt')]);
    const [answer] = await offered();
    expect(answer).toMatchObject({
      tenant: there.tenant.slug,
      insurer: there.tenant.name,
      note: 'Cover until 2027',
      documents: [{ name: 'cover.txt', bytes: CERTIFICATE.length }],
    });
    const from = { tenant: there.tenant.slug, submissionId: answer?.submissionId };
    expect((await take(from, 99)).status).toBe(412);
    const taken = await take(from);
    expect(taken.body).toMatchObject({
      standing: 'submitted',
      submissions: [{ side: 'vendor', note: 'Cover until 2027', documents: [{ name: 'cover.txt' }] }],
    });
    const [submission] = (await item(here, 'insurance', here.administrator.browser)).submissions;
    const read = await here.administrator.browser.get(
      here.at(`/documents/${submission?.documents[0]?.id}/content`),
    );
    expect((read.body as Buffer).toString()).toBe(CERTIFICATE);
    expect(code(await take(from))).toBe('item-state');
  });

  it('leaves with that insurer what that insurer sent, and what its own people handed in', async () => {
    const theirs = await send(there, there.administrator.browser, 'our-audit.txt', 'Found wanting\n');
    await answerThere([theirs, await send(there, both, 'cover.txt')]);
    expect((await offered())[0]?.documents.map(({ name }) => name)).toEqual(['cover.txt']);
    const asked = await item(there, 'background_checks', there.administrator.browser);
    await there.administrator.browser
      .post(there.at(`/due-diligence-items/${asked.id}/submissions`), { kind: 'evidence', note: 'Ours' })
      .set('If-Match', `"${asked.version}"`);
    const { id } = await item(here, 'background_checks');
    const none = await both.get(here.at(`/due-diligence-items/${id}/answers-elsewhere`));
    expect(none.body).toEqual({ items: [] });
  });

  it('tells neither insurer of the other, in rows, documents or log', async () => {
    await answerThere([await send(there, both, 'cover.txt')]);
    const [answer] = await offered();
    const from = { tenant: there.tenant.slug, submissionId: answer?.submissionId };
    expect((await take(from)).status).toBe(200);
    const keptBy = async (each: TenantUnderTest) => {
      const tables = [
        ...['due_diligence_item', 'due_diligence_submission', 'document', 'stored_file'],
        ...['activity_log', 'activity_log_personal', 'idempotency_key'],
      ];
      const rows = [];
      for (const table of tables)
        rows.push(await each.query(`select to_jsonb(row) as row from ${table} row where tenant_id = $1`));
      return JSON.stringify(rows);
    };
    const [keptHere, keptThere] = [await keptBy(here), await keptBy(there)];
    expect(keptHere).toContain('cover.txt');
    const secrets = ({ tenant, vendor }: TenantUnderTest) => [tenant.id, tenant.slug, tenant.name, vendor.id];
    for (const secret of [...secrets(there), answer?.submissionId ?? ''])
      expect(keptHere).not.toContain(secret);
    for (const secret of secrets(here)) expect(keptThere).not.toContain(secret);
  });

  it('is offered to nobody but whoever belongs to both', async () => {
    await answerThere([]);
    const [answer] = await offered();
    const from = { tenant: there.tenant.slug, submissionId: answer?.submissionId };
    const onlyHere = (await api.member(here.tenant, 'vendor_contributor', here.vendor.id)).browser;
    for (const who of [onlyHere, here.administrator.browser]) {
      expect(await offered(who)).toEqual([]);
      const refused = await take(from, undefined, who);
      expect([refused.status, code(refused)]).toEqual([404, 'not-found']);
    }
    const never = await take({ ...from, submissionId: newId() });
    expect([never.status, code(never)]).toEqual([404, 'not-found']);
    const stranger = (await api.member(here.tenant, 'vendor_contributor', here.otherVendor.id)).browser;
    const { id } = await item(here, 'insurance');
    expect((await stranger.get(here.at(`/due-diligence-items/${id}/answers-elsewhere`))).status).toBe(404);
  });
});
