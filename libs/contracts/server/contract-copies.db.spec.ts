import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { contractCopies, newContract } from '@plumbline/contracts/schema';
import { newId } from '@plumbline/platform/database';
import { actorIn } from '@plumbline/platform/testing';
import { type ContractsBench, openContractsBench, type TestTenant } from './contracts-bench';

describe('copying a contract', () => {
  let bench: ContractsBench;
  let the: TestTenant;
  let contractId: string;

  beforeAll(async () => {
    bench = await openContractsBench();
  });
  afterAll(() => bench.database.close());
  beforeEach(async () => {
    the = await bench.tenant();
    const terms = the.terms();
    const given = { vendorId: the.vendor.id, reference: 'MSA-1', title: 'Voice', terms };
    contractId = (await bench.contracts.create(the.manager, newContract.parse(given))).id;
    await bench.versions.activate(the.manager, contractId, 1, 1);
  });

  const copy = (given: object, actor = the.manager) =>
    bench.copies.copy(actor, contractId, contractCopies.parse(given));
  const fileState = async (id: string) => {
    const [row] = await bench.database.door.withTenant(the.manager, (tx) =>
      tx.query<{ state: string }>('select state from kpi_file where tenant_id = $1 and id = $2', [
        tx.tenantId,
        id,
      ]),
    );
    return row?.state;
  };

  it('makes 45 vendors of 45 providers with one call: each under contract, the waiting file goes on', async () => {
    const providers = Array.from({ length: 45 }, (_, index) => ({
      code: `111AA${index}`,
      name: `Provider ${index}`,
    }));
    const kpiFileId = await bench.waitingFile(
      the,
      providers.map(({ code }) => code),
    );
    const { items } = await copy({ create: providers, kpiFileId });
    expect(items).toHaveLength(45);
    expect(items.every(({ created, contract }) => created && contract !== null)).toBe(true);
    expect(items[0]).toMatchObject({
      code: '111AA0',
      vendor: { code: '111AA0', name: 'Provider 0' },
      contract: { reference: 'MSA-1/111AA0' },
    });
    expect(await fileState(kpiFileId)).toBe('checking');

    const ask = { limit: 100, vendorId: undefined, search: undefined, cursor: undefined };
    expect((await bench.contracts.list(the.manager, ask)).items).toHaveLength(46);
    const source = await bench.versions.view(the.manager, contractId, 1);
    const copied = await bench.versions.view(the.manager, items[0]?.contract?.id ?? '', 1);
    expect(copied).toMatchObject({
      state: 'active',
      effectiveFrom: source.effectiveFrom,
      clauses: source.clauses,
    });
    expect(copied.slas.map(({ id: _, ...sla }) => sla)).toEqual(source.slas.map(({ id: _, ...sla }) => sla));
  });

  it('matches vendors that are there, remembers what the file calls them, and evaluates what they measured', async () => {
    const existing = await bench.database.vendor(the.tenant, 'LINCS');
    await bench.measure(the, ['2026-02-03'], existing.id);
    const { items } = await copy({ match: [{ code: '111AA2', vendorId: existing.id }] });
    expect(items).toMatchObject([
      { code: '111AA2', created: false, vendor: { code: 'LINCS' }, contract: { reference: 'MSA-1/LINCS' } },
    ]);
    expect(await bench.asked(the)).toEqual([`${existing.id}/2026-02`]);
    // the code is known now: entering it again finds the same vendor, and its contract
    const again = await copy({ create: [{ code: '111AA2', name: 'Lincolnshire' }] });
    expect(again.items).toMatchObject([{ created: false, vendor: { id: existing.id }, contract: null }]);
  });

  it('takes over every active version with its dates', async () => {
    await bench.versions.amend(the.manager, contractId, '2026-07-01');
    await bench.versions.activate(the.manager, contractId, 2, 1);
    const { items } = await copy({ create: [{ code: 'NEW', name: 'New' }] });
    const { versions } = await bench.contracts.view(the.manager, items[0]?.contract?.id ?? '');
    expect(versions).toMatchObject([
      { number: 1, state: 'active', effectiveFrom: '2026-01-01', effectiveTo: '2026-07-01' },
      { number: 2, state: 'active', effectiveFrom: '2026-07-01', effectiveTo: null },
    ]);
  });

  it('copies one vendor once, though the file has two names for it', async () => {
    const existing = await bench.database.vendor(the.tenant);
    const { items } = await copy({
      match: [
        { code: 'X', vendorId: existing.id },
        { code: 'Y', vendorId: existing.id },
      ],
    });
    expect(new Set(items.map(({ contract }) => contract?.id)).size).toBe(1);
  });

  it('does all or nothing', async () => {
    const kpiFileId = await bench.waitingFile(the, ['A']);
    const attempt = copy({
      create: [{ code: 'A', name: 'Alpha' }],
      match: [{ code: 'B', vendorId: newId() }],
      kpiFileId,
    });
    await expect(attempt).rejects.toMatchObject({ status: 404 });
    expect(await fileState(kpiFileId)).toBe('waiting_for_vendors');
    const ask = { limit: 100, vendorId: undefined, search: undefined, cursor: undefined };
    expect((await bench.contracts.list(the.manager, ask)).items).toHaveLength(1);
    const foreign = await bench.waitingFile(await bench.tenant(), ['A']);
    await expect(copy({ create: [{ code: 'A', name: 'Alpha' }], kpiFileId: foreign })).rejects.toMatchObject({
      status: 404,
    });
  });

  it('needs active terms, and the right to say whose rows a file holds', async () => {
    const given = { vendorId: the.vendor.id, reference: 'MSA-2', title: 'Chat', terms: the.terms() };
    const draft = await bench.contracts.create(the.manager, newContract.parse(given));
    const create = [{ code: 'A', name: 'Alpha' }];
    await expect(
      bench.copies.copy(the.manager, draft.id, contractCopies.parse({ create })),
    ).rejects.toMatchObject({ code: 'contract-not-active' });
    const administrator = actorIn(the.tenant, 'administrator');
    await expect(copy({ create, kpiFileId: newId() }, administrator)).rejects.toMatchObject({ status: 403 });
    const outsider = (await bench.tenant()).manager;
    await expect(copy({ create }, outsider)).rejects.toMatchObject({ status: 404 });
  });
});
