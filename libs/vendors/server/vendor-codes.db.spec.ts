import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ActivityLog } from '@plumbline/platform/activity-log';
import { newId, type TenantTransaction } from '@plumbline/platform/database';
import { type Actor, FixedClock, type Tenant } from '@plumbline/platform/tenancy';
import { actorIn, openTestDatabase, type TestDatabase } from '@plumbline/platform/testing';
import { newVendor } from '@plumbline/vendors/schema';
import { VendorCodes } from './vendor-codes';
import { vendorEntities } from './vendors.module';

const clock = new FixedClock(Temporal.Instant.from('2026-03-02T09:30:00Z'));
const vendorOf = (code: string) =>
  newVendor.parse({ code, name: code, criticality: 'low', phiAccess: false, timezone: 'America/Chicago' });

describe('who is meant by a code', () => {
  let database: TestDatabase;
  let codes: VendorCodes;
  let tenant: Tenant;
  let manager: Actor;
  const within = <T>(work: (tx: TenantTransaction) => Promise<T>, actor = manager) =>
    database.door.withTenant(actor, work);

  beforeAll(async () => {
    database = await openTestDatabase([...vendorEntities]);
    codes = new VendorCodes(new ActivityLog(clock), clock);
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    tenant = await database.tenant();
    manager = actorIn(tenant, 'vendor_manager');
  });

  it('finds vendors by code and by what a file called them before, and leaves the unknown out', async () => {
    const entered = await within((tx) => codes.createMany(tx, [vendorOf('111AA1'), vendorOf('111AA2')]));
    const second = entered.get('111AA2') ?? '';
    await within((tx) => codes.remember(tx, [{ sourceCode: ' Lincolnshire ', vendorId: second }]));
    const found = await within((tx) =>
      codes.resolve(tx, ['111AA1', ' 111AA2 ', 'Lincolnshire', '111aa1', 'NOBODY']),
    );
    expect(Object.fromEntries(found)).toEqual({
      '111AA1': entered.get('111AA1'),
      ' 111AA2 ': second,
      Lincolnshire: second,
    });
  });

  it('enters all or none: a code taken or named twice names its place', async () => {
    const existing = (await within((tx) => codes.createMany(tx, [vendorOf('A')]))).get('A') ?? '';
    await within((tx) => codes.remember(tx, [{ sourceCode: 'ALIAS', vendorId: existing }]));
    const attempt = within((tx) => codes.createMany(tx, ['B', 'A', 'ALIAS', 'B'].map(vendorOf)));
    await expect(attempt).rejects.toMatchObject({
      code: 'vendor-code-taken',
      fields: [{ path: '1.code' }, { path: '2.code' }, { path: '3.code' }],
    });
    expect((await within((tx) => codes.resolve(tx, ['B']))).size).toBe(0);
  });

  it('lets an alias move to another vendor, never to cover another vendor’s own code', async () => {
    const entered = await within((tx) => codes.createMany(tx, ['A', 'B'].map(vendorOf)));
    const [a = '', b = ''] = [entered.get('A'), entered.get('B')];
    await within((tx) => codes.remember(tx, [{ sourceCode: 'X', vendorId: a }]));
    await within((tx) => codes.remember(tx, [{ sourceCode: 'X', vendorId: b }]));
    expect((await within((tx) => codes.resolve(tx, ['X']))).get('X')).toBe(b);
    await expect(
      within((tx) => codes.remember(tx, [{ sourceCode: 'B', vendorId: a }])),
    ).rejects.toMatchObject({
      code: 'vendor-code-taken',
    });
  });

  it('knows no vendor of another insurer, and shows a partner no other vendor', async () => {
    const entered = await within((tx) => codes.createMany(tx, ['A', 'B'].map(vendorOf)));
    const outsider = actorIn(await database.tenant(), 'vendor_manager');
    expect((await within((tx) => codes.resolve(tx, ['A']), outsider)).size).toBe(0);
    const foreign = within(
      (tx) => codes.remember(tx, [{ sourceCode: 'X', vendorId: entered.get('A') ?? '' }]),
      outsider,
    );
    await expect(foreign).rejects.toMatchObject({ status: 404 });
    await expect(
      within((tx) => codes.remember(tx, [{ sourceCode: 'X', vendorId: newId() }])),
    ).rejects.toMatchObject({
      status: 404,
    });
    const partner = actorIn(tenant, 'vendor_contributor', [entered.get('A') ?? '']);
    expect([...(await within((tx) => codes.resolve(tx, ['A', 'B']), partner)).keys()]).toEqual(['A']);
  });
});
