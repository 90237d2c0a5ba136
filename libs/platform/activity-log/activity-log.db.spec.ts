import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FixedClock } from '../tenancy';
import { actorIn, openTestDatabase, type TestDatabase } from '../testing';
import { ActivityLog } from './activity-log';
import { canonicalJson, genesisHash, linkHash } from './chain';

interface Row {
  sequence: string;
  previous_hash: Buffer;
  hash: Buffer;
}

describe('ActivityLog', () => {
  let database: TestDatabase;
  const clock = new FixedClock(Temporal.Instant.from('2026-03-31T23:59:59.123Z'));
  const log = new ActivityLog(clock);
  const entry = { action: 'vendor-changed', thing: 'vendor', thingId: 'v-1', detail: { version: 2 } };

  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());

  it('chains the lines of a tenant across months, from its own genesis', async () => {
    const tenant = await database.tenant();
    const actor = actorIn(tenant, 'administrator');
    clock.set('2026-03-31T23:59:59.123Z');
    await database.door.withTenant(actor, async (tx) => {
      await log.append(tx, entry);
      await log.append(tx, { ...entry, detail: { nested: { b: 1, a: ['x', null, true] } } });
    });
    clock.set('2026-04-01T00:00:00.456Z');
    await database.door.withTenant(actor, (tx) => log.append(tx, entry));

    const rows = await database.door.withTenant(actor, (tx) =>
      tx.query<Row & Record<string, unknown>>(
        'select * from activity_log where tenant_id = $1 order by sequence',
        [tenant.id],
      ),
    );
    expect(rows.map((row) => row.sequence)).toEqual(['1', '2', '3']);
    expect(rows[0]?.previous_hash).toEqual(genesisHash(tenant.id));
    expect(rows[1]?.previous_hash).toEqual(rows[0]?.hash);
    expect(rows[2]?.previous_hash).toEqual(rows[1]?.hash);
    for (const row of rows) {
      // what comes back from the database gives the hash that was stored
      const again = linkHash(row.previous_hash, {
        tenantId: tenant.id,
        sequence: Number(row.sequence),
        at: (row['at'] as Date).toISOString(),
        actorKind: row['actor_kind'] as string,
        actorId: row['actor_id'] as string,
        vendorId: row['vendor_id'] as string | null,
        action: row['action'] as string,
        thing: row['thing'] as string,
        thingId: row['thing_id'] as string,
        detail: row['detail'] as Record<string, unknown>,
        commitments: row['commitments'] as Record<string, string>,
      });
      expect(again).toEqual(row.hash);
    }
  });

  it('gives parallel writers one chain without a gap or a fork', async () => {
    const tenant = await database.tenant();
    const actor = actorIn(tenant, 'administrator');
    await Promise.all(
      Array.from({ length: 12 }, () => database.door.withTenant(actor, (tx) => log.append(tx, entry))),
    );
    const rows = await database.door.withTenant(actor, (tx) =>
      tx.query<Row>(
        'select sequence, previous_hash, hash from activity_log where tenant_id = $1 order by sequence',
        [tenant.id],
      ),
    );
    expect(rows.map((row) => Number(row.sequence))).toEqual(
      Array.from({ length: 12 }, (_, index) => index + 1),
    );
    rows.slice(1).forEach((row, index) => expect(row.previous_hash).toEqual(rows[index]?.hash));
  });

  it('writes nothing when the deed is undone', async () => {
    const tenant = await database.tenant();
    const actor = actorIn(tenant, 'administrator');
    const failing = database.door.withTenant(actor, async (tx) => {
      await log.append(tx, entry);
      throw new Error('undone');
    });
    await expect(failing).rejects.toThrow('undone');
    const rows = await database.door.withTenant(actor, (tx) =>
      tx.query('select 1 from activity_log where tenant_id = $1', [tenant.id]),
    );
    expect(rows).toEqual([]);
  });

  it('keeps what names a person out of the chain, so that erasing it leaves the chain valid', async () => {
    const tenant = await database.tenant();
    const actor = { ...actorIn(tenant, 'administrator'), name: 'Maria Musterfrau' };
    await database.door.withTenant(actor, (tx) =>
      log.append(tx, { ...entry, personal: { email: 'new.person@example.test' } }),
    );
    const [line] = await database.door.withTenant(actor, (tx) =>
      tx.query<Record<string, unknown>>('select * from activity_log where tenant_id = $1', [tenant.id]),
    );
    const text = canonicalJson({ ...line, at: '', previous_hash: '', hash: '', month: '' });
    expect(text).not.toMatch(/Musterfrau|new\.person/);
    expect(Object.keys(line?.['commitments'] as object).sort()).toEqual(['actorName', 'email']);
    const personal = await database.door.withTenant(actor, (tx) =>
      tx.query('select field, value from activity_log_personal where tenant_id = $1 order by field', [
        tenant.id,
      ]),
    );
    expect(personal).toEqual([
      { field: 'actorName', value: 'Maria Musterfrau' },
      { field: 'email', value: 'new.person@example.test' },
    ]);
  });

  it('lets a vendor add a line and read none; nobody may change or remove one', async () => {
    const tenant = await database.tenant();
    const vendor = await database.vendor(tenant);
    const partner = actorIn(tenant, 'vendor_contributor', [vendor.id]);
    await database.door.withTenant(partner, (tx) => log.append(tx, { ...entry, vendorId: vendor.id }));
    const seen = await database.door.withTenant(partner, (tx) =>
      tx.query('select 1 from activity_log where tenant_id = $1', [tenant.id]),
    );
    expect(seen).toEqual([]);
    for (const statement of [
      `update activity_log set action = 'x' where tenant_id = $1`,
      `delete from activity_log where tenant_id = $1`,
      `update activity_log_personal set value = 'x' where tenant_id = $1`,
      `delete from activity_log_personal where tenant_id = $1`,
    ]) {
      const attempt = database.door.withTenant(actorIn(tenant, 'administrator'), (tx) =>
        tx.query(statement, [tenant.id]),
      );
      await expect(attempt).rejects.toThrow(/permission denied/);
    }
  });
});
