import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { KpiFile } from '@plumbline/measurements/schema';
import { type MeasuredTenant, MeasurementsBench, type StatedMapping } from '../measurements-bench';

// a shared machine may be slow; nothing here is measured
jest.setTimeout(120_000);

const mapping: StatedMapping = {
  columns: [
    { header: 'day', means: { kind: 'period', format: 'YYYY-MM-DD' } },
    { header: 'offered', means: { kind: 'measure', measure: 'offered' } },
    { header: 'answered', means: { kind: 'measure', measure: 'answered' } },
  ],
  grain: 'day',
  timezone: 'America/New_York',
};
const file = (...rows: string[]) => `day,offered,answered\n${rows.map((row) => `${row}\n`).join('')}`;

describe('the way of a KPI file', () => {
  let bench: MeasurementsBench;

  beforeAll(async () => {
    bench = await MeasurementsBench.open();
  });
  afterAll(() => bench.close());

  /** A machine that uploads: what is known of the layout is used, and nobody is asked where nothing speaks against it. */
  const byMachine = async (of: MeasuredTenant, text: string): Promise<KpiFile> => {
    const received = await bench.upload(of, text, true);
    await bench.check.process(of.tenant, received.id);
    return bench.files.view(of.partner, received.id);
  };

  it('remembers the mapping of a layout, suggests it, and lets a machine go through with it', async () => {
    const of = await bench.tenant();
    expect(await byMachine(of, file('2026-03-01,10,9'))).toMatchObject({
      state: 'received',
      autoConfirm: false,
    });
    const first = await bench.checked(of, file('2026-03-01,10,9'), mapping);
    await bench.loaded(of, first);
    const next = await bench.upload(of, file('2026-03-02,11,10'));
    expect(await bench.mappings.suggest(of.partner, next.id, {})).toMatchObject({
      saved: { name: 'Test' },
      mapping: { timezone: 'America/New_York', grain: 'day' },
    });
    expect(await byMachine(of, file('2026-03-02,11,10'))).toMatchObject({
      state: 'evaluating',
      rows: { new: 1 },
      loadNumber: 2,
    });
    expect(await byMachine(of, file('2026-03-02,11,10'))).toMatchObject({
      state: 'unchanged',
      loadNumber: null,
    });
  });

  it('asks a person about wrong rows and replaced figures, also when a machine sent them', async () => {
    const of = await bench.tenant();
    await bench.loaded(of, await bench.checked(of, file('2026-03-01,10,9'), mapping));
    expect(await byMachine(of, file('2026-03-02,10,11', '2026-03-03,10,9'))).toMatchObject({
      state: 'checked',
      rows: { wrong: 1, new: 1 },
      problemsListed: 1,
    });
    const restating = await byMachine(of, file('2026-03-01,12,9'));
    expect(restating).toMatchObject({
      state: 'checked',
      rows: { restated: 1 },
      effect: { needsReason: true },
    });
    expect(
      await bench.query(of, 'select amounts[1]::int as offered from measurement where tenant_id = $1'),
    ).toEqual([{ offered: 10 }]);
    expect(await bench.loaded(of, restating, { restatementReason: 'Counted twice' })).toMatchObject({
      state: 'evaluating',
    });
  });

  it('tries a mapping on the first rows before anything is decided', async () => {
    const of = await bench.tenant();
    const received = await bench.upload(of, file('2026-03-01,10,9', '2026-03-02,ten,9', '2026-13-01,1,1'));
    const { kpiMapping } = await import('@plumbline/measurements/schema');
    const preview = await bench.mappings.preview(of.partner, received.id, kpiMapping.parse(mapping));
    expect(preview).toMatchObject({
      rowsRead: 3,
      rowsWrong: 2,
      rows: [
        {
          line: 2,
          vendor: of.vendor.code,
          localDate: '2026-03-01',
          figures: { offered: '10', answered: '9' },
        },
      ],
      problems: [
        { ordinal: 1, line: 3, columnName: 'offered', value: 'ten', code: 'not-a-number' },
        { ordinal: 2, line: 4, columnName: 'day', code: 'not-a-period' },
      ],
    });
    expect((await bench.files.view(of.partner, received.id)).state).toBe('received');
  });

  it('takes no mapping of another layout, measure or metric', async () => {
    const of = await bench.tenant();
    const { kpiMapping } = await import('@plumbline/measurements/schema');
    const received = await bench.upload(of, file('2026-03-01,10,9'));
    const fields = async (columns: StatedMapping extends { columns: infer C } ? C : never) => {
      const wrong = kpiMapping.parse({ ...mapping, columns });
      return bench.mappings
        .map(of.partner, received.id, { mapping: wrong, name: 'x' }, received.version)
        .then(
          () => [],
          (error: { fields: { code: string }[] }) => error.fields.map(({ code }) => code),
        );
    };
    const [day, offered, answered] = (mapping as { columns: object[] }).columns;
    expect(await fields([day, offered] as never)).toEqual(['other-layout']);
    expect(await fields([day, answered, offered] as never)).toEqual(['other-layout', 'other-layout']);
    expect(
      await fields([
        day,
        { header: 'offered', means: { kind: 'measure', measure: 'unheard_of' } },
        { header: 'answered', means: { kind: 'claimed', metric: 'nothing', unit: 'percent' } },
      ] as never),
    ).toEqual(['unknown-measure', 'unknown-metric']);
    expect(
      await fields([
        day,
        { header: 'offered', means: { kind: 'measure', measure: 'offered', unit: 'minutes' } },
        answered,
      ] as never),
    ).toEqual(['other-unit']);
  });

  it('lets a state only do what it may, each step based on what was read', async () => {
    const of = await bench.tenant();
    const checked = await bench.checked(of, file('2026-03-01,10,9'), mapping);
    await expect(
      bench.files.confirm(of.partner, checked.id, { wrongRows: 'refuse' }, 1),
    ).rejects.toMatchObject({ status: 412 });
    const withdrawn = await bench.files.withdraw(of.partner, checked.id, checked.version);
    expect(withdrawn.state).toBe('withdrawn');
    await expect(
      bench.files.confirm(of.partner, checked.id, { wrongRows: 'refuse' }, withdrawn.version),
    ).rejects.toMatchObject({
      code: 'kpi-file-state',
    });
    await bench.ingest.process(of.tenant, checked.id);
    expect(await bench.query(of, 'select 1 from measurement where tenant_id = $1')).toEqual([]);
  });

  it('refuses what cannot be read, with nothing loaded, and may be mapped again', async () => {
    const of = await bench.tenant();
    const text = `${file('2026-03-01,10,9')}${'2026-03-02,10,9\n'.repeat(20_000)}2026-03-02,\u00e9`;
    const broken = Buffer.concat([Buffer.from(text), Buffer.of(0xff), Buffer.from('\n')]);
    const refused = await bench.checked(of, broken, mapping);
    expect(refused).toMatchObject({
      state: 'refused',
      refusal: { code: 'not-utf-8', parameters: { byte: 'FF', line: 20_003 } },
    });
    expect(refused.refusal?.detail).toContain('line 20003');
    const nothing = await bench.checked(of, file('never,1,1'), mapping);
    expect(nothing).toMatchObject({
      state: 'refused',
      refusal: { code: 'no-valid-rows' },
      rows: { wrong: 1 },
    });
    expect(await bench.checked(of, file(), mapping)).toMatchObject({
      state: 'refused',
      refusal: { code: 'no-rows' },
    });
  });

  it('waits for the insurer where a file speaks of unknown vendors, and goes on after one action', async () => {
    const of = await bench.tenant('America/New_York', true);
    const known = await bench.database.vendor(of.tenant);
    const text = `day,offered,answered,site,site name\n2026-03-01,1,1,AAA,Alpha\n2026-03-01,2,2,BBB,Beta\n2026-03-01,3,3,${known.code},Known\n`;
    const columns = [
      ...(mapping as { columns: object[] }).columns,
      { header: 'site', means: { kind: 'vendor' } },
      { header: 'site name', means: { kind: 'vendor_name' } },
    ];
    const waiting = await bench.checked(of, text, { ...mapping, columns } as StatedMapping);
    expect(waiting).toMatchObject({
      state: 'waiting_for_vendors',
      unknownVendors: [
        { code: 'AAA', name: 'Alpha', rows: 1 },
        { code: 'BBB', name: 'Beta', rows: 1 },
      ],
    });
    await expect(
      bench.files.resolveVendors(of.manager, waiting.id, { create: [{ code: 'CCC', name: 'x' }], match: [] }),
    ).rejects.toMatchObject({ fields: [{ path: 'create.0.code', code: 'not-waiting' }] });
    await bench.files.resolveVendors(of.manager, waiting.id, {
      create: [{ code: 'AAA', name: 'Alpha' }],
      match: [{ code: 'BBB', vendorId: known.id }],
    });
    await bench.check.process(of.tenant, waiting.id);
    // BBB turned out to be the known vendor, which the file now speaks of twice, and not with one voice
    expect(await bench.files.view(of.partner, waiting.id)).toMatchObject({
      state: 'checked',
      rows: { new: 1, wrong: 2 },
      effect: { vendors: 2 },
    });
    await expect(
      bench.database.door.withTenant(of.manager, (tx) => bench.moves.resumeAfterVendors(tx, waiting.id)),
    ).rejects.toMatchObject({ code: 'kpi-file-state' });
  });

  it('logs who did what, and tells open pages', async () => {
    const of = await bench.tenant();
    bench.published.length = 0;
    const loaded = await bench.loaded(of, await bench.checked(of, file('2026-03-01,10,9'), mapping));
    const log = await bench.query<{ action: string; actor: string }>(
      of,
      `select action, actor_id as actor from activity_log where tenant_id = $1 and thing = 'kpi-file' order by sequence`,
    );
    expect(log).toEqual(
      ['kpi-file-received', 'kpi-file-mapped', 'kpi-file-confirmed'].map((action) => ({
        action,
        actor: of.partner.id,
      })),
    );
    expect(new Set(bench.published)).toEqual(new Set([`kpi-file:${loaded.id}`]));
  });
});
