/**
 * `npm run --silent bench -- sweep [--open 1000000] [--due 1000] [--runs 5]`: what acting on a due clock costs, whatever else runs.
 *
 * Ours, twice: the sweep looks for tenants with due clocks and the job acts on all that are due, as the worker does it (claims
 * of 500, stages recorded, next stage planned, people announced to, jobs asked for), with ten thousand clocks open, then
 * with a million. `costPerDueRatio`: the time per due clock with many open over the same with few.
 *
 * Its clocks are due in a year that the running worker has not come to, so that the bench alone acts on them.
 */
import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { calendarEntities } from '@plumbline/calendars/server';
import { AdvanceClocksProcessor, ClocksSweep, ClocksWorkerModule } from '@plumbline/clocks/server';
import { IncidentsWorkerModule } from '@plumbline/incidents/server';
import { ActivityLogModule } from '@plumbline/platform/activity-log';
import { DatabaseModule, databaseUrlsFromEnvironment, Door, newId } from '@plumbline/platform/database';
import { SealModule } from '@plumbline/platform/identity';
import { NotificationsModule } from '@plumbline/platform/notifications';
import { FixedClock, type Tenant, TimeModule, workerActor } from '@plumbline/platform/tenancy';
import { vendorEntities } from '@plumbline/vendors/server';
import pg from 'pg';
import { parseArgs } from 'node:util';
import { median, round } from './parts/median';
import { untilQuiet } from './parts/until-quiet';

const FEW = 10_000;
const { values: options } = parseArgs({
  options: {
    open: { type: 'string', default: '1000000' },
    due: { type: 'string', default: '1000' },
    runs: { type: 'string', default: '5' },
  },
});
const [many, due, runs] = [Number(options.open), Number(options.due), Number(options.runs)];
if (!(many > FEW)) throw new Error(`--open is more than ${FEW}; not: ${options.open}`);
/** The first turns of each size warm caches and are not counted. */
const WARM = 2;
const turns = runs + WARM;
if (turns * due > FEW) throw new Error(`--due times turns is at most ${FEW}`);

@Module({})
class Bench {}

const clock = new FixedClock(Temporal.Instant.from('2090-01-01T00:00:00Z'));
const urls = databaseUrlsFromEnvironment();
const jobs: INestApplicationContext = await NestFactory.createApplicationContext(
  {
    module: Bench,
    imports: [
      TimeModule.forRoot(clock),
      DatabaseModule.forRoot({ urls, entities: [...vendorEntities, ...calendarEntities], poolSize: 4 }),
      ...[SealModule, ActivityLogModule, NotificationsModule],
      ...[ClocksWorkerModule, IncidentsWorkerModule],
    ],
  },
  { logger: ['error'] },
);
const door = jobs.get(Door, { strict: false });
const [sweep, worker] = [jobs.get(ClocksSweep), jobs.get(AdvanceClocksProcessor)];
const owner = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 2 });
const tenant: Tenant = {
  id: newId(),
  slug: 'bench-sweep',
  name: 'Bench',
  timezone: 'UTC',
  colour: '#0f766e',
};
const actor = workerActor(tenant, 'bench');
const [vendorId, incidentId] = [newId(), newId()];

await incident();
const few = await measured(0, FEW);
const lots = await measured(FEW, many);
await owner.end();
await jobs.close();
process.stdout.write(
  JSON.stringify({
    bench: 'sweep',
    rows: many,
    due,
    oursMs: round(lots * due),
    limitMs: round(few * due),
    costPerDueMs: { [FEW]: Number(few.toFixed(3)), [many]: Number(lots.toFixed(3)) },
    costPerDueRatio: Number((lots / few).toFixed(3)),
    ratio: Number((lots / few).toFixed(3)),
    limit: `the same ${due} due clocks with ${FEW} open`,
  }),
);

