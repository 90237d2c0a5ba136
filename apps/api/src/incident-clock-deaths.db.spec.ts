import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Incident } from '@plumbline/incidents/schema';
import { newId } from '@plumbline/platform/database';
import { actorIn, ownDatabase } from '@plumbline/platform/testing';
import { migrations } from '../../../migrations/index';
import { ApiUnderTest } from './api-under-test';
import { InsurerUnderTest } from './insurer-under-test';
import { MortalWorker } from './mortal-worker';

const INCIDENTS = 6;
/** Stages of 24 hours from 07:00: when each is acted on, in which table the worker then dies, and what is told. */
const stages = [
  { stage: 50, due: '2026-03-02T19:00:00.000Z', dies: ['clock_stage', 'notice'] },
  { stage: 75, due: '2026-03-03T01:00:00.000Z', dies: ['notification'] },
  { stage: 90, due: '2026-03-03T04:36:00.000Z', dies: ['notification_delivery', 'mail'] },
  { stage: 100, due: '2026-03-03T07:00:00.001Z', dies: ['breach', 'notice', 'notification', 'mail'] },
] as const;
/** Written in the transaction that acts on a stage: whoever dies there has not acted. */
const acting: readonly string[] = ['clock_stage', 'breach', 'notice'];

/** Each life begins ten seconds after the one before: an announcement whose job was forgotten is looked for after five. */
const later = (due: string, lives: number) =>
  Temporal.Instant.from(due)
    .add({ seconds: lives * 10 })
    .toString();

/**
 * The worker is a real process here, killed with SIGKILL inside each transaction that a due clock leads to, Redis emptied
 * with it: every escalation happens once, at its instant (architecture invariant 9).
 */
