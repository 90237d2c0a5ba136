/**
 * `npm run --silent bench -- evaluate [--rows 1000000] [--runs 3] [--dirty 1]`: from "these months are dirty" to written results.
 *
 * Ours: 200 vendors' month of half-hour rows with twelve metrics each is marked dirty, the jobs are put into the outbox,
 * and the running worker evaluates: relay, queue, one transaction a vendor, revisions, breaches, and the scorecards that
 * follow meanwhile. The limit: one SQL group-by that sums the same measures of the same rows by vendor and segment.
 *
 * With `--dirty 1`: ours is the same for the rows of 1 % of the vendors, whose figures have changed, and the limit is
 * evaluating the whole month.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { seedMetricLibrary } from '@plumbline/measurements/server';
import { databaseUrlsFromEnvironment, Door, makeDataSource, newId } from '@plumbline/platform/database';
import { enqueue, onEnqueued, RedisConnections, RELAY_HINTS } from '@plumbline/platform/jobs';
import { type Actor, SystemClock, type Tenant, workerActor } from '@plumbline/platform/tenancy';
import { defaultMetrics } from '@plumbline/sla-engine';
import pg from 'pg';
import { median, round } from './parts/median';
import { PeakMemory, rssMiB } from './parts/memory';
import { untilQuiet } from './parts/until-quiet';

const VENDORS = 200;
const METRICS = 12;
const INTERVALS = 48;
const GIVE_UP_MS = 120_000;

const { values: options } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    runs: { type: 'string', default: '3' },
    dirty: { type: 'string' },
  },
});
const runs = Number(options.runs);
const dirtyVendors = options.dirty === undefined ? null : Math.round((VENDORS * Number(options.dirty)) / 100);
if (dirtyVendors !== null && !(dirtyVendors >= 1 && dirtyVendors <= VENDORS)) {
  throw new Error(`--dirty is a percentage of ${VENDORS} vendors; not: ${options.dirty}`);
}
const clock = new SystemClock();
// the last month but one: its window and its due day have passed, every figure is final
const month = clock.now().toZonedDateTimeISO('UTC').toPlainDate().toPlainYearMonth().subtract({ months: 2 });
const firstDate = month.toPlainDate({ day: 1 }).toString();
const lastDate = month.toPlainDate({ day: month.daysInMonth }).toString();
const nextMonth = month.add({ months: 1 }).toPlainDate({ day: 1 }).toString();
const segments = Math.max(1, Math.round(Number(options.rows) / (VENDORS * INTERVALS * month.daysInMonth)));
const rows = VENDORS * INTERVALS * month.daysInMonth * segments;

const metrics = defaultMetrics.slice(0, METRICS);
const measures = [
  ...new Set(
    metrics.flatMap(({ definition }) =>
      [...definition.numerator, ...definition.denominator].map(({ measure }) => measure),
    ),
  ),
];

const urls = databaseUrlsFromEnvironment();
const databaseOptions = { urls, entities: [] };
const door = new Door(await makeDataSource(databaseOptions).initialize(), databaseOptions);
const owner = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 2 });
const tenant: Tenant = {
  id: newId(),
  slug: 'bench-evaluate',
  name: 'Bench',
  timezone: 'UTC',
  colour: '#0f766e',
};
const actor: Actor = workerActor(tenant, 'bench');

const vendorIds = await agree();
const segmentIds = await measure(await positionsOf());
const workerPid = process.env['PLUMBLINE_WORKER_PID'] ?? '';
const connections = new RedisConnections();
const hints = connections.connect('bench');
// as every process of the product does: the relay does not wait until it looks by itself
onEnqueued(async () => void (await hints.publish(RELAY_HINTS, '')));
const memory = new PeakMemory(workerPid);
const idleRssMiB = rssMiB(workerPid);
memory.start();
const limits: number[] = [];
const ours: number[] = [];
// the first turn of both warms caches and is not counted
for (let turn = 0; turn <= runs; turn += 1) {
  const limit = dirtyVendors === null ? await groupBy() : await evaluateAll();
  const own =
    dirtyVendors === null ? await evaluateAll() : await evaluateChanged(vendorIds.slice(0, dirtyVendors));
  if (turn > 0) {
    limits.push(limit);
    ours.push(own);
  }
}
memory.stop();
connections.onApplicationShutdown();
await owner.end();
await door.onApplicationShutdown();
const [oursMs, limitMs] = [median(ours), median(limits)];
process.stdout.write(
  JSON.stringify({
    bench: 'evaluate',
    rows,
    oursMs: round(oursMs),
    limitMs: round(limitMs),
    ratio: Number((oursMs / limitMs).toFixed(3)),
    idleRssMiB: round(idleRssMiB),
    peakRssMiB: round(memory.peakMiB),
    limit:
      dirtyVendors === null
        ? `one SQL group-by by vendor and segment, summing the ${measures.length} measures of the ${METRICS} metrics over the same rows`
        : `evaluating the whole month of ${VENDORS} vendors; ours: of the ${dirtyVendors} whose rows changed`,
  }),
);

/** Vendors with an active contract each, twelve SLAs, in force until the month's end: no other month is evaluated meanwhile. */
async function agree(): Promise<string[]> {
  const at = clock.date();
  await owner.query(
    'insert into tenant (id, slug, name, timezone, colour, created_at) values ($1, $2, $3, $4, $5, $6)',
    [tenant.id, tenant.slug, tenant.name, tenant.timezone, tenant.colour, at],
  );
  const ids = Array.from({ length: VENDORS }, () => newId());
  await door.withTenant(actor, async (tx) => {
    await seedMetricLibrary(tx, at);
    for (const [index, id] of ids.entries()) {
      const [contractId, versionId, clauseId] = [newId(), newId(), newId()];
      const code = `BENCH-${index + 1}`;
      await tx.query(
        `insert into vendor (tenant_id, id, code, name, state, criticality, phi_access, timezone, created_at, updated_at)
         values ($1, $2, $3, $3, 'active', 'high', true, 'UTC', $4, $4)`,
        [tenant.id, id, code, at],
      );
      await tx.query(
        `insert into contract (tenant_id, id, vendor_id, reference, title, created_at, updated_at)
         values ($1, $2, $3, $4, 'Bench', $5, $5)`,
        [tenant.id, contractId, id, code, at],
      );
      await tx.query(
        `insert into contract_version (tenant_id, id, contract_id, vendor_id, number, state, effective_from, effective_to, timezone,
           reporting_due_day, created_by, created_at, activated_at)
         values ($1, $2, $3, $4, 1, 'active', '2020-01-01', $6, 'UTC', 5, 'bench', $5, $5)`,
        [tenant.id, versionId, contractId, id, at, nextMonth],
      );
      await tx.query(
        `insert into clause (tenant_id, id, contract_version_id, vendor_id, kind, number, heading, text)
         values ($1, $2, $3, $4, 'service_levels', '1', 'Service levels', 'As agreed.')`,
        [tenant.id, clauseId, versionId, id],
      );
      await tx.query(
        `insert into sla (tenant_id, id, contract_version_id, vendor_id, metric_id, clause_id, name, comparator, target,
           "window", weight, created_at)
         select $1, new.id, $2, $3, m.id, $4, m.name, '>=', 0.8, 'month', case when new.ordinal <= 10 then 10 else 0 end, $5
         from unnest($6::uuid[], $7::text[]) with ordinality as new (id, code, ordinal)
         join metric m on m.tenant_id = $1 and m.code = new.code`,
        [
          tenant.id,
          versionId,
          id,
          clauseId,
          at,
          metrics.map(() => newId()),
          metrics.map(({ definition }) => definition.id),
        ],
      );
    }
  });
  return ids;
}

