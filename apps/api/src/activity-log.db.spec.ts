import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type Checkpoint,
  Checkpoints,
  CheckpointWriter,
  type ExportedLine,
  verifyExport,
} from '@plumbline/platform/activity-log';
import { TenantDirectory } from '@plumbline/platform/database';
import type { Tenant } from '@plumbline/platform/tenancy';
import type { Response } from 'supertest';
import { ApiUnderTest, Browser, type TestPerson } from './api-under-test';

interface Line {
  sequence: number;
  at: string;
  actor: { kind: string; id: string; name: string | null };
  action: string;
  thing: string;
  personal: Record<string, string | null>;
}

describe('the activity log', () => {
  let api: ApiUnderTest;
  let tenant: Tenant;
  let administrator: { person: TestPerson; browser: Browser };

  beforeAll(async () => {
    api = await ApiUnderTest.start();
  });
  afterAll(() => api.stop());
  beforeEach(async () => {
    tenant = await api.database.tenant('America/New_York');
    administrator = await api.member(tenant, 'administrator');
  });

  const at = (path = '', of: Tenant = tenant) => `/api/v1/tenants/${of.slug}/activity-log${path}`;
  const lines = async (query = ''): Promise<Line[]> =>
    ((await administrator.browser.get(at(query)).expect(200)).body as { items: Line[] }).items;
  const invite = (email: string) =>
    administrator.browser
      .post(`/api/v1/tenants/${tenant.slug}/invitations`, { email, role: 'executive' })
      .expect(201);
  const exported = async (): Promise<string> => {
    const answer = await administrator.browser.get(at('/export')).buffer(true).parse(asText).expect(200);
    return answer.body as string;
  };

  it('says who did what, newest first', async () => {
    await invite('new@people.test');
    const [newest, ...older] = await lines();
    expect(newest).toMatchObject({
      actor: { kind: 'person', id: administrator.person.id, name: administrator.person.name },
      action: 'person-invited',
      thing: 'invitation',
      detail: { role: 'executive' },
      personal: { email: 'new@people.test' },
      at: api.clock.date().toISOString(),
    });
    expect(older.map((line) => line.action)).toEqual(['signed-in', 'membership-began']);
  });

  it('is filtered by what, whom and when, days being the tenant’s', async () => {
    // 03:59:59 UTC on 8 March is still the 7th in New York
    await api.advance({ hours: 1 });
    api.clock.set('2026-03-08T04:59:59Z');
    await administrator.browser.signIn(administrator.person);
    api.clock.set('2026-03-08T05:00:30Z');
    await administrator.browser.signIn(administrator.person);
    expect((await lines('?from=2026-03-08&to=2026-03-08')).map((line) => line.at.slice(0, 13))).toEqual([
      '2026-03-08T05',
      '2026-03-08T05',
    ]);
    expect(await lines('?from=2026-03-09')).toEqual([]);
    expect((await lines('?action=membership-began')).map((line) => line.thing)).toEqual(['membership']);
    expect(await lines(`?actorId=${tenant.id}`)).toEqual([]);
    expect((await lines(`?thing=person&thingId=${administrator.person.id}`)).length).toBeGreaterThan(0);
    api.clock.set('2026-03-09T09:00:00Z');
  });

  it('comes in pages that together are the log', async () => {
    for (let count = 0; count < 5; count += 1) await invite(`p${count}@people.test`);
    const seen: number[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page = (await administrator.browser.get(at(`?limit=3${cursor && `&cursor=${cursor}`}`))).body as {
        items: Line[];
        nextCursor: string | null;
      };
      seen.push(...page.items.map((line) => line.sequence));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual([7, 6, 5, 4, 3, 2, 1]);
  });

  it('is not for roles without the permission, nor for vendors, nor for another tenant', async () => {
    const vendor = await api.database.vendor(tenant);
    const executive = await api.member(tenant, 'executive');
    const partner = await api.member(tenant, 'vendor_administrator', vendor.id);
    const stranger = await api.member(await api.database.tenant(), 'administrator');
    for (const path of ['', '/export', '/checkpoint']) {
      expect((await executive.browser.get(at(path))).status).toBe(403);
      expect((await partner.browser.get(at(path))).status).toBe(403);
      expect((await stranger.browser.get(at(path))).status).toBe(404);
    }
  });

  describe('an export', () => {
    it('is verified offline, with the key that the installation shows', async () => {
      await invite('new@people.test');
      const text = await exported();
      const { publicKey } = (await administrator.browser.get(at('/checkpoint'))).body as {
        publicKey: string;
      };
      expect(verifyExport(text, { publicKey })).toMatchObject({ lines: 4, first: 1, last: 4, findings: [] });
      expect((await lines())[0]?.action).toBe('activity-log-exported');
    });

    it('comes as a file', async () => {
      const answer = await administrator.browser.get(at('/export'));
      expect(answer.headers).toMatchObject({
        'content-type': 'application/x-ndjson',
        'content-disposition': `attachment; filename="activity-log-${tenant.slug}.ndjson"`,
        'x-content-type-options': 'nosniff',
      });
    });

    it('shows what was done to the rows behind the product’s back', async () => {
      await invite('new@people.test');
      const kept = (await administrator.browser.get(at('/checkpoint'))).body as {
        checkpoint: Checkpoint;
        publicKey: string;
      };
      const tampered = async (statement: string): Promise<string[]> => {
        const client = await api.database.owner.connect();
        try {
          // even the owner is held by forced row level security; only a superuser or a changed policy gets past it
          await client.query('begin');
          await client.query('alter table activity_log disable row level security');
          await client.query(statement, [tenant.id]);
          const { rows } = await client.query<Record<string, unknown>>(
            'select * from activity_log where tenant_id = $1 order by sequence',
            [tenant.id],
          );
          const text = [...rows.map((row) => JSON.stringify(exportedLine(row))), JSON.stringify(kept)].join(
            '\n',
          );
          return verifyExport(text, { publicKey: kept.publicKey }).findings.map((finding) => finding.found);
        } finally {
          await client.query('rollback');
          client.release();
        }
      };
      expect(await tampered('select $1::uuid')).toEqual([]);
      expect(
        await tampered(`update activity_log set action = 'x' where tenant_id = $1 and sequence = 2`),
      ).toContain('edited');
      expect(await tampered('delete from activity_log where tenant_id = $1 and sequence = 2')).toContain(
        'reordered-or-missing',
      );
      expect(await tampered('delete from activity_log where tenant_id = $1 and sequence = 3')).toContain(
        'tail-cut',
      );
    });

    it('goes on when a person’s fields were erased', async () => {
      await invite('gone@people.test');
      const text = await exported();
      const erased = text
        .split('\n')
        .map((line) =>
          line.includes('gone@people.test')
            ? JSON.stringify({ ...(JSON.parse(line) as object), personal: {} })
            : line,
        )
        .join('\n');
      expect(erased).not.toContain('gone@people.test');
      expect(verifyExport(erased)).toMatchObject({ erasedFields: 2, findings: [] });
    });
  });

  it('has its checkpoints written to a folder that leaves the machine', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'checkpoints-'));
    try {
      const writer = new CheckpointWriter(
        api.database.door,
        api.get(TenantDirectory),
        api.get(Checkpoints),
        folder,
      );
      // other specs write to other tenants' logs meanwhile: only this tenant's file is looked at
      const linesWritten = async () => {
        await writer.writeOnce();
        return (await readFile(join(folder, `${tenant.slug}.ndjson`), 'utf8')).trim().split('\n');
      };
      expect(await linesWritten()).toHaveLength(1);
      expect(await linesWritten()).toHaveLength(1);
      await invite('new@people.test');
      const written = await linesWritten();
      expect(written).toHaveLength(2);
      const checkpoints = written.map((line) => (JSON.parse(line) as { checkpoint: Checkpoint }).checkpoint);
      expect(checkpoints.map((checkpoint) => checkpoint.sequence)).toEqual([2, 3]);
      const { publicKey } = (await administrator.browser.get(at('/checkpoint'))).body as {
        publicKey: string;
      };
      expect(verifyExport(await exported(), { checkpoints, publicKey }).findings).toEqual([]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

function exportedLine(row: Record<string, unknown>): ExportedLine {
  return {
    tenantId: row['tenant_id'] as string,
    sequence: Number(row['sequence']),
    at: (row['at'] as Date).toISOString(),
    actorKind: row['actor_kind'] as string,
    actorId: row['actor_id'] as string,
    vendorId: row['vendor_id'] as string | null,
    action: row['action'] as string,
    thing: row['thing'] as string,
    thingId: row['thing_id'] as string,
    detail: row['detail'] as Record<string, unknown>,
    commitments: row['commitments'] as Record<string, string>,
    previousHash: (row['previous_hash'] as Buffer).toString('hex'),
    hash: (row['hash'] as Buffer).toString('hex'),
    personal: {},
  };
}

function asText(response: Response, done: (error: Error | null, body: string) => void): void {
  const parts: Buffer[] = [];
  response.on('data', (part: Buffer) => parts.push(part));
  response.on('end', () => done(null, Buffer.concat(parts).toString('utf8')));
}