describe('clocks of incidents, a worker that dies and a Redis that forgets', () => {
  let drop: () => Promise<void>;
  let api: ApiUnderTest;
  let worker: MortalWorker;
  let here: InsurerUnderTest;

  beforeAll(async () => {
    drop = await ownDatabase('clock_deaths', migrations);
    api = await ApiUnderTest.start();
    worker = new MortalWorker(api);
    await worker.build();
    here = await InsurerUnderTest.open(api, 'deaths');
    await here.agree(
      [{ name: 'Abandonment', metric: 'abandonment_rate', comparator: '<', value: '0.05', weight: '100' }],
      { speedOutweighsReason: 'Only clauses matter here.' },
    );
  });
  afterAll(async () => {
    await worker.remove();
    await api.stop();
    await drop();
  });

  const query = <Row>(sql: string, ...more: unknown[]) =>
    api.database.door.withTenant(actorIn(here.tenant, 'administrator'), (tx) =>
      tx.query<Row>(sql, [here.tenant.id, ...more]),
    );

  /** Two contacts of the vendor who have no sign-in. */
  async function ladder(): Promise<string[]> {
    const contacts = ['desk', 'lead'].map((name) => ({
      id: newId(),
      email: `${name}-${newId()}@vendor.test`,
    }));
    const at = '2026-01-01T00:00:00Z';
    for (const { id, email } of contacts)
      await query(
        `insert into vendor_contact (tenant_id, id, vendor_id, name, role, email, language, created_at, updated_at, version)
         values ($1, $2, $3, 'On call', 'security', $4, 'en', $5, $5, 1)`,
        ...[id, here.vendor.id, email, at],
      );
    const places = contacts.map(({ id: contactId }, index) => ({
      ...{ contactId, personId: null, personName: null, personSide: null },
      ...{ afterMinutes: index * 15, respectHours: false },
    }));
    await query(
      `insert into vendor_escalation_ladder (tenant_id, vendor_id, stages, created_at, updated_at, version)
       values ($1, $2, $3, $4, $4, 1)`,
      ...[here.vendor.id, JSON.stringify(places), at],
    );
    return contacts.map(({ email }) => email);
  }

  /** Nothing is due, nobody is still to be told, and the post is out. */
  async function quiet(at: string): Promise<boolean> {
    const [waiting] = await query<{ count: number }>(
      `select (select count(*) from clock where tenant_id = $1 and next_at <= $2)::int
            + (select count(*) from notice where tenant_id = $1 and spread_at is null)::int
            + (select count(*) from notification_delivery where tenant_id = $1 and state in ('waiting', 'posted'))::int as count`,
      at,
    );
    return waiting?.count === 0;
  }

  it('every escalation once, at its instant', async () => {
    const security = await api.member(here.tenant, 'security');
    const administrator = await api.member(here.tenant, 'vendor_administrator', here.vendor.id);
    const people = [security, administrator].map(({ person }) => person);
    const [desk = '', lead = ''] = await ladder();
    api.clock.set('2026-03-02T09:00:00Z');
    const clocks: string[] = [];
    for (let number = 0; number < INCIDENTS; number += 1) {
      const answer = await security.browser.post(here.at('/incidents'), {
        ...{ vendorId: here.vendor.id, what: `Laptop ${number}`, discoveredAt: '2026-03-02T07:00:00Z' },
        ...{ service: 'voice', phiSuspected: 'no', notifiedAt: null },
      });
      expect(answer.status).toBe(201);
      const incident = answer.body as Incident;
      clocks.push(...incident.clocks.map(({ id }) => id));
    }
    expect(clocks).toHaveLength(INCIDENTS);
    await worker.liveUntil('2026-03-02T18:59:59.999Z', () => quiet('2026-03-02T18:59:59.999Z'));
    expect(await query('select 1 from clock_stage where tenant_id = $1')).toEqual([]);

    for (const { due, dies } of stages) {
      for (const [lives, table] of dies.entries()) await worker.dieWriting(table, later(due, lives));
      const end = later(due, dies.length);
      await worker.liveUntil(end, () => quiet(end));
    }
    const each = <Row>(rowsOf: (clockId: string) => readonly Row[]) => clocks.flatMap(rowsOf);
    const sorted = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).sort();
    /** The first life of a stage that did not end inside of acting. */
    const actedAt = (of: (typeof stages)[number]) =>
      new Date(
        Temporal.Instant.from(later(of.due, of.dies.filter((table) => acting.includes(table)).length))
          .epochMilliseconds,
      );

    const recorded = await query(
      'select clock_id, stage, at, noticed_at, told from clock_stage where tenant_id = $1',
    );
    expect(sorted(recorded)).toEqual(
      sorted(
        each((clock_id) =>
          stages.map((of) => ({
            ...{ clock_id, stage: of.stage },
            // the deadline itself, which is over a millisecond later
            at: of.stage === 100 ? new Date('2026-03-03T07:00:00Z') : new Date(of.due),
            ...{ noticed_at: actedAt(of), told: true },
          })),
        ),
      ),
    );

    const breaches = await query(
      `select clock_id, month::text, breached_at, opened_at from breach where tenant_id = $1 and kind = 'clock'`,
    );
    expect(sorted(breaches)).toEqual(
      sorted(
        each((clock_id) => [
          {
            ...{ clock_id, month: '2026-03-01', breached_at: new Date('2026-03-03T07:00:00Z') },
            opened_at: actedAt(stages[3]),
          },
        ]),
      ),
    );

    const notices = await query(
      `select key, kind, created_at from notice where tenant_id = $1 and key like 'clock/%'`,
    );
    const keyed = each((id) => stages.map((of) => ({ key: `clock/${id}/${of.stage}`, of })));
    expect(sorted(notices)).toEqual(
      sorted(
        keyed.map(({ key, of }) => ({
          key,
          kind: of.stage === 100 ? 'incident-late' : 'incident-clock-stage',
          created_at: actedAt(of),
        })),
      ),
    );

    // everybody reads their own alone
    for (const person of people) {
      const told = await api.database.door.withTenant(actorIn(here.tenant, 'security', [], person.id), (tx) =>
        tx.query<{ key: string }>(
          `select key from notification where tenant_id = $1 and person_id = $2 and key like 'clock/%'`,
          [here.tenant.id, person.id],
        ),
      );
      expect(told.map(({ key }) => key).sort()).toEqual(keyed.map(({ key }) => key).sort());
    }

    const deliveries = await query<{ id: string; key: string; address: string; state: string }>(
      `select id, key, address, state from notification_delivery
       where tenant_id = $1 and channel = 'mail' and key like 'clock/%'`,
    );
    const addresses = (stage: number) => [
      ...people.map(({ email }) => email),
      ...[desk, ...(stage > 50 ? [lead] : [])],
    ];
    expect(sorted(deliveries.map(({ key, address, state }) => ({ key, address, state })))).toEqual(
      sorted(
        keyed.flatMap(({ key, of }) =>
          addresses(of.stage).map((address) => ({ key, address, state: 'sent' })),
        ),
      ),
    );
    const { rows: mails } = await api.database.owner.query<{ recipient: string; delivery: string }>(
      `select recipient, delivery from mail, unnest(delivery_ids) as delivery
       where tenant_id = $1 and delivery = any ($2) and sent_at is not null`,
      [here.tenant.id, deliveries.map(({ id }) => id)],
    );
    expect(sorted(mails)).toEqual(
      sorted(deliveries.map(({ id, address }) => ({ recipient: address, delivery: id }))),
    );
  }, 300_000);
});
