import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ContractVersion, TermsInput } from '@plumbline/contracts/schema';
import { newContract } from '@plumbline/contracts/schema';
import { newId } from '@plumbline/platform/database';
import { actorIn } from '@plumbline/platform/testing';
import { type ContractsBench, openContractsBench, type TestTenant } from './contracts-bench';

describe('contracts', () => {
  let bench: ContractsBench;
  let the: TestTenant;

  beforeAll(async () => {
    bench = await openContractsBench();
  });
  afterAll(() => bench.database.close());
  beforeEach(async () => {
    the = await bench.tenant();
  });

  const create = (change: Partial<TermsInput> = {}, reference = 'MSA-1', vendorId = the.vendor.id) =>
    bench.contracts.create(
      the.manager,
      newContract.parse({ vendorId, reference, title: 'Voice', terms: { ...the.terms(), ...change } }),
    );
  const activate = async (contractId: string, number = 1): Promise<ContractVersion> => {
    const { version } = await bench.versions.view(the.manager, contractId, number);
    return bench.versions.activate(the.manager, contractId, number, version);
  };

  it('keeps terms as they were given, in their order, decimals exact', async () => {
    const contract = await create();
    expect(contract).toMatchObject({
      reference: 'MSA-1',
      vendor: { id: the.vendor.id },
      versions: [{ number: 1, state: 'draft', effectiveFrom: '2026-01-01', effectiveTo: null, slas: 2 }],
      version: 1,
    });
    const version = await bench.versions.view(the.manager, contract.id, 1);
    const given = the.terms();
    expect(version.clauses.map(({ number }) => number)).toEqual(given.clauses.map(({ number }) => number));
    expect(version.slas).toMatchObject([
      {
        name: 'Service level 80/20',
        target: { comparator: '>=', value: '0.80' },
        weight: '50',
        metric: { code: 'service_level', unit: 'ratio', direction: 'higher', family: 'speed' },
      },
      {
        name: 'Handle time, claims',
        target: { band: { low: '480', high: '720' } },
        segment: { queue: 'claims' },
      },
    ]);
    expect(version).toMatchObject({ weightsTotal: '100', minimumCoverage: '0.6', state: 'draft' });
  });

  it('takes another title although its owner has gone; nobody who has gone becomes owner', async () => {
    const { id, version } = await create();
    const olga = await bench.member(the, 'vendor_manager', 'Olga');
    await bench.contracts.change(the.manager, id, { ownerId: olga }, version);
    await bench.database.door.withTenant(the.manager, (tx) =>
      tx.query('update membership set ended_at = $3 where tenant_id = $1 and person_id = $2', [
        ...[tx.tenantId, olga, new Date('2026-01-02T00:00:00Z')],
      ]),
    );
    const renamed = await bench.contracts.change(the.manager, id, { title: 'Voice and chat' }, version + 1);
    expect(renamed).toMatchObject({ title: 'Voice and chat', version: version + 2 });
    await bench.contracts.change(the.manager, id, { ownerId: null }, version + 2);
    await expect(
      bench.contracts.change(the.manager, id, { ownerId: olga }, version + 3),
    ).rejects.toMatchObject({ fields: [{ path: 'ownerId', code: 'not-a-member' }] });
  });

  it('refuses terms that cannot be meant, with their place in the request', async () => {
    const [first] = the.terms().slas;
    const percent = { ...first, target: { comparator: '>=', value: '80' }, clauseNumber: '9' };
    await expect(create({ slas: [percent] as TermsInput['slas'] })).rejects.toMatchObject({
      status: 400,
      fields: [
        { path: 'terms.slas.0.target', code: 'target-not-a-share' },
        { path: 'terms.slas.0.clauseNumber', code: 'clause-unknown' },
      ],
    });
    const foreign = await bench.tenant();
    const theirs = { ...first, metricId: foreign.metricId('service_level') };
    await expect(create({ slas: [theirs] as TermsInput['slas'] })).rejects.toMatchObject({
      fields: [{ path: 'terms.slas.0.metricId', code: 'metric-unknown' }],
    });
  });

  it('gives each reference once a tenant', async () => {
    await create();
    await expect(create()).rejects.toMatchObject({
      status: 409,
      code: 'contract-reference-taken',
      fields: [{ path: 'reference' }],
    });
    await expect(create({}, 'MSA-2', newId())).rejects.toMatchObject({ fields: [{ path: 'vendorId' }] });
  });

  it('replaces a draft as a whole, and only from the version last read', async () => {
    const { id } = await create();
    const draft = await bench.versions.view(the.manager, id, 1);
    const { clauses, slas, ...rest } = the.parsedTerms();
    const changed = await bench.versions.replace(
      the.manager,
      id,
      1,
      { ...rest, clauses: clauses.slice(0, 1), slas: slas.slice(0, 1) },
      draft.version,
    );
    expect(changed.clauses).toHaveLength(1);
    expect(changed.slas.map(({ name }) => name)).toEqual(['Service level 80/20']);
    expect(changed.findings).toContainEqual(
      expect.objectContaining({ code: 'weights.sum', severity: 'blocking' }),
    );
    await expect(
      bench.versions.replace(the.manager, id, 1, the.parsedTerms(), draft.version),
    ).rejects.toMatchObject({ status: 412 });
  });

  it('activates only what is complete', async () => {
    const [first] = the.terms().slas;
    const { id } = await create({ slas: first ? [first] : [], speedOutweighsReason: null });
    await expect(activate(id)).rejects.toMatchObject({
      status: 422,
      code: 'terms-incomplete',
      fields: [
        { path: 'slas', code: 'weights.sum' },
        { path: 'speedOutweighsReason', code: 'speed.outweighs' },
      ],
    });
  });

  it('takes force once, and asks for the months that have measurements', async () => {
    await bench.measure(the, ['2025-12-31', '2026-02-03', '2026-02-04', '2026-03-01']);
    const { id } = await create();
    const draft = await bench.versions.view(the.manager, id, 1);
    expect(draft.activation).toEqual({ endsVersion: null, months: ['2026-02', '2026-03'] });

    const attempts = await Promise.allSettled(
      [1, 2, 3].map(() => bench.versions.activate(the.manager, id, 1, draft.version)),
    );
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await bench.asked(the)).toEqual([`${the.vendor.id}/2026-02`, `${the.vendor.id}/2026-03`]);
    expect(await bench.versions.view(the.manager, id, 1)).toMatchObject({
      state: 'active',
      activation: null,
    });
    await expect(
      bench.versions.replace(the.manager, id, 1, the.parsedTerms(), draft.version + 1),
    ).rejects.toMatchObject({ status: 422, code: 'version-active' });
  });

  it('amends by a new version from a date, on which the one before ends', async () => {
    const { id } = await create();
    await activate(id);
    const before = await bench.versions.view(the.manager, id, 1);
    const draft = await bench.versions.amend(the.manager, id, '2026-07-01');
    expect(draft).toMatchObject({ number: 2, state: 'draft', activation: { endsVersion: 1, months: [] } });
    expect(draft.slas.map(({ name }) => name)).toEqual(before.slas.map(({ name }) => name));
    await expect(bench.versions.amend(the.manager, id, '2026-08-01')).rejects.toMatchObject({
      code: 'draft-exists',
    });
    await activate(id, 2);
    const { versions } = await bench.contracts.view(the.manager, id);
    expect(versions).toMatchObject([
      { number: 1, state: 'active', effectiveFrom: '2026-01-01', effectiveTo: '2026-07-01' },
      { number: 2, state: 'active', effectiveFrom: '2026-07-01', effectiveTo: null },
    ]);
    const after = await bench.versions.view(the.manager, id, 1);
    expect(after.slas).toEqual(before.slas);
  });

  it('lets an amendment start after the version it amends only', async () => {
    const { id } = await create();
    await activate(id);
    await bench.versions.amend(the.manager, id, '2026-01-01');
    await expect(activate(id, 2)).rejects.toMatchObject({ code: 'version-not-later' });
  });

  it('holds a vendor to one contract at a time', async () => {
    const first = await create({ effectiveTo: '2026-07-01' });
    await activate(first.id);
    const second = await create({ effectiveFrom: '2026-06-01' }, 'MSA-2');
    await expect(activate(second.id)).rejects.toMatchObject({
      code: 'vendor-under-contract',
      fields: [{ path: 'effectiveFrom' }],
    });
    const third = await create({ effectiveFrom: '2026-07-01' }, 'MSA-3');
    expect((await activate(third.id)).state).toBe('active');
  });

  it('lists by reference in pages, with versions, found by vendor and text', async () => {
    for (const reference of ['B', 'A', 'C']) await create({}, reference);
    const ask = { limit: 2, vendorId: undefined, search: undefined, cursor: undefined };
    const page = await bench.contracts.list(the.manager, ask);
    expect(page.items.map(({ reference, versions }) => [reference, versions.length])).toEqual([
      ['A', 1],
      ['B', 1],
    ]);
    const rest = await bench.contracts.list(the.manager, { ...ask, cursor: page.nextCursor ?? undefined });
    expect(rest).toMatchObject({ items: [{ reference: 'C' }], nextCursor: null });
    const other = await bench.contracts.list(the.manager, { ...ask, vendorId: newId() });
    expect(other.items).toEqual([]);
    const found = await bench.contracts.list(the.manager, { ...ask, search: the.vendor.code.toLowerCase() });
    expect(found.items).toHaveLength(2);
  });

  describe('seen by others', () => {
    it('hides drafts from the partner and shows it its agreed terms', async () => {
      const { id } = await create();
      const partner = actorIn(the.tenant, 'vendor_administrator', [the.vendor.id]);
      const ask = { limit: 50, vendorId: undefined, search: undefined, cursor: undefined };
      expect((await bench.contracts.list(partner, ask)).items).toEqual([]);
      await expect(bench.contracts.view(partner, id)).rejects.toMatchObject({ status: 404 });
      await expect(bench.versions.view(partner, id, 1)).rejects.toMatchObject({ status: 404 });

      await activate(id);
      await bench.versions.amend(the.manager, id, '2026-07-01');
      expect((await bench.contracts.view(partner, id)).versions).toMatchObject([
        { number: 1, state: 'active' },
      ]);
      expect((await bench.versions.view(partner, id, 1)).slas).toHaveLength(2);
      await expect(bench.versions.view(partner, id, 2)).rejects.toMatchObject({ status: 404 });
      const inDatabase = await bench.database.door.withTenant(partner, (tx) =>
        tx.query<{ number: number }>('select number from contract_version where tenant_id = $1', [
          tx.tenantId,
        ]),
      );
      expect(inDatabase).toEqual([{ number: 1 }]);
    });

    it('shows a partner nobody else’s contract, and keeps it from changing its own', async () => {
      const { id } = await create();
      await activate(id);
      const stranger = actorIn(the.tenant, 'vendor_administrator', [newId()]);
      await expect(bench.contracts.view(stranger, id)).rejects.toMatchObject({ status: 404 });
      const partner = actorIn(the.tenant, 'vendor_administrator', [the.vendor.id]);
      await expect(bench.contracts.change(partner, id, { title: 'Mine' }, 1)).rejects.toMatchObject({
        status: 404,
      });
    });

    it('answers another insurer as if there were no such contract', async () => {
      const { id } = await create();
      const outsider = (await bench.tenant()).manager;
      await expect(bench.contracts.view(outsider, id)).rejects.toMatchObject({ status: 404 });
      await expect(bench.versions.view(outsider, id, 1)).rejects.toMatchObject({ status: 404 });
      await expect(bench.versions.activate(outsider, id, 1, 1)).rejects.toMatchObject({ status: 404 });
    });
  });
});
