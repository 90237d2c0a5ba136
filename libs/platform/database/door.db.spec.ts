import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { actorIn, openTestDatabase, type TestDatabase } from '../testing';
import type { Actor } from '../tenancy';
import { ensureMonthPartition } from './month-partitions';

describe('the one door to data', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());

  it('refuses to work without an actor', async () => {
    await expect(database.door.withTenant(undefined as unknown as Actor, async () => 1)).rejects.toThrow(
      /needs an actor/,
    );
  });

  it('shows a tenant its own rows and no other tenant any', async () => {
    const [one, other] = [await database.tenant(), await database.tenant()];
    const { id } = await database.vendor(one);
    const seen = (actor: Actor) =>
      database.door.withTenant(actor, (tx) => tx.query('select id from vendor where id = $1', [id]));
    expect(await seen(actorIn(one, 'executive'))).toEqual([{ id }]);
    expect(await seen(actorIn(other, 'administrator'))).toEqual([]);
  });

  it('holds a vendor user to its vendor by policy, and keeps it from writing the insurer’s rows', async () => {
    const tenant = await database.tenant();
    const [own, foreign] = [await database.vendor(tenant), await database.vendor(tenant)];
    const partner = actorIn(tenant, 'vendor_administrator', [own.id]);
    const ids = await database.door.withTenant(partner, (tx) =>
      tx.query<{ id: string }>('select id from vendor'),
    );
    expect(ids).toEqual([{ id: own.id }]);
    expect(foreign.id).not.toBe(own.id);
    const renamed = database.door.withTenant(partner, (tx) =>
      tx.query(`update vendor set name = 'mine' where tenant_id = $1 and id = $2 returning id`, [
        tenant.id,
        own.id,
      ]),
    );
    expect(await renamed).toEqual([[], 0]);
  });

  it('gives nothing when no scope is set, under the run-time role and under the owner', async () => {
    const tenant = await database.tenant();
    await database.vendor(tenant);
    expect(await database.dataSource.query('select * from vendor')).toEqual([]);
  });

  it('opens a month’s partition once, however many ask for it at the same time', async () => {
    const tenant = await database.tenant();
    const actor = actorIn(tenant, 'vendor_manager');
    const ask = (month: string) =>
      database.door.withTenant(actor, async (tx) => {
        await tx.query('select 1 from load_counter where tenant_id = $1', [tx.tenantId]);
        await tx.query(`select ensure_month_partition('outbox', $1)`, [month]);
      });
    for (const month of ['2031-01-01', '2031-02-01', '2031-03-01']) {
      await Promise.all(Array.from({ length: 8 }, () => ask(month)));
    }
  });

  it('asks for a month’s partition again when the transaction that made it came to nothing', async () => {
    const actor = actorIn(await database.tenant(), 'vendor_manager');
    const made = (work: () => void) =>
      database.door.withTenant(actor, async (tx) => {
        await ensureMonthPartition(tx, 'outbox', '2032-05-01');
        work();
      });
    const stands = async () => {
      const [row] = (await database.dataSource.query(
        `select to_regclass('outbox_2032_05') as partition`,
      )) as [{ partition: string | null }];
      return row.partition !== null;
    };
    await expect(
      made(() => {
        throw new Error('half way');
      }),
    ).rejects.toThrow('half way');
    expect(await stands()).toBe(false);
    await made(() => undefined);
    expect(await stands()).toBe(true);
  });

  it('waits for a month’s partition that shows while who makes it is not yet done: writing by it would be refused', async () => {
    const actor = actorIn(await database.tenant(), 'vendor_manager');
    const ensure = () =>
      database.door.withTenant(actor, async (tx) => {
        await tx.query(`set local lock_timeout = '50ms'`);
        await tx.query(`select ensure_month_partition('outbox', '2033-05-01')`);
      });
    await ensure();
    const maker = await database.owner.connect();
    try {
      await maker.query('begin');
      await maker.query(`select pg_advisory_xact_lock(hashtext('outbox_2033_05'))`);
      await expect(ensure()).rejects.toMatchObject({ code: '55P03' });
      await maker.query('commit');
    } finally {
      maker.release();
    }
    // those who only look wait for nobody who looks
    const looking = await database.owner.connect();
    try {
      await looking.query('begin');
      await looking.query(`select ensure_month_partition('outbox', '2033-05-01')`);
      await ensure();
      await looking.query('commit');
    } finally {
      looking.release();
    }
  });

  it('keeps a prepared statement to the tenant of each transaction, on whatever connection', async () => {
    const tenants = [await database.tenant(), await database.tenant()];
    const vendors = await Promise.all(tenants.map((tenant) => database.vendor(tenant)));
    // more often than PostgreSQL plans anew before it keeps a plan
    for (let turn = 0; turn < 8; turn += 1) {
      for (const [index, tenant] of tenants.entries()) {
        const seen = await database.door.withTenant(actorIn(tenant, 'executive'), (tx) =>
          tx.prepared('select id from vendor order by id limit $1', [5]),
        );
        expect(seen).toEqual([{ id: vendors[index]?.id }]);
      }
    }
  });

  it('rolls the whole of the work back when it fails', async () => {
    const tenant = await database.tenant();
    const actor = actorIn(tenant, 'vendor_manager');
    const work = database.door.withTenant(actor, async (tx) => {
      await tx.query(`insert into load_counter (tenant_id, last_number) values ($1, 1)`, [tenant.id]);
      throw new Error('half way');
    });
    await expect(work).rejects.toThrow('half way');
    expect(await database.door.withTenant(actor, (tx) => tx.query('select * from load_counter'))).toEqual([]);
  });
});
