import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newContract } from '@plumbline/contracts/schema';
import { newId } from '@plumbline/platform/database';
import { actorIn } from '@plumbline/platform/testing';
import { benchClock, type ContractsBench, openContractsBench, type TestTenant } from '../contracts-bench';

describe('documents of a contract', () => {
  let bench: ContractsBench;
  let the: TestTenant;
  let contractId: string;

  beforeAll(async () => {
    bench = await openContractsBench();
  });
  afterAll(() => bench.database.close());
  beforeEach(async () => {
    the = await bench.tenant();
    const asked = { vendorId: the.vendor.id, reference: 'MSA-1', title: 'Voice', terms: the.terms() };
    contractId = (await bench.contracts.create(the.manager, newContract.parse(asked))).id;
    await bench.versions.activate(the.manager, contractId, 1, 1);
  });

  /** As the upload leaves it; `vendorId`: sent for the vendor. */
  const sent = async (name: string, vendorId: string | null): Promise<string> => {
    const [document, stored] = [newId(), newId()];
    await bench.database.door.withTenant(the.manager, async (tx) => {
      await tx.query(
        `insert into stored_file (tenant_id, id, vendor_id, sha256, bytes, stored_bytes, stored_sha256, wrapped_key, created_at)
         values ($1, $2, $3, '\\x00', 1, 1, '\\x00', '\\x00', $4)`,
        [tx.tenantId, stored, the.vendor.id, benchClock.date()],
      );
      await tx.query(
        `insert into document (tenant_id, id, vendor_id, stored_file_id, name, media_type, uploaded_by, uploaded_by_name,
           uploaded_by_side, uploaded_at)
         values ($1, $2, $3, $4, $5, 'application/pdf', 'bench', 'Bench', 'insurer', $6)`,
        [tx.tenantId, document, vendorId, stored, name, benchClock.date()],
      );
    });
    return document;
  };
  const attach = (documentIds: string[], number: number | null = null) =>
    bench.documents.attach(the.manager, contractId, { kind: 'signed', number, documentIds });
  const partner = () => actorIn(the.tenant, 'vendor_administrator', [the.vendor.id]);
  const seen = async (actor = the.manager) =>
    (await bench.documents.list(actor, contractId)).items.map(({ document }) => document.name);

  it('are listed, of the contract first; the partner sees what is shared, of agreed versions', async () => {
    await attach([await sent('internal.pdf', null)]);
    await attach([await sent('signed.pdf', the.vendor.id)], 1);
    await bench.versions.amend(the.manager, contractId, '2026-07-01');
    await attach([await sent('draft.pdf', the.vendor.id)], 2);
    expect(await seen()).toEqual(['internal.pdf', 'signed.pdf', 'draft.pdf']);
    expect(await seen(partner())).toEqual(['signed.pdf']);
    expect((await bench.documents.list(partner(), contractId)).items).toMatchObject([
      { number: 1, kind: 'signed', shared: true },
    ]);
    const rows = await bench.database.door.withTenant(partner(), (tx) =>
      tx.query('select id from contract_document where tenant_id = $1', [tx.tenantId]),
    );
    expect(rows).toHaveLength(2);
  });

  it('are taken off again, on record', async () => {
    const { items } = await attach([await sent('signed.pdf', the.vendor.id)]);
    const attachment = items[0]?.id ?? '';
    await bench.documents.detach(the.manager, contractId, attachment);
    expect(await seen()).toEqual([]);
    expect(await seen(partner())).toEqual([]);
    await expect(bench.documents.detach(the.manager, contractId, attachment)).rejects.toMatchObject({
      status: 404,
    });
    expect(await bench.logged(the, 'contract-document-attached')).toEqual([contractId]);
    expect(await bench.logged(the, 'contract-document-detached')).toEqual([contractId]);
  });

  it('are not those of another vendor or insurer, nor of a version that is not there', async () => {
    const other = await bench.database.vendor(the.tenant);
    for (const id of [await sent('theirs.pdf', other.id), newId()])
      await expect(attach([id])).rejects.toMatchObject({
        fields: [{ path: 'documentIds.0', code: 'document-unknown' }],
      });
    await expect(attach([await sent('signed.pdf', null)], 9)).rejects.toMatchObject({
      fields: [{ path: 'number' }],
    });
    const outsider = (await bench.tenant()).manager;
    await expect(bench.documents.list(outsider, contractId)).rejects.toMatchObject({ status: 404 });
    const stranger = actorIn(the.tenant, 'vendor_administrator', [other.id]);
    await expect(bench.documents.list(stranger, contractId)).rejects.toMatchObject({ status: 404 });
  });
});
