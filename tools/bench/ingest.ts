/**
 * `npm run --silent bench -- ingest --rows 1000000 [--runs 3]`: a KPI file through the real path (API, store, check, merge,
 * evaluation, until it is done), beside the limit in the same run. Medians of the runs, in turn.
 */
import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { demandedClauses } from '@plumbline/contracts/schema';
import type { KpiMapping, Measure } from '@plumbline/measurements/schema';
import { ApiClient } from './parts/api-client';
import { makeBenchTenant } from './parts/bench-tenant';
import { csvLines, FIRST_DAY, header, monthAfter, segments, writeLines } from './parts/interval-rows';
import { LIMIT, LimitCopy } from './parts/limit-copy';
import { median } from './parts/median';
import { PeakMemory, rssMiB } from './parts/memory';
import { untilQuiet } from './parts/until-quiet';

const measures = [
  'offered',
  'answered',
  'answered_within_threshold',
  'abandoned',
  'wait_seconds',
  'handled',
  'handle_seconds',
];

const mapping: KpiMapping = {
  columns: header.split(',').map((name, index) => ({
    header: name,
    means:
      index === 0
        ? { kind: 'period', format: 'YYYY-MM-DD HH:mm' }
        : index < 4
          ? {
              kind: 'segment',
              dimension: (['lineOfBusiness', 'queue', 'language'] as const)[index - 1] ?? 'queue',
            }
          : { kind: 'measure', measure: measures[index - 4] ?? '' },
  })),
  grain: '30min',
  timezone: 'UTC',
  constants: { channel: 'voice' },
  decimal: '.',
  repeatedHour: 'refuse',
};

function whole(name: 'rows' | 'runs'): number {
  const value = Number(values[name]);
  if (!Number.isSafeInteger(value) || value < 1) throw new Error(`--${name} takes a whole number from 1 on`);
  return value;
}

/** Three SLAs, so that the last step of the path is a real one: results of every month of the file. */
async function agree(api: ApiClient, vendorId: string, reference: string, rows: number): Promise<void> {
  const metrics = await api.get<{ items: { id: string; code: string }[] }>('/metrics?limit=200');
  const sla = (code: string, comparator: string, value: string, weight: string) => ({
    name: code,
    metricId: metrics.items.find((metric) => metric.code === code)?.id,
    clauseNumber: '4.1',
    target: { comparator, value },
    weight,
  });
  const contract = await api.send<{ id: string }>('POST', '/contracts', {
    vendorId,
    reference,
    title: 'Bench agreement',
    terms: {
      effectiveFrom: FIRST_DAY,
      // the months of the file and no others: what else is owed is not part of this path
      effectiveTo: monthAfter(rows),
      timezone: 'America/New_York',
      reportingDueDay: 5,
      speedOutweighsReason: 'Only speed is measured here',
      clauses: [
        {
          kind: 'service_levels',
          number: '4.1',
          heading: 'Service levels',
          text: 'Schedule A applies.',
          page: 7,
        },
        ...demandedClauses,
      ],
      slas: [
        sla('service_level', '>=', '0.80', '40'),
        sla('abandonment_rate', '<', '0.05', '30'),
        sla('average_speed_of_answer', '<=', '30', '30'),
      ],
    },
  });
  const draft = await api.get<{ version: number }>(`/contracts/${contract.id}/versions/1`);
  await api.send('POST', `/contracts/${contract.id}/versions/1/activation`, {}, draft.version);
}

/** A vendor with a contract whose mapping for this layout is known from a small file of an earlier year. */
async function vendorWithMapping(
  api: ApiClient,
  code: string,
  folder: string,
  rows: number,
): Promise<string> {
  const { id } = await api.send<{ id: string }>('POST', '/vendors', {
    code,
    name: `Vendor ${code}`,
    criticality: 'high',
    phiAccess: true,
    timezone: 'America/New_York',
    state: 'active',
    activeReason: 'To be measured',
  });
  await agree(api, id, `MSA-${code}`, rows);
  const path = join(folder, 'first.csv');
  // every segment is known before, so that the machine's file is asked nothing
  const known = segments.map(
    ({ lineOfBusiness, queue, language }) =>
      `2015-12-30 09:00,${lineOfBusiness},${queue},${language},10,9,8,1,90,9,2700\n`,
  );
  await writeLines(path, [`${header}\n`, ...known]);
  const file = await api.upload(id, path, false);
  await api.send('PUT', `/kpi-files/${file.id}/mapping`, { mapping, name: 'Half-hour file' }, file.version);
  const checked = await api.until(file.id, ['checked']);
  await api.send('POST', `/kpi-files/${file.id}/confirmation`, { wrongRows: 'refuse' }, checked.version);
  await api.until(file.id, ['done']);
  return id;
}

const { values } = parseArgs({
  options: { rows: { type: 'string', default: '1000000' }, runs: { type: 'string', default: '3' } },
});
const [rows, runs] = [whole('rows'), whole('runs')];
const worker = process.env['PLUMBLINE_WORKER_PID'] ?? '';
const folder = await mkdtemp(join(tmpdir(), 'plumbline-bench-'));
try {
  const { tenant, apiKey } = await makeBenchTenant('bench');
  const api = new ApiClient(tenant.slug, apiKey);
  const { items } = await api.get<{ items: Measure[] }>('/measures?limit=200');
  const limit = new LimitCopy(
    rows,
    measures.map((code) => items.find((measure) => measure.code === code)?.position ?? 0),
  );
  await limit.open();
  const [csv, copyText] = [join(folder, 'bench.csv'), join(folder, 'bench.copy')];
  await writeLines(csv, csvLines(rows));
  await writeLines(copyText, limit.lines());
  const vendors: string[] = [];
  for (let round = 0; round < runs; round += 1)
    vendors.push(await vendorWithMapping(api, `BENCH-${round + 1}`, folder, rows));
  await untilQuiet(worker);
  const idle = rssMiB(worker);
  const memory = new PeakMemory(worker);
  const ours: number[] = [];
  const limits: number[] = [];
  for (const vendorId of vendors) {
    await untilQuiet(worker);
    limits.push(await limit.run(copyText));
    memory.start();
    const begun = performance.now();
    const file = await api.upload(vendorId, csv, true);
    const received = performance.now() - begun;
    await api.until(file.id, ['evaluating', 'done']);
    const loaded = performance.now() - begun;
    const done = await api.until(file.id, ['done']);
    ours.push(performance.now() - begun);
    memory.stop();
    if (done.rows.new !== rows) throw new Error(`loaded ${done.rows.new} rows of ${rows}`);
    const [mine, theirs] = [ours.at(-1) ?? 0, limits.at(-1) ?? 0].map(Math.round);
    process.stderr.write(
      `ours ${mine} ms (received after ${Math.round(received)}, loaded after ${Math.round(loaded)}), limit ${theirs} ms\n`,
    );
  }
  await limit.close();
  const [oursMs, limitMs] = [median(ours), median(limits)];
  process.stdout.write(
    JSON.stringify({
      bench: 'ingest',
      rows,
      oursMs: Math.round(oursMs),
      limitMs: Math.round(limitMs),
      ratio: Number((oursMs / limitMs).toFixed(3)),
      idleRssMiB: Math.round(idle),
      peakRssMiB: Math.round(memory.peakMiB),
      limit: LIMIT,
    }),
  );
} finally {
  await rm(folder, { recursive: true });
}
