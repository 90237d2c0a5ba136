import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ActivityLog } from '@plumbline/platform/activity-log';
import { newId } from '@plumbline/platform/database';
import { type Actor, FixedClock, type Tenant } from '@plumbline/platform/tenancy';
import { actorIn, openTestDatabase, type TestDatabase } from '@plumbline/platform/testing';
import { newVendor, type NewVendor } from '@plumbline/vendors/schema';
import { DueDiligenceStart } from './due-diligence/due-diligence-start';
import { VendorCodes } from './vendor-codes';
import { vendorEntities } from './vendors.module';
import { VendorsRepository } from './vendors.repository';
import { VendorsService } from './vendors.service';

const clock = new FixedClock(Temporal.Instant.from('2026-03-02T09:30:00Z'));

function vendorOf(code: string, change: Partial<NewVendor> = {}): NewVendor {
  const timezone = 'America/New_York';
  return newVendor.parse({
    code,
    name: `Vendor ${code}`,
    criticality: 'low',
    phiAccess: false,
    timezone,
    ...change,
  });
}

describe('vendors', () => {
  let database: TestDatabase;
  let service: VendorsService;
  let tenant: Tenant;
  let manager: Actor;

  beforeAll(async () => {
    database = await openTestDatabase([...vendorEntities]);
    const activityLog = new ActivityLog(clock);
    service = new VendorsService(
      database.door,
      new VendorsRepository(),
      new VendorCodes(activityLog, clock),
      new DueDiligenceStart(clock),
      activityLog,
      clock,
    );
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    tenant = await database.tenant();
    manager = actorIn(tenant, 'vendor_manager');
  });

  const logged = () =>
    database.door.withTenant(manager, (tx) =>
      tx.query<{ action: string; detail: unknown }>(
        'select action, detail from activity_log where tenant_id = $1 order by sequence',
        [tenant.id],
      ),
    );

  it('enters a vendor with its tier, and says who did in the activity log', async () => {
    const vendor = await service.create(
      manager,
      vendorOf('NORTH', { criticality: 'medium', phiAccess: true }),
    );
    expect(vendor).toMatchObject({ code: 'NORTH', state: 'prospect', tier: 1, version: 1, aliases: [] });
    expect(await service.view(manager, vendor.id)).toEqual(vendor);
    expect(await logged()).toEqual([
      { action: 'vendor-created', detail: { code: 'NORTH', name: 'Vendor NORTH', state: 'prospect' } },
    ]);
  });

  it('refuses a code that is taken, naming the field, also when two arrive at once', async () => {
    const conflict = {
      status: 409,
      code: 'vendor-code-taken',
      fields: [expect.objectContaining({ path: 'code', code: 'vendor-code-taken' })],
    };
    await service.create(manager, vendorOf('NORTH'));
    await expect(service.create(manager, vendorOf('NORTH'))).rejects.toMatchObject(conflict);

    const both = await Promise.allSettled([1, 2, 3].map(() => service.create(manager, vendorOf('SOUTH'))));
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const attempt of both) {
      if (attempt.status === 'rejected') expect(attempt.reason).toMatchObject(conflict);
    }
  });

  it('lets another insurer use the same code', async () => {
    await service.create(manager, vendorOf('NORTH'));
    const other = await database.tenant();
    const vendor = await service.create(actorIn(other, 'vendor_manager'), vendorOf('NORTH'));
    expect(vendor.code).toBe('NORTH');
  });

  it('lists by name in pages, each vendor once, found by part of name or code', async () => {
    for (const [code, name] of [
      ['C', 'Cascade'],
      ['A', 'Acadia 100%'],
      ['B', 'Acadia'],
      ['D', 'Delta'],
    ] as const) {
      await service.create(
        manager,
        vendorOf(code, { name, ...(code === 'D' ? { state: 'active', activeReason: 'Came before' } : {}) }),
      );
    }
    const names: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await service.list(manager, { limit: 2, search: undefined, state: undefined, cursor });
      names.push(...page.items.map(({ name }) => name));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(names).toEqual(['Acadia', 'Acadia 100%', 'Cascade', 'Delta']);

    const search = async (text: string) => {
      const page = await service.list(manager, {
        limit: 50,
        search: text,
        state: undefined,
        cursor: undefined,
      });
      return page.items.map(({ name }) => name);
    };
    expect(await search('acadia')).toEqual(['Acadia', 'Acadia 100%']);
    expect(await search('0%')).toEqual(['Acadia 100%']);
    expect(await search('_')).toEqual([]);
    const active = await service.list(manager, {
      limit: 50,
      search: undefined,
      state: 'active',
      cursor: undefined,
    });
    expect(active.items.map(({ code }) => code)).toEqual(['D']);
    await expect(async () =>
      service.list(manager, { limit: 50, search: undefined, state: undefined, cursor: 'made-up' }),
    ).rejects.toMatchObject({ status: 400, fields: [{ path: 'query.cursor', code: 'invalid-cursor' }] });
  });

  it('changes what it is told to and keeps the rest; of two changes of one version the second is stale', async () => {
    const { id } = await service.create(manager, vendorOf('NORTH', { services: ['voice'] }));
    const changed = await service.change(manager, id, { criticality: 'high' }, 1);
    expect(changed).toMatchObject({ criticality: 'high', tier: 1, services: ['voice'], version: 2 });
    await expect(service.change(manager, id, { name: 'Late' }, 1)).rejects.toMatchObject({ status: 412 });

    const both = await Promise.allSettled(
      ['One', 'Two'].map((name) => service.change(manager, id, { name }, 2)),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await service.view(manager, id)).version).toBe(3);
  });

  it('writes nothing when a change changes nothing', async () => {
    const { id, name } = await service.create(manager, vendorOf('NORTH'));
    expect(await service.change(manager, id, { name }, 1)).toMatchObject({ version: 1 });
    expect((await logged()).map(({ action }) => action)).toEqual(['vendor-created']);
  });

  it('is watched by a tier that somebody decides, says both, and takes it back', async () => {
    const { id } = await service.create(manager, vendorOf('NORTH'));
    const decided = await service.overrideTier(manager, id, { tier: 1, reason: 'Urgent appeals' }, 1);
    expect(decided).toMatchObject({
      tier: 1,
      computedTier: 3,
      tierOverride: { tier: 1, reason: 'Urgent appeals', by: manager.name, at: '2026-03-02T09:30:00.000Z' },
      version: 2,
    });
    const list = { limit: 50, search: undefined, state: undefined, cursor: undefined };
    expect((await service.list(manager, list)).items).toMatchObject([{ tier: 1 }]);
    // why it is watched more closely is not the vendor's to know
    const partner = actorIn(tenant, 'vendor_administrator', [id]);
    expect(await service.view(partner, id)).toMatchObject({ tier: 1, tierOverride: null });
    await expect(service.overrideTier(manager, id, { tier: 2, reason: 'Stale' }, 1)).rejects.toMatchObject({
      status: 412,
    });
    expect(await service.withdrawTierOverride(manager, id, 2)).toMatchObject({
      tier: 3,
      tierOverride: null,
      version: 3,
    });
    expect((await logged()).slice(1)).toEqual([
      {
        action: 'vendor-tier-overridden',
        detail: { computed: 3, from: null, to: 1, reason: 'Urgent appeals' },
      },
      { action: 'vendor-tier-override-withdrawn', detail: { computed: 3, from: 1, to: null, reason: null } },
    ]);
  });

  describe('seen by others', () => {
    it('shows a partner its own vendor and answers for any other as for none', async () => {
      const own = await service.create(manager, vendorOf('OWN'));
      const foreign = await service.create(manager, vendorOf('FOREIGN'));
      const partner = actorIn(tenant, 'vendor_administrator', [own.id]);
      const page = await service.list(partner, {
        limit: 50,
        search: undefined,
        state: undefined,
        cursor: undefined,
      });
      expect(page.items.map(({ code }) => code)).toEqual(['OWN']);
      const missing = { status: 404, detail: 'There is no such vendor here.' };
      await expect(service.view(partner, foreign.id)).rejects.toMatchObject(missing);
      await expect(service.view(partner, newId())).rejects.toMatchObject(missing);
      // the policy alone keeps it from writing, its own row as well
      await expect(service.change(partner, own.id, { name: 'Mine' }, 1)).rejects.toMatchObject(missing);
    });

    it('answers another insurer as if there were no such vendor', async () => {
      const { id } = await service.create(manager, vendorOf('NORTH'));
      const outsider = actorIn(await database.tenant(), 'administrator');
      await expect(service.view(outsider, id)).rejects.toMatchObject({ status: 404 });
      await expect(service.change(outsider, id, { name: 'Mine' }, 1)).rejects.toMatchObject({ status: 404 });
    });
  });
});
