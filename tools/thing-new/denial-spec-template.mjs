/**
 * The spec that a thing starts with: what it does for those who may, and that it is not there for anybody else.
 *
 * @param {import('./words.mjs').Words} words
 * @returns {Record<string, string>}
 */
export function denialSpec({ things, thing, Things, thingName, phrase, phrases }) {
  return {
    [`libs/${things}/server/${things}.db.spec.ts`]: `import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ActivityLog } from '@plumbline/platform/activity-log';
import { newId } from '@plumbline/platform/database';
import { type Actor, FixedClock, type Tenant } from '@plumbline/platform/tenancy';
import { actorIn, openTestDatabase, type TestDatabase } from '@plumbline/platform/testing';
import { VendorDirectory, vendorEntities } from '@plumbline/vendors/server';
import { ${thingName}Entities } from './${things}.module';
import { ${Things}Repository } from './${things}.repository';
import { ${Things}Service } from './${things}.service';

const clock = new FixedClock(Temporal.Instant.from('2026-03-02T09:30:00Z'));

describe('${phrases}', () => {
  let database: TestDatabase;
  let service: ${Things}Service;
  let tenant: Tenant;
  let manager: Actor;
  let vendorId: string;

  beforeAll(async () => {
    database = await openTestDatabase([...vendorEntities, ...${thingName}Entities]);
    service = new ${Things}Service(
      database.door,
      new ${Things}Repository(),
      new VendorDirectory(),
      new ActivityLog(clock),
      clock,
    );
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    tenant = await database.tenant();
    manager = actorIn(tenant, 'vendor_manager');
    ({ id: vendorId } = await database.vendor(tenant));
  });

  const titles = async (actor: Actor, limit = 50, cursor?: string) => {
    const page = await service.list(actor, { limit, cursor });
    return { titles: page.items.map(({ title }) => title), next: page.nextCursor ?? undefined };
  };

  it('are entered, and logged', async () => {
    const made = await service.create(manager, { vendorId, title: 'First' });
    expect(made).toEqual({ id: made.id, vendorId, title: 'First', createdAt: '2026-03-02T09:30:00.000Z', version: 1 });
    expect(await service.view(manager, made.id)).toEqual(made);
    const logged = await database.door.withTenant(manager, (tx) =>
      tx.query('select action, thing_id from activity_log where tenant_id = $1', [tenant.id]),
    );
    expect(logged).toEqual([{ action: '${thing}-created', thing_id: made.id }]);
  });

  it('are listed newest first, in pages, each once', async () => {
    for (const title of ['First', 'Second', 'Third']) await service.create(manager, { vendorId, title });
    const first = await titles(manager, 2);
    const second = await titles(manager, 2, first.next);
    expect([...first.titles, ...second.titles]).toEqual(['Third', 'Second', 'First']);
    expect(second.next).toBeUndefined();
  });

  it('of an unknown vendor, or of another insurer’s, are refused alike', async () => {
    const elsewhere = await database.vendor(await database.tenant());
    for (const id of [newId(), elsewhere.id]) {
      await expect(service.create(manager, { vendorId: id, title: 'First' })).rejects.toMatchObject({
        status: 404,
        detail: 'There is no such vendor here.',
      });
    }
  });

  describe('are not there for', () => {
    const missing = { status: 404, detail: 'There is no such ${phrase} here.' };

    it('another insurer', async () => {
      const { id } = await service.create(manager, { vendorId, title: 'First' });
      const outsider = actorIn(await database.tenant(), 'administrator');
      await expect(service.view(outsider, id)).rejects.toMatchObject(missing);
      await expect(service.view(outsider, newId())).rejects.toMatchObject(missing);
      expect((await titles(outsider)).titles).toEqual([]);
    });

    it('another vendor of the same insurer', async () => {
      const { id } = await service.create(manager, { vendorId, title: 'First' });
      const other = await database.vendor(tenant);
      const partner = actorIn(tenant, 'vendor_administrator', [other.id]);
      await expect(service.view(partner, id)).rejects.toMatchObject(missing);
      expect((await titles(partner)).titles).toEqual([]);
    });
  });

  it('are read by their own vendor, and not written by it: the policy alone sees to that', async () => {
    const { id } = await service.create(manager, { vendorId, title: 'First' });
    const partner = actorIn(tenant, 'vendor_administrator', [vendorId]);
    expect((await service.view(partner, id)).title).toBe('First');
    await expect(service.create(partner, { vendorId, title: 'Mine' })).rejects.toThrow(/row-level security/);
  });
});
`,
  };
}
