import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ActivityLog } from '../activity-log';
import { TenantDirectory } from '../database';
import { FixedClock } from '../tenancy';
import { actorIn, openTestDatabase, type TestDatabase } from '../testing';
import { MembershipStart } from './membership-start';
import { membershipsOf } from './memberships';
import { PasswordHasher } from './password-hasher';
import { TenantProvisioning } from './provisioning';
import { Seal } from './seal';

describe('TenantProvisioning', () => {
  let database: TestDatabase;
  let provisioning: TenantProvisioning;
  const clock = new FixedClock(Temporal.Instant.from('2026-03-02T09:00:00Z'));

  beforeAll(async () => {
    database = await openTestDatabase();
    provisioning = new TenantProvisioning(
      database.door,
      clock,
      new TenantDirectory(database.dataSource),
      new PasswordHasher(),
      new Seal(randomBytes(32)),
      new MembershipStart(new ActivityLog(clock), clock),
    );
  });
  afterAll(() => database.close());

  const wanted = () => {
    const slug = `p-${randomBytes(5).toString('hex')}`;
    const administrator = { email: `Admin@${slug}.example`, name: 'Ada' };
    return { slug, name: 'North', timezone: 'America/Chicago', colour: '#0f766e', administrator };
  };
  const memberships = (personId: string) =>
    database.door.withRole('identity', (client) => membershipsOf(client, personId));

  it('makes a tenant with its first administrator, and changes nothing the second time', async () => {
    const tenant = wanted();
    const first = await provisioning.create(tenant);
    const second = await provisioning.create(tenant);
    expect(second).toEqual(first);
    expect(await memberships(first.administratorId)).toEqual([
      { tenant: first.tenant, role: 'administrator', vendorId: null },
    ]);
  });

  it('gives every new tenant what the things bring along, in a transaction of that tenant', async () => {
    const seen: string[] = [];
    provisioning.onCreate(async (tx, tenant) => {
      expect(tx.tenantId).toBe(tenant.id);
      seen.push(tenant.slug);
    });
    const tenant = wanted();
    await provisioning.create(tenant);
    expect(seen).toEqual([tenant.slug]);
  });

  it('logs who began to belong', async () => {
    const { tenant, administratorId } = await provisioning.create(wanted());
    const rows = await database.door.withTenant(actorIn(tenant, 'administrator'), (tx) =>
      tx.query('select action, detail from activity_log where tenant_id = $1', [tenant.id]),
    );
    expect(rows).toEqual([
      { action: 'membership-began', detail: { personId: administratorId, role: 'administrator' } },
    ]);
  });

  it('lets one person serve two vendors and two tenants, never both sides of one', async () => {
    const [north, south] = [await database.tenant(), await database.tenant()];
    const [first, second] = [await database.vendor(north), await database.vendor(north)];
    const { id } = await provisioning.person({ email: `two@${north.slug}.example`, name: 'Two' });
    await provisioning.join(north, id, 'vendor_administrator', first.id);
    await provisioning.join(north, id, 'vendor_contributor', second.id);
    await provisioning.join(south, id, 'executive');
    expect((await memberships(id)).map(({ role }) => role).sort()).toEqual([
      'executive',
      'vendor_administrator',
      'vendor_contributor',
    ]);
    await expect(provisioning.join(north, id, 'executive')).rejects.toThrow('the other side');
    const vendor = await database.vendor(south);
    await expect(provisioning.join(south, id, 'vendor_contributor', vendor.id)).rejects.toThrow(
      'the other side',
    );
    await expect(provisioning.join(south, id, 'vendor_contributor')).rejects.toThrow('names its vendor');
    await expect(provisioning.join(south, id, 'executive', vendor.id)).rejects.toThrow('names none');
  });

  it('lets sign-in see no membership but the person’s own', async () => {
    const { administratorId } = await provisioning.create(wanted());
    const other = await provisioning.person({
      email: `x-${randomBytes(4).toString('hex')}@people.test`,
      name: 'X',
    });
    const seen = await database.door.withRole('identity', async (client) => {
      await membershipsOf(client, other.id);
      return (await client.query('select 1 from membership where person_id = $1', [administratorId])).rows;
    });
    expect(seen).toEqual([]);
  });
});