async function positionsOf(): Promise<ReadonlyMap<string, number>> {
  const found = await door.withTenant(actor, (tx) =>
    tx.query<{ code: string; position: number }>(
      'select code, position from measure where tenant_id = $1 and code = any ($2)',
      [tenant.id, measures],
    ),
  );
  return new Map(found.map(({ code, position }) => [code, position]));
}

/** Half-hour rows as a load leaves them behind: facts, daily rollups, a load number. */
async function measure(positions: ReadonlyMap<string, number>): Promise<string[]> {
  const width = Math.max(...positions.values());
  const wholes = new Set(
    metrics.flatMap(({ definition }) => definition.denominator.map((term) => term.measure)),
  );
  const held = new Map([...positions].map(([code, position]) => [position, wholes.has(code) ? 60 : 20]));
  const amounts = Array.from({ length: width }, (_, index) => {
    const least = held.get(index + 1);
    return least === undefined
      ? 'null'
      : `((v.ordinal * 13 + slot * ${index + 7} + s.ordinal) % 40 + ${least})::numeric`;
  });
  const ids = Array.from({ length: segments }, () => newId());
  await door.withRole(
    'loader',
    async (client) => {
      await client.query(`select ensure_month_partition('measurement', $1)`, [firstDate]);
      await client.query(
        `insert into segment (tenant_id, id, queue) select $1, id, 'queue-' || ordinal
         from unnest($2::uuid[]) with ordinality as new (id, ordinal)`,
        [tenant.id, ids],
      );
      await client.query(
        `insert into measurement (tenant_id, vendor_id, local_date, starts_at, grain, segment_id, kpi_file_id, line,
           load_number, amounts)
         select $1, v.id, $4::date + slot / ${INTERVALS}, $4::timestamptz + slot * interval '30 minutes', 30, s.id, $1, 2, 1,
                array[${amounts.join(', ')}]
         from unnest($2::uuid[]) with ordinality as v (id, ordinal)
         cross join unnest($3::uuid[]) with ordinality as s (id, ordinal)
         cross join generate_series(0, ${INTERVALS * month.daysInMonth - 1}) as slot`,
        [tenant.id, vendorIds, ids, firstDate],
      );
      await client.query('insert into load_counter (tenant_id, last_number) values ($1, 1)', [tenant.id]);
      const all = Array.from({ length: width }, (_, index) => index + 1);
      await client.query(
        `insert into measurement_day (tenant_id, vendor_id, local_date, grain, segment_id, rows, amounts, missing)
         select $1, vendor_id, local_date, 30, segment_id, count(*),
                array[${all.map((position) => `sum(amounts[${position}])`).join(', ')}],
                array[${all.map((position) => `count(*) - count(amounts[${position}])`).join(', ')}]::int[]
         from measurement where tenant_id = $1 group by vendor_id, local_date, segment_id`,
        [tenant.id],
      );
    },
    actor,
  );
  await owner.query('vacuum analyze');
  return ids;
}

