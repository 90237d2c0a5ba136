import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  engineCalendar,
  newCalendar,
  type NewCalendar,
  newCalendarVersion,
  type NewCalendarVersion,
} from '@plumbline/calendars/schema';
import { ActivityLog } from '@plumbline/platform/activity-log';
import { newId } from '@plumbline/platform/database';
import { type Actor, FixedClock, type Tenant } from '@plumbline/platform/tenancy';
import { actorIn, openTestDatabase, type TestDatabase } from '@plumbline/platform/testing';
import { calendarKnownAt } from '@plumbline/sla-engine';
import { calendarEntities } from './calendars.module';
import { CalendarsRepository } from './calendars.repository';
import { CalendarsService } from './calendars.service';
import { HolidayLibrary } from './holiday-library';
import { HolidayProposals } from './holiday-proposals';

const clock = new FixedClock(Temporal.Instant.from('2026-03-02T09:30:00Z'));
const proposals = new HolidayProposals(new HolidayLibrary());
const day = [['08:00', '17:00']];
const terms = { timezone: 'Asia/Manila', hours: { mon: day, tue: day, wed: day, thu: day, fri: day } };
const founding = { date: '2026-09-14', name: 'Founding day', provenance: { source: 'person' } };

const manila = (change: object = {}): NewCalendar =>
  newCalendar.parse({ name: 'Manila site', ...terms, holidays: [founding], ...change });
const next = (change: object = {}): NewCalendarVersion =>
  newCalendarVersion.parse({ reason: 'Open on Saturdays', ...terms, ...change });

