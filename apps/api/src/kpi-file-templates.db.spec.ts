import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demandedClauses } from '@plumbline/contracts/schema';
import type { FilePreview, KpiFile, MappingSuggestion } from '@plumbline/measurements/schema';
import { seedMetricLibrary } from '@plumbline/measurements/server';
import { actorIn } from '@plumbline/platform/testing';
import request from 'supertest';
import { ApiUnderTest, type Browser } from './api-under-test';
import { code, TenantUnderTest } from './tenant-under-test';

// a shared machine may be slow; nothing here is measured
jest.setTimeout(120_000);

describe('templates of KPI files', () => {
  let api: ApiUnderTest;
  let here: TenantUnderTest;
  let partner: Browser;
  let manager: Browser;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'plumbline-templates-'));
    process.env['PLUMBLINE_FILES'] = folder;
    api = await ApiUnderTest.start();
    here = await TenantUnderTest.make(api);
    partner = (await api.member(here.tenant, 'vendor_contributor', here.vendor.id)).browser;
    manager = (await api.member(here.tenant, 'vendor_manager')).browser;
    await api.database.door.withTenant(actorIn(here.tenant, 'vendor_manager'), (tx) =>
      seedMetricLibrary(tx, new Date('2026-01-01T00:00:00Z')),
    );
    const metrics = (await manager.get(here.at('/metrics?limit=200'))).body as {
      items: { id: string; code: string }[];
    };
    const sla = (metric: string, target: object, segment: object) => ({
      name: metric,
      metricId: metrics.items.find((each) => each.code === metric)?.id,
      clauseNumber: '4.1',
      ...{ target, segment, weight: '50' },
    });
    const contract = await manager.post(here.at('/contracts'), {
      vendorId: here.vendor.id,
      reference: 'MSA-1',
      title: 'Voice',
      terms: {
        effectiveFrom: '2020-01-01',
        timezone: 'America/New_York',
        reportingDueDay: 10,
        speedOutweighsReason: 'Claims calls are few and long.',
        clauses: [
          { kind: 'service_levels', number: '4.1', heading: 'Service levels', text: 'As agreed.' },
          ...demandedClauses,
        ],
        slas: [
          sla('service_level', { comparator: '>=', value: '0.80' }, {}),
          sla('average_handle_time', { band: { low: '480', high: '720' } }, { queue: 'claims' }),
        ],
      },
    });
    expect(contract.status).toBe(201);
    const { id } = contract.body as { id: string };
    const active = await manager
      .post(here.at(`/contracts/${id}/versions/1/activation`))
      .set('If-Match', '"1"');
    expect(active.status).toBe(200);
  });
  afterAll(async () => {
    await api.stop();
    await rm(folder, { recursive: true });
  });

  const template = (format: string, by = partner, vendorId = here.vendor.id) =>
    by
      .get(here.at(`/kpi-file-templates?vendorId=${vendorId}&format=${format}`))
      .buffer(true)
      .parse((answer, done) => {
        const pieces: Buffer[] = [];
        answer.on('data', (piece: Buffer) => pieces.push(piece));
        answer.on('end', () => done(null, Buffer.concat(pieces)));
      });

  it.each(['csv', 'xlsx'])(
    'come back as %s with every column recognized; an example left in is refused',
    async (format) => {
      const got = await template(format);
      expect(got.status).toBe(200);
      expect(got.headers['content-disposition']).toMatch(/^attachment; filename="?kpi-template-/);
      const sent = await request(api.app.getHttpServer())
        .post(here.at(`/kpi-files?vendorId=${here.vendor.id}`))
        .set(partner.headers())
        .attach('file', got.body as Buffer, `filled.${format}`);
      expect(sent.status).toBe(201);
      const { id } = sent.body as KpiFile;
      const suggestion = (await partner.get(here.at(`/kpi-files/${id}/mapping-suggestion`)))
        .body as MappingSuggestion;
      // service level and handle time, one of them by queue: nothing more, nothing less
      expect(suggestion).toMatchObject({
        grain: 'day',
        columns: [
          { header: 'day', means: { kind: 'period', format: 'YYYY-MM-DD' } },
          { header: 'queue', means: { kind: 'segment', dimension: 'queue' } },
          { header: 'offered', means: { kind: 'measure', measure: 'offered' } },
          { header: 'answered_within_threshold', means: { measure: 'answered_within_threshold' } },
          { header: 'handled', means: { measure: 'handled' } },
          { header: 'handle_seconds', means: { measure: 'handle_seconds' } },
        ],
      });
      const { columns, grain } = suggestion;
      const preview = await partner.post(here.at(`/kpi-files/${id}/preview`), {
        mapping: { columns, grain, timezone: 'America/New_York' },
      });
      const { rowsRead, problems } = preview.body as FilePreview;
      expect([rowsRead, ...problems.map((problem) => problem.code)]).toEqual([
        2,
        'future-period',
        'future-period',
      ]);
    },
  );

  it('are for vendors that the caller can see, and that have service levels', async () => {
    const problem = async (by: Browser) => {
      const answer = await by.get(here.at(`/kpi-file-templates?vendorId=${here.otherVendor.id}`));
      return [answer.status, code(answer)];
    };
    expect(await problem(manager)).toEqual([422, 'no-terms']);
    expect(await problem(partner)).toEqual([404, 'not-found']);
  });
});
