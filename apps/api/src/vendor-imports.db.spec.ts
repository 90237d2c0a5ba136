import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { actorIn } from '@plumbline/platform/testing';
import type { ImportResult, Profile, Vendor, VendorLife } from '@plumbline/vendors/schema';
import { ApiUnderTest, type Browser } from './api-under-test';
import { code, TenantUnderTest } from './tenant-under-test';

const header = 'Code,Name,Services,Criticality,Sees PHI,Time zone,State';
const good = [
  'NORTH,North Voice,"voice, chat",high,yes,America/New_York,onboarding',
  'SOUTH,South Chat,chat,Baja,no,America/Chicago,',
];
const csv = (...lines: string[]) => lines.join('\r\n');
const file = (content: string, name = 'vendors.csv') => ({
  name,
  content: Buffer.from(content).toString('base64'),
});

describe('lists of vendors and contacts', () => {
  let api: ApiUnderTest;
  let here: TenantUnderTest;
  let manager: Browser;

  beforeAll(async () => {
    api = await ApiUnderTest.start();
  });
  afterAll(() => api.stop());
  beforeEach(async () => {
    here = await TenantUnderTest.make(api);
    manager = (await api.member(here.tenant, 'vendor_manager')).browser;
  });

  const preview = async (body: object) =>
    (await manager.post(here.at('/vendor-imports/preview'), body)).body as ImportResult;
  const enter = (body: object, who = manager) => who.post(here.at('/vendor-imports'), body);
  const vendors = async () => {
    const { items } = (await manager.get(here.at('/vendors?limit=200'))).body as { items: Vendor[] };
    return items.filter((vendor) => !vendor.code.startsWith('V-'));
  };
  const counts = (some: Partial<ImportResult['counts']>) => ({
    new: 0,
    changed: 0,
    unchanged: 0,
    wrong: 0,
    ...some,
  });

  it('are looked at without writing, entered as a whole, and the same list again changes nothing', async () => {
    const list = { kind: 'vendors', file: file(csv(header, ...good)) };
    expect(await preview(list)).toMatchObject({ counts: counts({ new: 2 }), applied: false, problems: [] });
    expect(await vendors()).toEqual([]);

    const entered = await enter(list);
    expect([entered.status, entered.body]).toMatchObject([
      200,
      { counts: counts({ new: 2 }), applied: true },
    ]);
    expect(await vendors()).toMatchObject([
      { code: 'NORTH', services: ['voice', 'chat'], tier: 1, state: 'onboarding' },
      { code: 'SOUTH', criticality: 'low', phiAccess: false, state: 'prospect' },
    ]);
    const logged = await here.logged();
    expect((await enter(list)).body).toMatchObject({ counts: counts({ unchanged: 2 }) });
    expect(await here.logged()).toEqual(logged);
  });

  it('change what they say of a vendor that is there, and leave its state and what they do not say', async () => {
    await enter({ kind: 'vendors', file: file(csv(header, ...good)) });
    const list = { kind: 'vendors', rows: [{ code: 'NORTH', 'Vendor name': 'North Care', State: 'active' }] };
    expect(await preview(list)).toMatchObject({ problems: [{ code: 'column-missing' }, {}, {}] });
    const whole = file(csv(header, 'NORTH,North Care,,,,,active', good[1] ?? ''));
    expect(await preview({ kind: 'vendors', file: whole })).toMatchObject({
      counts: counts({ changed: 1, unchanged: 1 }),
      rows: [{ act: 'changed', changed: ['name'] }, { act: 'unchanged' }],
    });
    await enter({ kind: 'vendors', file: whole });
    expect((await vendors())[0]).toMatchObject({ name: 'North Care', state: 'onboarding', tier: 1 });
    expect(await here.logged()).toContain('vendor-changed');
  });

  it.each<[row: string, field: string | null, problem: string]>([
    ['NORTH,North,voice,high,maybe,America/New_York,', 'phiAccess', 'value-unknown'],
    ['NORTH,North,voice,high,yes,EST5,x', 'state', 'value-unknown'],
    ['NORTH,North,"voice, telepathy",high,yes,America/New_York,', 'services', 'value-unknown'],
    ['NORTH,North,voice,high,yes,New York,', 'timezone', 'value-invalid'],
    ['NORTH,,voice,high,yes,America/New_York,', 'name', 'value-missing'],
    ['NORTH,North,voice,high,yes,America/New_York,,more', null, 'row-too-wide'],
    ['SOUTH,South,chat,low,no,America/Chicago,', 'code', 'row-twice'],
  ])('name the line and the field of what is wrong: %s', async (row, field, problem) => {
    const { problems, counts: found } = await preview({
      kind: 'vendors',
      file: file(csv(header, good[1] ?? '', row)),
    });
    expect(found.wrong).toBe(1);
    expect(problems).toContainEqual(expect.objectContaining({ line: 3, field, code: problem }));
  });

  it('enter nothing with a wrong row, unless wrong rows are left out by choice', async () => {
    const list = { kind: 'vendors', file: file(csv(header, ...good, 'EAST,East,voice,extreme,yes,UTC,')) };
    const refused = await enter(list);
    expect([refused.status, code(refused)]).toEqual([422, 'import-rows-wrong']);
    expect(await vendors()).toEqual([]);
    expect((await enter({ ...list, wrongRows: 'leave_out' })).body).toMatchObject({
      counts: counts({ new: 2, wrong: 1 }),
    });
    expect((await vendors()).map((vendor) => vendor.code)).toEqual(['NORTH', 'SOUTH']);
  });

  it('ask why a vendor is active already, and keep it in its history', async () => {
    const columns = `${header},Reason for active`;
    const row = 'WEST,West Voice,voice,high,yes,America/Denver,active';
    const wrong = await preview({ kind: 'vendors', file: file(csv(columns, `${row},`)) });
    expect(wrong.problems).toMatchObject([{ line: 2, field: 'activeReason', code: 'value-missing' }]);
    const idle = await preview({
      kind: 'vendors',
      file: file(csv(columns, 'EAST,East,voice,low,no,UTC,prospect,Why')),
    });
    expect(idle.problems).toMatchObject([{ line: 2, field: 'activeReason', code: 'value-invalid' }]);
    const list = { kind: 'vendors', file: file(csv(columns, `${row},Came with the merger`)) };
    expect((await enter(list)).status).toBe(200);
    const [west] = await vendors();
    const life = (await manager.get(here.at(`/vendors/${west?.id}/life`))).body as VendorLife;
    expect(life.history).toMatchObject([{ state: 'entered', reason: 'Came with the merger' }]);
    // the same list again changes nothing: the reason is of the moment in which it came
    expect(await preview(list)).toMatchObject({ counts: counts({ unchanged: 1 }), problems: [] });
  });

  it('refuse a list that cannot be read, or lacks a column, as a whole', async () => {
    const missing = await enter({ kind: 'vendors', file: file('Code,Name\r\nNORTH,North\r\n') });
    expect([missing.status, code(missing)]).toEqual([422, 'import-columns-missing']);
    const twice = await enter({ kind: 'vendors', file: file(`${header},Vendor name\r\n${good[0]},x\r\n`) });
    expect([twice.status, twice.body]).toMatchObject([400, { fields: [{ code: 'column-twice' }] }]);
    const latin = {
      name: 'vendors.csv',
      content: Buffer.from(`${header}\r\nN,Ni\xf1o`, 'latin1').toString('base64'),
    };
    expect(code(await enter({ kind: 'vendors', file: latin }))).toBe('not-utf-8');
    const pdf = await enter({ kind: 'vendors', file: file('%PDF-1.7', 'vendors.csv') });
    expect([pdf.status, code(pdf)]).toEqual([422, 'foreign-format']);
    const both = await enter({ kind: 'vendors', file: file(header), rows: [] });
    expect([both.status, code(both)]).toEqual([400, 'invalid']);
  });

  it('bring contacts with their hours, each of its own vendor', async () => {
    await enter({ kind: 'vendors', file: file(csv(header, ...good)) });
    const list = (mail: string) => ({
      kind: 'contacts',
      file: file(
        csv(
          'Vendor code;Name;Role;E-mail;Hours;Time zone',
          `NORTH;Ana Reyes;After hours;${mail};mon-fri 21:00-30:00, sat 9-12;Asia/Manila`,
          'SOUTH;Lee Cruz;Seguridad;lee@south.example;lun-vie 08:00-17:00;',
        ),
        'contacts.csv',
      ),
    });
    const wrong = await preview(list('ana@north.example'));
    expect(wrong.problems).toContainEqual(
      expect.objectContaining({ line: 2, field: 'hours', code: 'value-invalid' }),
    );
    const rows = (mail: string) => [
      {
        'Vendor code': 'NORTH',
        ...{ Name: 'Ana Reyes', Role: 'After hours', 'E-mail': mail },
        ...{ Hours: 'mon-fri 21:00-30:00; sat 9-12', 'Time zone': 'Asia/Manila' },
      },
      {
        'Vendor code': 'SOUTH',
        ...{ Name: 'Lee Cruz', Role: 'Seguridad', 'E-mail': 'lee@south.example' },
        ...{ Hours: 'lun-vie 08:00-17:00' },
      },
    ];
    expect((await enter({ kind: 'contacts', rows: rows('ana@north.example') })).body).toMatchObject({
      counts: counts({ new: 2 }),
    });
    const [north, south] = await vendors();
    const contactsOf = async (vendor: Vendor | undefined) =>
      ((await manager.get(here.at(`/vendors/${vendor?.id}/profile`))).body as Profile).contacts;
    expect(await contactsOf(north)).toMatchObject([
      {
        name: 'Ana Reyes',
        role: 'after_hours',
        hours: {
          timezone: 'Asia/Manila',
          hours: { mon: [['21:00', '30:00']], sat: [['09:00', '12:00']], sun: [] },
        },
      },
    ]);
    expect(await contactsOf(south)).toMatchObject([
      { role: 'security', hours: { timezone: 'America/Chicago' } },
    ]);
    expect((await enter({ kind: 'contacts', rows: rows('ana@north.example') })).body).toMatchObject({
      counts: counts({ unchanged: 2 }),
    });
    expect((await enter({ kind: 'contacts', rows: rows('reyes@north.example') })).body).toMatchObject({
      counts: counts({ changed: 1, unchanged: 1 }),
    });
    expect(await contactsOf(north)).toMatchObject([{ email: 'reyes@north.example', version: 2 }]);
    expect(
      await preview({ kind: 'contacts', rows: [{ ...rows('')[0], 'Vendor code': 'WEST' }] }),
    ).toMatchObject({
      problems: [{ line: 2, field: 'vendor', code: 'vendor-unknown', value: 'WEST' }],
    });
  });

  it.each([
    ['vendors', (n: number) => `NORTH,Name ${n},voice,high,yes,America/New_York,`, header],
    ['contacts', (n: number) => `NORTH,Person ${n},security,p${n}@north.example`, 'Vendor,Name,Role,E-mail'],
  ])('%s are looked at with as many statements for many rows as for one', async (kind, row, columns) => {
    await enter({ kind: 'vendors', file: file(csv(header, ...good)) });
    // every connection of the process is one of these
    const { Client } = api.database.owner as unknown as { Client: { prototype: { query(): unknown } } };
    const connection = Client.prototype;
    const statements = async (rows: number) => {
      const lines = Array.from({ length: rows }, (_, n) => row(n));
      const asked = jest.spyOn(connection, 'query');
      const { rows: looked } = await preview({ kind, file: file(csv(columns, ...lines)) });
      const count = asked.mock.calls.length;
      asked.mockRestore();
      expect(looked).toHaveLength(rows);
      return count;
    };
    const one = await statements(1);
    expect(one).toBeGreaterThan(3);
    // some of the process's own may come between
    expect((await statements(60)) - one).toBeLessThan(20);
  });

  it('take a vendor’s alias and its code for one vendor', async () => {
    await enter({ kind: 'vendors', file: file(csv(header, ...good)) });
    const [north] = await vendors();
    await api.database.door.withTenant(actorIn(here.tenant, 'administrator'), (tx) =>
      tx.query(
        'insert into vendor_alias (tenant_id, source_code, vendor_id, created_at) values ($1, $2, $3, $4)',
        [tx.tenantId, 'N-1', north?.id, new Date()],
      ),
    );
    const rows = ['NORTH,Ana,security,a@north.example', 'N-1,Ana,security,a@north.example'];
    const looked = await preview({ kind: 'contacts', file: file(csv('Vendor,Name,Role,E-mail', ...rows)) });
    expect(looked.problems.map(({ line, code: found }) => [line, found])).toEqual([[3, 'row-twice']]);
  });

  it('take effect once, of the same list sent several times at once', async () => {
    await enter({ kind: 'vendors', file: file(csv(header, ...good)) });
    const contacts = [{ Vendor: 'NORTH', Name: 'Ana', Role: 'quality', Mail: 'ana@north.example' }];
    const all = await Promise.all([1, 2, 3].map(() => enter({ kind: 'contacts', rows: contacts })));
    expect(all.map(({ body }) => (body as ImportResult).counts.new).sort()).toEqual([0, 0, 1]);
  });

  it('are for the insurer who writes vendors', async () => {
    const list = { kind: 'vendors', file: file(csv(header, ...good)) };
    const partner = (await api.member(here.tenant, 'vendor_administrator', here.vendor.id)).browser;
    const security = (await api.member(here.tenant, 'security')).browser;
    for (const who of [partner, security]) {
      const denied = await enter(list, who);
      expect([denied.status, code(denied)]).toEqual([403, 'permission-missing']);
    }
  });
});
