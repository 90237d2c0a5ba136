import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  newContract,
  type Schedule,
  schedule,
  shippedPacks,
  slaPackChange,
} from '@plumbline/contracts/schema';
import { ImportTables } from '@plumbline/measurements/server';
import { ActivityLog } from '@plumbline/platform/activity-log';
import { newId } from '@plumbline/platform/database';
import { workbookOf } from '@plumbline/platform/files/writing';
import { actorIn } from '@plumbline/platform/testing';
import { benchClock, type ContractsBench, openContractsBench, type TestTenant } from '../contracts-bench';
import { TermsRepository } from '../terms.repository';
import { SlaPacksRepository } from './sla-packs.repository';
import { SlaPacksService } from './sla-packs.service';
import { SlaSchedulesService } from './sla-schedules.service';

describe('SLAs of a draft from packs, files and other contracts', () => {
  let bench: ContractsBench;
  let packs: SlaPacksService;
  let schedules: SlaSchedulesService;
  let the: TestTenant;
  let contractId: string;

  beforeAll(async () => {
    bench = await openContractsBench();
    const { door } = bench.database;
    packs = new SlaPacksService(door, new SlaPacksRepository(), new ActivityLog(benchClock), benchClock);
    schedules = new SlaSchedulesService(
      door,
      new TermsRepository(),
      bench.versions,
      packs,
      new ImportTables(),
      benchClock,
    );
  });
  afterAll(() => bench.database.close());
  beforeEach(async () => {
    the = await bench.tenant();
    contractId = await enter('MSA-1');
  });

  const enter = async (reference: string) =>
    (
      await bench.contracts.create(
        the.manager,
        newContract.parse({ vendorId: the.vendor.id, reference, title: 'Voice', terms: the.terms() }),
      )
    ).id;
  const asked = (source: Schedule['source'], mode: Schedule['mode'] = 'merge') =>
    schedule.parse({ source, mode });
  const draft = () => bench.versions.view(the.manager, contractId, 1);
  const names = async () => (await draft()).slas.map(({ name }) => name);
  const csv = (...rows: string[]) => ['metric,comparator,target,queue,weight', ...rows].join('\n');

  it.each(shippedPacks.map(({ code }) => code))(
    'the pack %s fits into the draft of a new tenant, whole',
    async (pack) => {
      const { rows, problems, weightsTotal } = await schedules.preview(
        the.manager,
        contractId,
        1,
        asked({ pack }, 'replace'),
      );
      expect(problems).toEqual([]);
      expect(weightsTotal).toBe('100');
      expect(rows.filter(({ after }) => after)).toHaveLength(
        shippedPacks.find(({ code }) => code === pack)!.levels.length,
      );
    },
  );

  it('shows what would be added and changed, and saves nothing by it', async () => {
    const { rows, weightsTotal } = await schedules.preview(
      the.manager,
      contractId,
      1,
      asked({ csv: csv('service_level,>=,85%,,50', 'abandonment_rate,<,5%,,10') }),
    );
    expect(rows.map(({ change, metric, line }) => [change, metric.code, line])).toEqual([
      ['changed', 'service_level', 2],
      ['kept', 'average_handle_time', null],
      ['added', 'abandonment_rate', 3],
    ]);
    expect(weightsTotal).toBe('110');
    expect(await names()).toEqual(['Service level 80/20', 'Handle time, claims']);
  });

  it('takes all of it or nothing: one wrong row keeps the draft as it is', async () => {
    const before = await draft();
    const source = { csv: csv('service_level,>=,85%,,50', 'nonsense,>=,1,,10') };
    await expect(
      schedules.apply(the.manager, contractId, 1, asked(source), before.version),
    ).rejects.toMatchObject({
      status: 422,
      code: 'sla-schedule-wrong',
      fields: [{ path: 'source.line 3.metric', code: 'metric-unknown' }],
    });
    expect(await draft()).toEqual(before);
    const put = asked({ csv: csv('service_level,>=,85%,,50', 'abandonment_rate,<,5%,,50') }, 'replace');
    const after = await schedules.apply(the.manager, contractId, 1, put, before.version);
    expect(after.slas.map(({ name, weight }) => [name, weight])).toEqual([
      ['Service level', '50'],
      ['Abandonment rate', '50'],
    ]);
    expect(after.clauses).toEqual(before.clauses);
    await expect(schedules.apply(the.manager, contractId, 1, put, before.version)).rejects.toMatchObject({
      status: 412,
    });
  });

  it('comes back from its download unchanged', async () => {
    const { content } = await schedules.download(the.manager, contractId, 1, 'csv');
    const { rows, problems } = await schedules.preview(
      the.manager,
      contractId,
      1,
      asked({ csv: `${content}` }, 'replace'),
    );
    expect(problems).toEqual([]);
    expect(rows.map(({ change }) => change)).toEqual(['unchanged', 'unchanged']);
  });

  const workbook = (content: Buffer | string, name = 'slas.xlsx') => ({
    workbook: { name, content: Buffer.from(content).toString('base64') },
  });

  it('comes back from its download as a workbook unchanged', async () => {
    const { name, content } = await schedules.download(the.manager, contractId, 1, 'xlsx');
    expect(name).toBe('sla-schedule-version-1.xlsx');
    const { rows, problems } = await schedules.preview(
      the.manager,
      contractId,
      1,
      asked(workbook(content), 'replace'),
    );
    expect(problems).toEqual([]);
    expect(rows.map(({ change }) => change)).toEqual(['unchanged', 'unchanged']);
  });

  it('takes SLAs from a workbook, numbers as they were typed, and tells the row of what is wrong', async () => {
    const sheet = (...rows: (string | number)[][]) =>
      workbook(
        workbookOf([
          { name: 'SLAs', rows: [['metric', 'comparator', 'target', 'queue', 'weight'], ...rows] },
        ]),
      );
    const before = await draft();
    const source = sheet(
      ['service_level', '>=', 0.85, '', 50],
      ['nonsense', '>=', 1, '', 10],
      ['average_handle_time', '<=', '1,234', '', 10],
    );
    const { problems } = await schedules.preview(the.manager, contractId, 1, asked(source));
    expect(problems.map(({ line, column, code }) => [line, column, code])).toEqual([
      [3, 'metric', 'metric-unknown'],
      [4, 'target', 'number-ambiguous'],
    ]);
    const right = sheet(['service_level', '>=', 0.85, '', 50], ['abandonment_rate', '<', '5%', '', 50]);
    const after = await schedules.apply(the.manager, contractId, 1, asked(right, 'replace'), before.version);
    expect(after.slas.map(({ target, weight }) => [target, weight])).toEqual([
      [{ comparator: '>=', value: '0.85' }, '50'],
      [{ comparator: '<', value: '0.05' }, '50'],
    ]);
  });

  it.each([
    ['what is no workbook', Buffer.from('PK not really'), 'slas.xlsx'],
    ['nothing', Buffer.alloc(0), 'slas.xlsx'],
  ])('refuses %s with a code of its own', async (_, content, name) => {
    await expect(
      schedules.preview(the.manager, contractId, 1, asked(workbook(content, name))),
    ).rejects.toMatchObject({ status: 422 });
  });

  it('takes over what is in force with another vendor, under the draft’s own clause', async () => {
    const other = await enter('MSA-2');
    await expect(
      schedules.preview(the.manager, contractId, 1, asked({ contractId: other })),
    ).rejects.toMatchObject({ status: 404 });
    const { version } = await bench.versions.view(the.manager, other, 1);
    await bench.versions.activate(the.manager, other, 1, version);
    const emptied = { ...the.parsedTerms(), slas: [] };
    const clauses = emptied.clauses.map((clause) => ({ ...clause, number: `B${clause.number}` }));
    const { version: read } = await draft();
    const put = await bench.versions.replace(the.manager, contractId, 1, { ...emptied, clauses }, read);
    const after = await schedules.apply(
      the.manager,
      contractId,
      1,
      asked({ contractId: other }),
      put.version,
    );
    expect(after.slas.map(({ name, clauseNumber }) => [name, clauseNumber])).toEqual([
      ['Service level 80/20', 'B4.1'],
      ['Handle time, claims', 'B4.1'],
    ]);
  });

  it('changes no version that is in force', async () => {
    const { version } = await draft();
    await bench.versions.activate(the.manager, contractId, 1, version);
    const source = asked({ pack: 'contact-centre' });
    await expect(schedules.preview(the.manager, contractId, 1, source)).rejects.toMatchObject({
      code: 'version-active',
    });
    await expect(schedules.apply(the.manager, contractId, 1, source, version + 1)).rejects.toMatchObject({
      code: 'version-active',
    });
  });

  it('a tenant copies a pack, changes its own, and takes it into drafts', async () => {
    const own = await packs.create(the.manager, { name: 'Ours', copyOf: 'contact-centre' });
    expect(own.levels).toHaveLength(6);
    await expect(packs.create(the.manager, { name: 'Ours', copyOf: 'claims' })).rejects.toMatchObject({
      code: 'sla-pack-name-taken',
    });
    await expect(packs.create(the.manager, { name: 'X', copyOf: 'nothing' })).rejects.toMatchObject({
      fields: [{ path: 'copyOf', code: 'sla-pack-unknown' }],
    });
    const changed = slaPackChange.parse({ name: 'Ours 2026', levels: own.levels.slice(0, 1) });
    const percent = slaPackChange.parse({
      name: 'Ours 2026',
      levels: [{ ...own.levels[0], target: { comparator: '>=', value: '80' } }],
    });
    await expect(packs.change(the.manager, own.key, percent, 1)).rejects.toMatchObject({
      fields: [{ path: 'levels.0.target', code: 'target-not-a-share' }],
    });
    await expect(packs.create(the.manager, { name: 'Wrong', levels: percent.levels })).rejects.toMatchObject({
      fields: [{ path: 'levels.0.target', code: 'target-not-a-share' }],
    });
    const next = await packs.change(the.manager, own.key, changed, 1);
    expect(next).toMatchObject({ name: 'Ours 2026', version: 2, copyOf: 'contact-centre' });
    await expect(packs.change(the.manager, own.key, changed, 1)).rejects.toMatchObject({ status: 412 });
    const { rows } = await schedules.preview(the.manager, contractId, 1, asked({ pack: own.key }));
    expect(rows.map(({ change }) => change)).toEqual(['changed', 'kept']);
    const { items } = await packs.list(the.manager, 'es');
    expect(items.map(({ name }) => name).slice(0, 2)).toEqual([
      'Objetivos por defecto, K1 a K6',
      'Centro de contacto',
    ]);
  });

  it('retires a pack: no draft is filled from it, its name is free, and it is told once', async () => {
    const own = await packs.create(the.manager, { name: 'Ours', copyOf: 'contact-centre' });
    await expect(packs.retire((await bench.tenant()).manager, own.key, 1)).rejects.toMatchObject({
      status: 404,
    });
    await expect(packs.retire(the.manager, own.key, 7)).rejects.toMatchObject({ status: 412 });
    await packs.retire(the.manager, own.key, 1);
    expect((await packs.list(the.manager, 'en')).items.filter(({ shipped }) => !shipped)).toEqual([]);
    await expect(
      schedules.preview(the.manager, contractId, 1, asked({ pack: own.key })),
    ).rejects.toMatchObject({ status: 404 });
    await expect(packs.retire(the.manager, own.key, 2)).rejects.toMatchObject({ status: 404 });
    expect((await packs.create(the.manager, { name: 'Ours', copyOf: 'claims' })).name).toBe('Ours');
    expect(await bench.logged(the, 'sla-pack-retired')).toEqual([own.key]);
  });

  it('is nothing to other insurers, nor in the database to vendors', async () => {
    const own = await packs.create(the.manager, { name: 'Ours', copyOf: 'claims' });
    const outsider = (await bench.tenant()).manager;
    const source = asked({ pack: own.key });
    await expect(schedules.preview(outsider, contractId, 1, source)).rejects.toMatchObject({ status: 404 });
    await expect(packs.change(outsider, own.key, { name: 'X', levels: own.levels }, 1)).rejects.toMatchObject(
      {
        status: 404,
      },
    );
    await expect(
      schedules.preview(the.manager, contractId, 1, asked({ pack: newId() })),
    ).rejects.toMatchObject({
      status: 404,
    });
    const partner = actorIn(the.tenant, 'vendor_administrator', [the.vendor.id]);
    const seen = await bench.database.door.withTenant(partner, (tx) =>
      tx.query('select 1 from sla_pack where tenant_id = $1', [tx.tenantId]),
    );
    expect(seen).toEqual([]);
  });
});
