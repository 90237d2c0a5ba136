import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Incident,
  type IncidentSummary,
  type RegisterView,
  type VendorFigures,
  verisRecord,
} from '@plumbline/incidents/schema';
import { actorIn } from '@plumbline/platform/testing';
import * as z from 'zod';
import { ApiUnderTest, type Browser } from './api-under-test';
import { InsurerUnderTest } from './insurer-under-test';
import { code } from './tenant-under-test';

const minimum = {
  what: '=HYPERLINK("https://example.org","a laptop, left")',
  discoveredAt: '2026-03-02T07:10:00Z',
  service: 'voice',
  phiSuspected: 'yes',
};

describe('the register of incidents', () => {
  let api: ApiUnderTest;
  let here: InsurerUnderTest;
  let security: Browser;
  let late: Incident;

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    here = await InsurerUnderTest.open(api, 'incident-register');
    await here.agree(
      [{ name: 'Abandonment', metric: 'abandonment_rate', comparator: '<', value: '0.05', weight: '100' }],
      { speedOutweighsReason: 'Only clauses matter here.' },
    );
    security = (await api.member(here.tenant, 'security')).browser;
    api.clock.set('2026-03-02T09:10:00Z');
    await here.partner.post(here.at('/incidents'), minimum).expect(201);
    // told 26 hours after the discovery
    late = (
      await security
        .post(here.at('/incidents'), {
          ...minimum,
          what: 'Letters to the wrong people',
          vendorId: here.vendor.id,
          discoveredAt: '2026-03-01T05:00:00Z',
          notifiedAt: '2026-03-02T07:00:00Z',
        })
        .expect(201)
    ).body as Incident;
  });
  afterAll(() => api.stop());

  const exported = (by: Browser, format: string, more = '') =>
    by.get(here.at(`/incident-register?format=${format}${more}`)).buffer(true);

  it('is exported as CSV whose cells are never formulas, as an attachment', async () => {
    const answer = await exported(security, 'csv').expect(200);
    expect(answer.headers['content-disposition']).toBe('attachment; filename=incidents.csv');
    const [header, ...rows] = answer.text.replace('\uFEFF', '').trimEnd().split('\r\n');
    expect(header).toContain('reference,title,vendor_code');
    expect(rows).toHaveLength(2);
    expect(rows[0]).toContain(`"'=HYPERLINK(""https://example.org"",""a laptop, left"")"`);
    expect(rows[1]).toContain(',26,');
  });

  it('is exported as a workbook, as JSON, and narrowed like the list', async () => {
    const workbook = await exported(security, 'xlsx').parse((response, done) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => done(null, Buffer.concat(parts)));
    });
    expect((workbook.body as Buffer).subarray(0, 2).toString()).toBe('PK');
    const json = JSON.parse((await exported(security, 'json', '&late=true')).text) as {
      format: string;
      incidents: IncidentSummary[];
    };
    expect(json.format).toBe('plumbline.incident-register/1');
    expect(json.incidents.map(({ id }) => id)).toEqual([late.id]);
    expect((await security.get(here.at('/incident-register?format=pdf'))).status).toBe(400);
  });

  it('is exported as records that VERIS accepts', async () => {
    const records = JSON.parse((await exported(security, 'veris')).text) as unknown[];
    expect(z.array(verisRecord).safeParse(records)).toMatchObject({ success: true });
    expect(records[1]).toMatchObject({ incident_id: late.id, security_incident: 'Suspected' });
  });

  it('logs each export, and shows a vendor its own rows alone', async () => {
    const other = await api.database.vendor(here.tenant);
    const stranger = (await api.member(here.tenant, 'vendor_contributor', other.id)).browser;
    expect(JSON.parse((await exported(stranger, 'json')).text)).toMatchObject({ incidents: [] });
    const logged = await api.database.door.withTenant(actorIn(here.tenant, 'administrator'), (tx) =>
      tx.query<{ detail: object }>(
        `select detail from activity_log where tenant_id = $1 and action = 'incident-register-exported'
         order by sequence desc limit 1`,
        [here.tenant.id],
      ),
    );
    expect(logged[0]?.detail).toEqual({ format: 'json', incidents: 0, drills: 'false' });
  });

  it('is summed up by year and vendor', async () => {
    const of = async (by: Browser, query: string) =>
      ((await by.get(here.at(`/incident-figures?${query}`)).expect(200)).body as { items: VendorFigures[] })
        .items;
    const [figures] = await of(security, 'year=2026');
    expect(figures).toMatchObject({
      vendor: { code: 'NORTHWIND' },
      figures: {
        total: 2,
        causes: [{ key: 'not_coded', count: 2 }],
        timeToNotify: { notified: 2, medianSeconds: 7200, p90Seconds: 26 * 3600 },
        late: { count: 1, of: 2 },
      },
    });
    expect(await of(security, 'year=2025')).toEqual([]);
    expect(await of(here.partner, 'year=2026')).toHaveLength(1);
  });

  it('keeps views that people saved, each for themselves', async () => {
    const path = here.at('/incident-views');
    const view = { name: 'Late ones', filters: { late: 'true' }, columns: ['reference', 'vendor'] };
    const saved = (await security.post(path, view).expect(201)).body as RegisterView;
    const again = (await security.post(path, { ...view, columns: ['title'] }).expect(201))
      .body as RegisterView;
    expect(again).toMatchObject({ id: saved.id, columns: ['title'], filters: { late: 'true' } });
    expect((await security.get(path)).body).toMatchObject({ items: [{ id: saved.id }] });
    expect((await here.partner.get(path)).body).toEqual({ items: [] });
    const foreign = await here.partner.delete(`${path}/${saved.id}`);
    expect([foreign.status, code(foreign)]).toEqual([404, 'not-found']);
    expect((await security.delete(`${path}/${saved.id}`)).status).toBe(204);
    expect((await security.get(path)).body).toEqual({ items: [] });
  });
});