/** With clocks opened up to `open`, some of them due at each turn: milliseconds per due clock. */
async function measured(already: number, open: number): Promise<number> {
  const times: number[] = [];
  await openClocks(already, open);
  for (let turn = 0; turn < turns; turn += 1) {
    clock.set(dueAt(already, turn));
    // what the turn before announced is spread by the running worker, which is no part of this
    await untilQuiet(process.env['PLUMBLINE_WORKER_PID'] ?? '');
    const start = performance.now();
    const found = await door.withRole('sweep', (client) => sweep.waiting(client, clock.date()));
    for (const { tenantId } of found) if (tenantId === tenant.id) await worker.process(tenant);
    if (turn >= WARM) times.push((performance.now() - start) / due);
  }
  const [acted] = await door.withTenant(actor, (tx) =>
    tx.query<{ count: number }>('select count(*)::int from clock_stage where tenant_id = $1', [tenant.id]),
  );
  const expected = turns * due * (already === 0 ? 1 : 2);
  if (acted?.count !== expected) throw new Error(`acted on ${acted?.count} stages, not ${expected}`);
  return median(times);
}

/** Each turn of each size has a day of its own. */
function dueAt(already: number, turn: number): string {
  return Temporal.PlainDate.from(already === 0 ? '2091-01-01' : '2092-01-01')
    .add({ days: turn })
    .toZonedDateTime('UTC')
    .toInstant()
    .toString();
}

async function incident(): Promise<void> {
  const at = '2026-01-01T00:00:00Z';
  await owner.query(
    'insert into tenant (id, slug, name, timezone, colour, created_at) values ($1, $2, $3, $4, $5, $6)',
    [tenant.id, tenant.slug, tenant.name, tenant.timezone, tenant.colour, at],
  );
  await door.withTenant(actor, async (tx) => {
    await tx.query(
      `insert into vendor (tenant_id, id, code, name, state, criticality, phi_access, timezone, created_at, updated_at)
       values ($1, $2, 'BENCH', 'Bench', 'active', 'high', true, 'UTC', $3, $3)`,
      [tenant.id, vendorId, at],
    );
    await tx.query(
      `insert into incident (tenant_id, id, vendor_id, reference, title, service, phi, places, state, is_drill, source,
         discovered_at, reported_at, reported_by, reported_by_name, reported_by_side, version)
       values ($1, $2, $3, 'BENCH-1', 'Bench', 'voice', 'no', '{}', 'reported', false, 'person', $4, $4, 'x', 'x', 'insurer', 1)`,
      [tenant.id, incidentId, vendorId, at],
    );
  });
}

/** The first ones half way to a deadline far away on the days of the turns, all others in a year that does not come. */
async function openClocks(from: number, to: number): Promise<void> {
  const rule = {
    policy: { name: 'Bench', nameEs: 'Bench', source: { title: 'Bench', url: null }, owedBy: 'vendor' },
    legs: [{ startsAt: 'discovered', unit: 'elapsedHours', amount: 24 }],
    ...{ metBy: 'notified', timezone: 'UTC', calendar: null, respectHours: false },
  };
  for (let first = from; first < to; first += 50_000) {
    const count = Math.min(50_000, to - first);
    await door.withTenant(actor, (tx) =>
      tx.query(
        `insert into clock (tenant_id, id, vendor_id, subject_kind, subject_id, policy_code, policy_version, rule, starts_at,
           started_at, deadline_at, trace, is_drill, is_past, next_stage, next_at)
         select $1, gen_random_uuid(), $2, 'incident', $3, 'bench-' || n, 1, $4::jsonb, 'discovered',
           half - interval '20000 days', half + interval '20000 days', '[]', false, false, 50, half
         from (select n, case when n - $8::int < $7::int * $9::int
                 then $6::timestamptz + ((n - $8::int) / $7::int) * interval '1 day'
                 else timestamptz '2099-01-01T00:00:00Z' end as half
               from generate_series($5::int, $5::int + $10::int - 1) as n) made`,
        [
          ...[tenant.id, vendorId, incidentId, JSON.stringify(rule), first, dueAt(from, 0), due],
          ...[from, turns, count],
        ],
      ),
    );
  }
  await owner.query('analyze clock');
}
