import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newContract, openBlocking, shippedClausePolicy } from '@plumbline/contracts/schema';
import { newId } from '@plumbline/platform/database';
import type { Actor } from '@plumbline/platform/tenancy';
import { actorIn } from '@plumbline/platform/testing';
import { benchClock, type ContractsBench, openContractsBench, type TestTenant } from '../contracts-bench';

const KEY = 'clause-missing/right_to_audit';

describe('waivers of clauses', () => {
  let bench: ContractsBench;
  let the: TestTenant;
  let administrator: Actor;
  let contractId: string;

  beforeAll(async () => {
    bench = await openContractsBench();
  });
  afterAll(() => bench.database.close());
  beforeEach(async () => {
    benchClock.set('2026-04-02T09:30:00Z');
    the = await bench.tenant();
    administrator = actorIn(the.tenant, 'administrator', [], (await bench.database.person('Ada')).id);
    const terms = the.terms();
    const clauses = terms.clauses.filter(({ kind }) => kind !== 'right_to_audit');
    const asked = {
      vendorId: the.vendor.id,
      reference: 'MSA-1',
      title: 'Voice',
      terms: { ...terms, clauses },
    };
    contractId = (await bench.contracts.create(the.manager, newContract.parse(asked))).id;
  });

  const request = (change: object = {}) =>
    bench.waivers.request(the.manager, contractId, {
      ...{ number: 1, key: KEY, reason: 'The schedule is signed in June.', expiresOn: '2026-06-30' },
      ...change,
    });
  const approve = (id: string, version = 1, by = administrator) =>
    bench.waivers.decide(by, id, { decision: 'approve', note: null }, version);
  const activate = async () => {
    const { version } = await bench.versions.view(the.manager, contractId, 1);
    return bench.versions.activate(the.manager, contractId, 1, version);
  };
  const standing = async (number = 1) =>
    (await bench.versions.view(the.manager, contractId, number)).findings?.find(({ key }) => key === KEY);

  it('lets a version without a blocking clause be activated with a waiver in force only', async () => {
    const refused = {
      status: 422,
      code: 'terms-incomplete',
      fields: [{ path: 'clauses', code: 'clause-missing' }],
    };
    await expect(activate()).rejects.toMatchObject(refused);
    const waiver = await request();
    await expect(activate()).rejects.toMatchObject(refused);
    expect(await approve(waiver.id)).toMatchObject({
      ...{ state: 'approved', inForce: true, decidedBy: { id: administrator.id }, version: 2 },
      requestedBy: { id: the.manager.id },
    });
    expect(await activate()).toMatchObject({ state: 'active' });
    expect(await standing()).toMatchObject({ standing: 'waived', waiver: { expiresOn: '2026-06-30' } });
  });

  it('opens the finding again the day after the waiver’s last, and covers amendments until then', async () => {
    await approve((await request()).id);
    await activate();
    await bench.versions.amend(the.manager, contractId, '2026-07-01');
    // the last day, where the insurer is
    benchClock.set('2026-07-01T03:59:59Z');
    expect(await standing(2)).toMatchObject({ standing: 'waived' });
    benchClock.set('2026-07-01T04:00:00Z');
    expect(await standing(1)).toMatchObject({ standing: 'open', expiredOn: '2026-06-30' });
    const { version } = await bench.versions.view(the.manager, contractId, 2);
    await expect(bench.versions.activate(the.manager, contractId, 2, version)).rejects.toMatchObject({
      code: 'terms-incomplete',
    });
  });

  it('opens it again when it is withdrawn', async () => {
    const { id } = await approve((await request()).id);
    const withdrawn = await bench.waivers.withdraw(the.manager, id, 'The clause was signed.', 2);
    expect(withdrawn).toMatchObject({ state: 'withdrawn', inForce: false, note: 'The clause was signed.' });
    expect(await standing()).toMatchObject({ standing: 'open' });
    await expect(bench.waivers.withdraw(the.manager, id, 'Again.', 3)).rejects.toMatchObject({
      code: 'waiver-decided',
    });
  });

  it('is never decided by who asked, nor by a key, whoever else may', async () => {
    const { id } = await request();
    const self = { ...administrator, id: the.manager.id };
    await expect(approve(id, 1, self)).rejects.toMatchObject({ code: 'own-request' });
    const key = { ...administrator, kind: 'api-key' as const, id: newId() };
    await expect(approve(id, 1, key)).rejects.toMatchObject({ code: 'approval-by-person' });
    expect(await standing()).toMatchObject({ standing: 'open', requestedWaiverId: id });
  });

  it('is not decided by who made the key that asked', async () => {
    const keyId = newId();
    await bench.database.door.withTenant(administrator, (tx) =>
      tx.query(
        `insert into api_key (tenant_id, id, name, key_hash, hint, scopes, created_by, created_at, expires_at)
         values ($1, $2, 'k', $3, '…', $4, $5, $6, $6)`,
        [the.tenant.id, keyId, Buffer.from(keyId), ['contract.write'], administrator.id, benchClock.date()],
      ),
    );
    const key = { ...the.manager, kind: 'api-key' as const, id: keyId };
    const ask = { number: 1, key: KEY, reason: 'By machine.', expiresOn: '2026-06-30' };
    const { id } = await bench.waivers.request(key, contractId, ask);
    await expect(approve(id)).rejects.toMatchObject({ code: 'own-request' });
  });

  it('takes effect once, of many approvals at the same time', async () => {
    const { id } = await request();
    const attempts = await Promise.allSettled(Array.from({ length: 8 }, () => approve(id)));
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const approvals = await bench.logged(the, 'waiver-approved');
    expect(approvals).toHaveLength(1);
  });

  it('does not fall into an activation that counts on it', async () => {
    const { id } = await approve((await request()).id);
    const [activated, withdrawn] = await Promise.allSettled([
      activate(),
      bench.waivers.withdraw(the.manager, id, 'No.', 2),
    ]);
    expect(withdrawn.status).toBe('fulfilled');
    const after = await bench.versions.view(the.manager, contractId, 1);
    expect(after.state).toBe(activated.status === 'fulfilled' ? 'active' : 'draft');
  });

  it('is asked for once at a time, of an open finding about a clause, until a day to come', async () => {
    await expect(request({ key: 'clause-missing/attestation' })).rejects.toMatchObject({
      code: 'finding-gone',
    });
    await expect(request({ expiresOn: '2026-04-01' })).rejects.toMatchObject({
      fields: [{ path: 'expiresOn' }],
    });
    await request();
    await expect(request()).rejects.toMatchObject({ status: 409, code: 'waiver-requested' });
    const unbalanced = await bench.versions.view(the.manager, contractId, 1);
    await bench.versions.replace(
      the.manager,
      contractId,
      1,
      { ...the.parsedTerms(), slas: [] },
      unbalanced.version,
    );
    await expect(request({ key: 'slas-none' })).rejects.toMatchObject({ code: 'not-waivable' });
  });

  it('is not approved once its last day is over', async () => {
    const { id } = await request();
    benchClock.set('2026-07-02T12:00:00Z');
    await expect(approve(id)).rejects.toMatchObject({ code: 'waiver-expired' });
    const refused = await bench.waivers.decide(
      administrator,
      id,
      { decision: 'refuse', note: 'Too late.' },
      1,
    );
    expect(refused).toMatchObject({ state: 'refused', note: 'Too late.' });
  });

  it('is listed, newest first, and not seen by partners or other insurers', async () => {
    const { id } = await request();
    const ask = { limit: 50, cursor: undefined, contractId: undefined, state: undefined };
    expect((await bench.waivers.list(the.manager, ask)).items.map((each) => each.id)).toEqual([id]);
    expect((await bench.waivers.list(the.manager, { ...ask, state: 'approved' })).items).toEqual([]);
    const outsider = (await bench.tenant()).manager;
    expect((await bench.waivers.list(outsider, ask)).items).toEqual([]);
    await expect(approve(id, 1, outsider)).rejects.toMatchObject({ status: 404 });
    const partner = actorIn(the.tenant, 'vendor_administrator', [the.vendor.id]);
    expect(partner.permissions.has('waiver.read')).toBe(false);
    for (const table of ['waiver', 'finding_assignment', 'clause_policy']) {
      const seen = await bench.database.door.withTenant(partner, (tx) =>
        tx.query(`select tenant_id from ${table} where tenant_id = $1`, [tx.tenantId]),
      );
      expect(seen).toEqual([]);
    }
  });

  it('tells a partner its agreed terms, and nothing of what they lack', async () => {
    await approve((await request()).id);
    await activate();
    const partner = actorIn(the.tenant, 'vendor_administrator', [the.vendor.id]);
    const seen = await bench.versions.view(partner, contractId, 1);
    expect(seen.findings).toBeNull();
    expect(seen.clauses.length).toBeGreaterThan(0);
  });

  it('gives a finding an owner of the insurer’s side and a due date; the newest holds', async () => {
    const ana = await bench.member(the, 'vendor_manager', 'Ana');
    const partner = await bench.member(the, 'vendor_administrator', 'Pia');
    const assign = (ownerId: string, dueOn: string) =>
      bench.waivers.assign(the.manager, contractId, { number: 1, key: KEY, ownerId, dueOn });
    await expect(assign(partner, '2026-05-01')).rejects.toMatchObject({ fields: [{ path: 'ownerId' }] });
    await assign(ana, '2026-05-01');
    await assign(ana, '2026-04-15');
    expect(await standing()).toMatchObject({
      assignment: { owner: { id: ana, name: 'Ana' }, dueOn: '2026-04-15', overdue: false },
    });
    benchClock.set('2026-04-16T12:00:00Z');
    expect(await standing()).toMatchObject({ assignment: { overdue: true } });
  });

  it('lets the tenant’s own policy decide what blocks', async () => {
    const kept = await bench.policies.view(administrator);
    const rules = shippedClausePolicy.map((rule) =>
      rule.kind === 'right_to_audit' ? { ...rule, severity: 'advice' as const } : rule,
    );
    expect(await bench.policies.change(administrator, rules, 'For now', kept.version)).toEqual({
      rules,
      changed: { at: benchClock.date().toISOString(), by: administrator.name, reason: 'For now' },
      version: 2,
    });
    await expect(bench.policies.change(administrator, rules, 'For now', kept.version)).rejects.toMatchObject({
      status: 412,
    });
    const { findings } = await bench.versions.view(the.manager, contractId, 1);
    expect(openBlocking(findings ?? [])).toEqual([]);
    expect((await activate()).state).toBe('active');
    const other = await bench.tenant();
    expect(await bench.policies.view(other.manager)).toEqual({
      ...{ rules: shippedClausePolicy, changed: null, version: 1 },
    });
  });

  it('foresees what another policy would find, and changes nothing by it', async () => {
    const rules = shippedClausePolicy.map((rule) => {
      if (rule.kind === 'subcontracting') return { ...rule, demanded: 'always' as const };
      if (rule.kind === 'background_checks') return { ...rule, severity: 'blocking' as const };
      return rule.kind === 'right_to_audit' ? { ...rule, demanded: 'never' as const } : rule;
    });
    const keys = (list: readonly { key: string }[]) => list.map(({ key }) => key);
    const before = await bench.versions.view(the.manager, contractId, 1);
    const { versions, items } = await bench.policyEffects.preview(administrator, rules);
    expect(versions).toBe(1);
    expect(
      items.map(({ contract, number, state, came, went, turned }) => [
        ...[contract.id, number, state],
        ...[keys(came), keys(went), turned.map(({ key, severity }) => `${key}: ${severity}`)],
      ]),
    ).toEqual([
      [
        ...[contractId, 1, 'draft', ['clause-missing/subcontracting'], [KEY]],
        ['clause-missing/background_checks: blocking'],
      ],
    ]);
    expect(await bench.versions.view(the.manager, contractId, 1)).toEqual(before);
    const kept = await bench.policies.view(administrator);
    expect(await bench.policyEffects.preview(administrator, kept.rules)).toEqual({ versions: 1, items: [] });
    const other = (await bench.tenant()).manager;
    expect(await bench.policyEffects.preview(other, rules)).toEqual({ versions: 0, items: [] });
  });
});
