import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CreditStatement } from '@plumbline/credits/schema';
import { newId } from '@plumbline/platform/database';
import { actorIn } from '@plumbline/platform/testing';
import {
  benchClock,
  type BenchTenant,
  type BenchVendor,
  type CreditsBench,
  openCreditsBench,
} from './credits-bench';

describe('documents about a disputed line', () => {
  let bench: CreditsBench;
  let the: BenchTenant;
  let vendor: BenchVendor;
  let statement: CreditStatement;

  beforeAll(async () => {
    bench = await openCreditsBench();
  });
  afterAll(() => bench.database.close());
  beforeEach(async () => {
    the = await bench.tenant();
    vendor = await the.vendor();
    await the.month(vendor, '2026-01', { 'Service level': 'breached' });
    const draft = await the.statement(vendor, '2026-01');
    statement = await bench.approvals.share(the.manager, draft.id, draft.version);
  });

  /** As the upload leaves it; null: for the insurer's side only. */
  const sent = async (name: string, vendorId: string | null = vendor.id): Promise<string> => {
    const [document, stored] = [newId(), newId()];
    await bench.database.door.withTenant(the.manager, async (tx) => {
      await tx.query(
        `insert into stored_file (tenant_id, id, vendor_id, sha256, bytes, stored_bytes, stored_sha256, wrapped_key, created_at)
         values ($1, $2, $3, '\\x00', 1, 1, '\\x00', '\\x00', $4)`,
        [tx.tenantId, stored, vendorId, benchClock.date()],
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
  const raise = async (documents: string[] = []) => {
    const dispute = {
      slaId: vendor.slas.get('Service level') ?? '',
      reason: 'The carrier was down.',
      documents,
    };
    return bench.disputes.raise(the.partner(vendor), statement.id, dispute);
  };
  const told = ({ disputes }: CreditStatement) =>
    disputes.flatMap(({ documents }) => documents.map(({ document, side }) => [document.name, side]));

  it('are handed in with the dispute and after it, by both sides, and both read them', async () => {
    const raised = await raise([await sent('ticket.pdf')]);
    const disputeId = raised.disputes[0]?.id ?? '';
    expect(told(raised)).toEqual([['ticket.pdf', 'vendor']]);
    const partner = the.partner(vendor);
    await bench.disputes.attach(partner, statement.id, disputeId, [await sent('log.csv')]);
    await bench.disputes.attach(the.manager, statement.id, disputeId, [await sent('notice.pdf')]);
    const all = [
      ['ticket.pdf', 'vendor'],
      ['log.csv', 'vendor'],
      ['notice.pdf', 'insurer'],
    ];
    expect(told(await bench.service.view(partner, statement.id))).toEqual(all);
    expect(told(await bench.service.view(the.manager, statement.id))).toEqual(all);
    const logged = await the.logged();
    expect(logged.filter((action) => action === 'credit-dispute-document-attached')).toHaveLength(3);
    // named twice it is there once
    await bench.disputes.attach(partner, statement.id, disputeId, [
      raised.disputes[0]?.documents[0]?.document.id ?? '',
    ]);
    expect(told(await bench.service.view(partner, statement.id))).toHaveLength(3);
  });

  it('are none that the other side cannot read, nor those of another vendor or insurer', async () => {
    const other = await the.vendor();
    const foreign = await bench.tenant();
    // with what cannot be read the dispute itself is not raised
    await expect(raise([newId()])).rejects.toMatchObject({ fields: [{ code: 'document-unknown' }] });
    const disputeId = (await raise()).disputes[0]?.id ?? '';
    const attach = (id: string, as = the.manager) => bench.disputes.attach(as, statement.id, disputeId, [id]);
    await expect(attach(await sent('internal.pdf', null))).rejects.toMatchObject({
      fields: [{ path: 'documents.0', code: 'document-not-shared' }],
    });
    for (const id of [await sent('theirs.pdf', other.id), newId()])
      await expect(attach(id)).rejects.toMatchObject({
        fields: [{ path: 'documents.0', code: 'document-unknown' }],
      });
    const shared = await sent('ticket.pdf');
    for (const stranger of [the.partner(other), foreign.manager])
      await expect(attach(shared, stranger)).rejects.toMatchObject({ status: 404 });
    await expect(attach(shared, actorIn(the.tenant, 'security'))).rejects.toMatchObject({ status: 403 });
    const rows = await bench.database.door.withTenant(the.partner(other), (tx) =>
      tx.query('select id from credit_dispute_document where tenant_id = $1', [tx.tenantId]),
    );
    expect(rows).toEqual([]);
  });

  it('stay as they are once it is decided', async () => {
    const disputeId = (await raise([await sent('ticket.pdf')])).disputes[0]?.id ?? '';
    const decision = { decision: 'upheld', note: 'It was announced.' } as const;
    const decided = await bench.disputes.decide(the.manager, statement.id, disputeId, decision);
    expect(told(decided)).toEqual([['ticket.pdf', 'vendor']]);
    const late = await sent('late.pdf');
    await expect(
      bench.disputes.attach(the.partner(vendor), statement.id, disputeId, [late]),
    ).rejects.toMatchObject({ code: 'dispute-decided' });
    await expect(bench.disputes.attach(the.manager, statement.id, newId(), [late])).rejects.toMatchObject({
      status: 404,
    });
  });
});