describe('calendars', () => {
  let database: TestDatabase;
  let service: CalendarsService;
  let tenant: Tenant;
  let manager: Actor;

  beforeAll(async () => {
    database = await openTestDatabase([...calendarEntities]);
    service = new CalendarsService(
      database.door,
      new CalendarsRepository(),
      proposals,
      new ActivityLog(clock),
      clock,
    );
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    clock.set('2026-03-02T09:30:00Z');
    tenant = await database.tenant();
    manager = actorIn(tenant, 'vendor_manager');
  });

  const names = async (actor: Actor, limit = 50, cursor?: string) => {
    const page = await service.list(actor, { limit, cursor });
    return { names: page.items.map(({ name }) => name), next: page.nextCursor ?? undefined };
  };

  it('are entered with a first version, reviewed by whoever sends it, and logged', async () => {
    const { items } = await proposals.propose('PH', null, [2026]);
    const rizal = items.find(({ date }) => date === '2026-12-30');
    const holidays = [{ date: '2026-12-30', name: 'Rizal Day', provenance: rizal?.provenance }, founding];
    const made = await service.create(manager, manila({ holidays }));
    const reviewed = { number: 1, knownFrom: '2026-03-02T09:30:00.000Z', reviewedBy: manager.name };
    expect(made).toMatchObject({
      name: 'Manila site',
      version: 1,
      versions: [{ ...reviewed, holidays: 2, reason: null }],
    });
    expect(await service.viewVersion(manager, made.id, 1)).toEqual({
      ...reviewed,
      calendarId: made.id,
      timezone: 'Asia/Manila',
      hours: { ...terms.hours, sat: [], sun: [] },
      holidays: [
        { ...founding, provenance: { source: 'person', by: manager.name } },
        { date: '2026-12-30', name: 'Rizal Day', provenance: rizal?.provenance },
      ],
      reason: null,
      reviewedAt: reviewed.knownFrom,
    });
    const logged = await database.door.withTenant(manager, (tx) =>
      tx.query('select action, thing_id, detail from activity_log where tenant_id = $1', [tenant.id]),
    );
    expect(logged).toEqual([
      { action: 'calendar-created', thing_id: made.id, detail: { name: 'Manila site', holidays: 2 } },
    ]);
  });

  it('are listed by name in pages, each once, at its newest version', async () => {
    for (const name of ['Cebu', 'Austin', 'Bogotá']) await service.create(manager, manila({ name }));
    const first = await names(manager, 2);
    const second = await names(manager, 2, first.next);
    expect([...first.names, ...second.names]).toEqual(['Austin', 'Bogotá', 'Cebu']);
    expect(second.next).toBeUndefined();
    const { items } = await service.list(manager, { limit: 1, cursor: undefined });
    expect(items).toEqual([
      expect.objectContaining({
        number: 1,
        holidays: 1,
        holidaysUntil: '2026-09-14',
        timezone: 'Asia/Manila',
      }),
    ]);
  });

  it('have names of their own within an insurer, also when two arrive at once', async () => {
    const both = await Promise.allSettled([1, 2].map(() => service.create(manager, manila())));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(service.create(manager, manila())).rejects.toMatchObject({
      status: 409,
      code: 'calendar-name-taken',
      fields: [{ path: 'name' }],
    });
    const elsewhere = actorIn(await database.tenant(), 'vendor_manager');
    await expect(service.create(elsewhere, manila())).resolves.toMatchObject({ name: 'Manila site' });
  });

  it('that the engine could not compute with are refused, each problem at its field', async () => {
    const hours = { mon: [['17:00', '09:00']], fri: [['x', '17:00']] };
    await expect(service.create(manager, manila({ hours }))).rejects.toMatchObject({
      status: 400,
      fields: [
        { path: 'hours.mon.0', code: 'calendar.rangeReversed' },
        { path: 'hours.fri.0.0', code: 'calendar.timeInvalid' },
      ],
    });
  });

  describe('versions', () => {
    it('are added and never changed; a clock keeps the one known at its start (semantics rule 8)', async () => {
      const { id } = await service.create(manager, manila());
      clock.set('2026-03-09T00:00:00Z');
      const hours = { ...terms.hours, sat: day };
      const added = await service.addVersion(manager, id, next({ hours }), 1);
      expect(added).toMatchObject({ number: 2, reason: 'Open on Saturdays', holidays: [] });
      const calendar = await service.view(manager, id);
      expect(calendar).toMatchObject({ version: 2, versions: [{ number: 1, holidays: 1 }, { number: 2 }] });

      const versions = await Promise.all(
        calendar.versions.map(async ({ number }) => {
          const version = await service.viewVersion(manager, id, number);
          const outcome = engineCalendar(version);
          if (!outcome.ok) throw new Error(outcome.problem.detail);
          return { knownFrom: Temporal.Instant.from(version.knownFrom), calendar: outcome.value };
        }),
      );
      const saturdayAt = (at: string) => {
        const known = calendarKnownAt(versions, Temporal.Instant.from(at));
        return known.ok ? known.value.calendar.weekly[5]?.length : known.problem.code;
      };
      expect(saturdayAt('2026-03-08T23:59:59Z')).toBe(0);
      expect(saturdayAt('2026-03-09T00:00:00Z')).toBe(1);
    });

    it('keep who entered a date, and name whoever adds one', async () => {
      const { id } = await service.create(manager, manila());
      const [kept] = (await service.viewVersion(manager, id, 1)).holidays;
      const other = { ...actorIn(tenant, 'administrator'), name: 'Ben Ochoa' };
      const added = { date: '2026-12-24', name: 'Christmas Eve', provenance: { source: 'person' } };
      const { holidays } = await service.addVersion(other, id, next({ holidays: [added, kept] }), 1);
      expect(holidays).toEqual([kept, { ...added, provenance: { source: 'person', by: 'Ben Ochoa' } }]);
    });

    it('begin one after the other, whatever the clock does', async () => {
      const { id } = await service.create(manager, manila());
      clock.set('2026-03-01T00:00:00Z');
      const added = await service.addVersion(manager, id, next(), 1);
      expect(added).toMatchObject({
        knownFrom: '2026-03-02T09:30:00.001Z',
        reviewedAt: '2026-03-01T00:00:00.000Z',
      });
    });

    it('of a calendar that changed meanwhile are stale; of two at once one is', async () => {
      const { id } = await service.create(manager, manila());
      const both = await Promise.allSettled([1, 2].map(() => service.addVersion(manager, id, next(), 1)));
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      for (const attempt of both) {
        if (attempt.status === 'rejected')
          expect(attempt.reason).toMatchObject({ status: 412, code: 'stale' });
      }
      await expect(service.addVersion(manager, newId(), next(), 1)).rejects.toMatchObject({ status: 404 });
    });

    it('cannot be changed or deleted, by nobody', async () => {
      const { id } = await service.create(manager, manila());
      for (const act of ["update calendar_version set holidays = '[]'", 'delete from calendar_version']) {
        const change = database.door.withTenant(manager, (tx) =>
          tx.query(`${act} where tenant_id = $1 and calendar_id = $2`, [tenant.id, id]),
        );
        await expect(change).rejects.toThrow(/permission denied/);
      }
    });
  });

  it('are not there for another insurer', async () => {
    const { id } = await service.create(manager, manila());
    const outsider = actorIn(await database.tenant(), 'administrator');
    const missing = { status: 404, detail: 'There is no such calendar here.' };
    await expect(service.view(outsider, id)).rejects.toMatchObject(missing);
    await expect(service.view(outsider, newId())).rejects.toMatchObject(missing);
    await expect(service.viewVersion(outsider, id, 1)).rejects.toMatchObject({ status: 404 });
    await expect(service.addVersion(outsider, id, next(), 1)).rejects.toMatchObject(missing);
    expect((await names(outsider)).names).toEqual([]);
  });

  it('are read by every vendor of the insurer, and written by none: the policy alone sees to that', async () => {
    const { id } = await service.create(manager, manila());
    const { id: vendorId } = await database.vendor(tenant);
    const partner = actorIn(tenant, 'vendor_administrator', [vendorId]);
    expect((await names(partner)).names).toEqual(['Manila site']);
    expect((await service.viewVersion(partner, id, 1)).holidays).toHaveLength(1);
    await expect(service.create(partner, manila({ name: 'Mine' }))).rejects.toThrow(/row-level security/);
    // the row cannot be locked for a change by somebody who may not change it
    await expect(service.addVersion(partner, id, next(), 1)).rejects.toMatchObject({ status: 404 });
  });
});
