import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { someNotice, ToldPeople } from './told-people.fixture';

describe('telling people in their hours and ways', () => {
  let told: ToldPeople;
  beforeAll(async () => {
    told = await ToldPeople.open('told_in_time');
  });
  afterAll(() => told.close());
  beforeEach(() => told.begin());

  it('keeps to what a person turned off, except where a legal clock depends on it', async () => {
    const ana = await told.member('security');
    await told.choose(ana, 'incident-acknowledged', 'off');
    await told.choose(ana, 'incident-acknowledged', 'off', 'page');
    await told.choose(ana, 'incident-late', 'off');
    await told.choose(ana, 'incident-late', 'off', 'page');
    await told.announce(someNotice(), { roles: ['security'] });
    await told.announce(someNotice({ kind: 'incident-late' }), { roles: ['security'] });
    await told.spread();
    await told.sendAll();
    expect(told.sent.map(({ subject }) => subject)).toEqual([
      'Deadline missed: INC-7, Lost laptop (Halcyon)',
    ]);
    const shown = await told.rows('select kind, shown from notification where tenant_id = $1 order by kind');
    expect(shown).toEqual([
      { kind: 'incident-acknowledged', shown: false },
      { kind: 'incident-late', shown: true },
    ]);
    expect((await told.states()).map(({ state }) => state).sort()).toEqual([
      'muted',
      'muted',
      'sent',
      'sent',
    ]);
  });

  it('waits for the end of quiet hours across a clock change, and lets legal clocks through', async () => {
    const ana = await told.member('security');
    await told.hours(ana, 'America/New_York', '22:00', '07:00');
    // the night to 8 March 2026 is an hour short
    told.clock.set('2026-03-08T05:00:00Z');
    await told.announce(someNotice(), { roles: ['security'] });
    await told.announce(someNotice({ kind: 'incident-clock-stage' }), { roles: ['security'] });
    await told.spread();
    await told.sendAll();
    expect(told.sent.map(({ subject }) => subject)).toEqual([
      expect.stringContaining('% of the time has passed'),
    ]);
    told.clock.set('2026-03-08T10:59:59Z');
    await told.postDue();
    await told.sendAll();
    expect(told.sent).toHaveLength(1);
    told.clock.set('2026-03-08T11:00:00Z');
    await told.postDue();
    await told.postDue();
    await told.sendAll();
    expect(told.sent.map(({ subject }) => subject)[1]).toBe(
      'Incident acknowledged: INC-7, Lost laptop (Halcyon)',
    );
    expect(told.sent).toHaveLength(2);
  });

  it('sends a digest once at the local hour, whoever looks, without what was turned off meanwhile', async () => {
    const ana = await told.member('security');
    await told.hours(ana, 'Asia/Manila', null, null);
    await told.choose(ana, 'incident-acknowledged', 'daily');
    await told.choose(ana, 'incident-updated', 'daily');
    await told.announce(someNotice(), { roles: ['security'] });
    await told.announce(
      someNotice({ parameters: { reference: 'INC-8', title: 'Mail', vendor: 'Halcyon' } }),
      {
        roles: ['security'],
      },
    );
    await told.announce(someNotice({ kind: 'incident-updated' }), { roles: ['security'] });
    await told.spread();
    await told.choose(ana, 'incident-updated', 'off');
    told.clock.set('2026-06-01T23:59:59Z');
    await told.postDue();
    await told.sendAll();
    expect(told.sent).toEqual([]);
    told.clock.set('2026-06-02T00:00:00Z');
    const ids = (
      await told.rows(`select id from notification_delivery where tenant_id = $1 and channel = 'mail'`)
    ).map(({ id }) => id as string);
    await Promise.all(ids.map((id) => told.poster.process(told.tenant, id)));
    await told.postDue();
    await told.sendAll();
    expect(told.sent.map(({ subject }) => subject)).toEqual([`2 notices from ${told.tenant.name}`]);
    expect(told.sent[0]?.text).toContain('INC-7');
    expect(told.sent[0]?.text).toContain('INC-8');
    expect(told.sent[0]?.text).not.toContain('News of');
    expect(
      (await told.states())
        .filter(({ channel }) => channel === 'mail')
        .map(({ state }) => state)
        .sort(),
    ).toEqual(['muted', 'sent', 'sent']);
  });

  it('sends nothing that waited to somebody who has left', async () => {
    const ana = await told.member('security');
    await told.choose(ana, 'incident-acknowledged', 'weekly');
    await told.announce(someNotice(), { roles: ['security'] });
    await told.spread();
    await told.database.door.withTenant(told.worker(), (tx) =>
      tx.query('update membership set ended_at = $3 where tenant_id = $1 and person_id = $2', [
        told.tenant.id,
        ana.id,
        told.clock.date(),
      ]),
    );
    told.clock.set('2026-06-09T16:00:00Z');
    await told.postDue();
    await told.sendAll();
    expect(told.sent).toEqual([]);
    expect(await told.states()).toMatchObject([{ channel: 'mail', state: 'muted' }, { channel: 'page' }]);
  });
});