async function groupBy(): Promise<number> {
  const positions = await positionsOf();
  const sums = [...positions.values()].map((position) => `sum(amounts[${position}])`);
  return door.withTenant(actor, async (tx) => {
    const began = performance.now();
    await tx.query(
      `select vendor_id, segment_id, count(*), ${sums.join(', ')} from measurement
       where tenant_id = $1 and local_date between $2 and $3 group by vendor_id, segment_id`,
      [tenant.id, firstDate, lastDate],
    );
    return performance.now() - began;
  });
}

/** The whole month anew: nothing of it is there yet. */
async function evaluateAll(): Promise<number> {
  await untilQuiet(workerPid);
  await owner.query('truncate result, scorecard cascade');
  return evaluate(vendorIds);
}

/** Some vendors' month, after a file that changed every figure of theirs. */
async function evaluateChanged(ids: readonly string[]): Promise<number> {
  await untilQuiet(workerPid);
  await door.withRole(
    'loader',
    async (client) => {
      await client.query(
        `update measurement_day set amounts = array(select amount + 1 from unnest(amounts) as amount)
         where tenant_id = $1 and vendor_id = any ($2)`,
        [tenant.id, ids],
      );
    },
    actor,
  );
  return evaluate(ids);
}

/** Marks vendors' months dirty, asks for the jobs as a load does, and waits until the worker has written all results. */
async function evaluate(ids: readonly string[]): Promise<number> {
  const marked = clock.date();
  await door.withRole(
    'loader',
    async (client) => {
      await client.query(
        `insert into dirty_window (tenant_id, vendor_id, month, segment_id, marked_at)
         select $1, v.id, $4, s.id, $5 from unnest($2::uuid[]) as v (id) cross join unnest($3::uuid[]) as s (id)`,
        [tenant.id, ids, segmentIds, firstDate, marked],
      );
    },
    actor,
  );
  const began = await door.withTenant(actor, async (tx) => {
    for (const id of ids) await enqueue(tx, 'evaluate', `${id}/${month.toString()}`, clock.date());
    return performance.now();
  });
  const wanted = ids.length * METRICS;
  for (let written = 0; written < wanted; written = await writtenSince(marked)) {
    if (performance.now() - began > GIVE_UP_MS) throw new Error(`only ${written} results after two minutes`);
    await pause(dirtyVendors === null ? 50 : 5);
  }
  return performance.now() - began;
}

async function writtenSince(instant: Date): Promise<number> {
  const [row] = await door.withTenant(actor, (tx) =>
    tx.query<{ count: number }>(
      'select count(*)::int as count from result where tenant_id = $1 and latest and evaluated_at >= $2',
      [tenant.id, instant],
    ),
  );
  return row?.count ?? 0;
}
