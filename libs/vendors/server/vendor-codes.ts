import { Injectable } from '@nestjs/common';
import { ActivityLog } from '@plumbline/platform/activity-log';
import { isUniqueViolation, newId, type TenantTransaction } from '@plumbline/platform/database';
import { ConflictError, NotFoundError } from '@plumbline/platform/errors';
import { keyMakerOf } from '@plumbline/platform/identity';
import { Clock } from '@plumbline/platform/tenancy';
import { gateNotPassed, type NewVendor } from '@plumbline/vendors/schema';
import { DueDiligenceStart } from './due-diligence/due-diligence-start';
import { VendorStepsRepository } from './life/vendor-steps.repository';
import { localToday } from './local-today';
import { VendorAliasEntity } from './vendor-alias.entity';
import { VendorEntity } from './vendor.entity';

/**
 * Who is meant by the codes that KPI files use: the read model of vendors for other things, and the one place where
 * vendors are entered. Codes are compared as written, without white space around them; a code belongs to one vendor,
 * be it as its own code or as an alias.
 */
@Injectable()
export class VendorCodes {
  constructor(
    private readonly activityLog: ActivityLog,
    private readonly clock: Clock,
    private readonly dueDiligence: DueDiligenceStart = new DueDiligenceStart(clock),
    private readonly steps: VendorStepsRepository = new VendorStepsRepository(),
  ) {}

  /** Code → vendor id, for those of `codes` that are known to the actor of `tx`; unknown ones are absent. */
  async resolve(tx: TenantTransaction, codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const byTrimmed = new Map<string, string>();
    const rows = await tx.query<{ code: string; id: string }>(
      `select source_code as code, vendor_id as id from vendor_alias where tenant_id = $1 and source_code = any ($2)
       union all
       select code, id from vendor where tenant_id = $1 and code = any ($2)`,
      [tx.tenantId, [...new Set(codes.map((code) => code.trim()))]],
    );
    for (const { code, id } of rows) byTrimmed.set(code, id);
    return new Map(
      codes.flatMap((code) => {
        const id = byTrimmed.get(code.trim());
        return id === undefined ? [] : [[code, id] as const];
      }),
    );
  }

  /**
   * Enters vendors, all or none; answers code → vendor id. A code that is taken, or named twice, is
   * `vendor-code-taken` (409) with the path that `pathOf` gives the vendor at an index.
   */
  async createMany(
    tx: TenantTransaction,
    vendors: readonly NewVendor[],
    pathOf: (index: number) => string = (index) => `${index}.code`,
  ): Promise<ReadonlyMap<string, string>> {
    const codes = vendors.map(({ code }) => code);
    const known = await this.resolve(tx, codes);
    const taken = codes.flatMap((code, index) =>
      known.has(code) || codes.indexOf(code) !== index ? [pathOf(index)] : [],
    );
    if (taken.length > 0) throw codeTaken(taken);

    const at = this.clock.date();
    const rows = vendors.map(({ activeReason, ...vendor }) => ({
      row: { tenantId: tx.tenantId, id: newId(), ...vendor },
      activeReason,
    }));
    try {
      for (const { row } of rows) {
        await tx.manager.insert(VendorEntity, { ...row, createdAt: at, updatedAt: at, version: 1 });
      }
    } catch (error) {
      // somebody entered the same code since we looked
      if (isUniqueViolation(error, 'vendor_tenant_id_code_key'))
        throw codeTaken(codes.map((_, i) => pathOf(i)));
      throw error;
    }
    for (const { row, activeReason } of rows) {
      const { id, code, name, state } = row;
      const items = state === 'onboarding' ? await this.dueDiligence.begin(tx, row) : [];
      await this.activityLog.append(tx, {
        action: 'vendor-created',
        thing: 'vendor',
        thingId: id,
        vendorId: id,
        detail: {
          ...{ code, name, state },
          ...(items.length > 0 ? { items } : {}),
          ...(activeReason === null ? {} : await this.enteredAsActive(tx, row, activeReason)),
        },
      });
    }
    return new Map(rows.map(({ row: { code, id } }) => [code, id]));
  }

  /** The first line of the history of a vendor that passed no gate; answers what the activity log says of it. */
  private async enteredAsActive(
    tx: TenantTransaction,
    { id, services }: { readonly id: string; readonly services: NewVendor['services'] },
    reason: string,
  ): Promise<{ readonly reason: string; readonly gatesNotPassed: readonly string[] }> {
    const gate = gateNotPassed(services, localToday(this.clock, tx.actor));
    await this.steps.insert(tx, {
      ...{ tenantId: tx.tenantId, id: newId(), vendorId: id, from: 'prospect', to: 'active' },
      ...{ reason, endDate: null, state: 'entered', requestedBy: tx.actor.id },
      ...{ requestedByName: tx.actor.name, requestedAt: this.clock.date(), keyMaker: await keyMakerOf(tx) },
      ...{ decidedBy: null, decidedByName: null, decidedAt: null, decisionReason: null, gate, version: 1 },
    });
    return { reason, gatesNotPassed: gate.filter(({ met }) => !met).map(({ code }) => code) };
  }

  /**
   * Remembers that a source calls these vendors by these codes. A code that meant another vendor means the new one from
   * now on; a vendor's own code is no alias of another (`vendor-code-taken`).
   */
  async remember(
    tx: TenantTransaction,
    aliases: readonly { readonly sourceCode: string; readonly vendorId: string }[],
  ): Promise<void> {
    if (aliases.length === 0) return;
    const vendorOf = new Map(aliases.map(({ sourceCode, vendorId }) => [sourceCode.trim(), vendorId]));
    const involved = await tx.query<{ id: string; code: string }>(
      'select id, code from vendor where tenant_id = $1 and (id = any ($2) or code = any ($3))',
      [tx.tenantId, [...vendorOf.values()], [...vendorOf.keys()]],
    );
    const ids = new Set(involved.map(({ id }) => id));
    if ([...vendorOf.values()].some((vendorId) => !ids.has(vendorId))) throw new NotFoundError('vendor');
    for (const { id, code } of involved) {
      const meant = vendorOf.get(code);
      if (meant !== undefined && meant !== id) throw codeTaken([code]);
      vendorOf.delete(code);
    }
    await tx.query('delete from vendor_alias where tenant_id = $1 and source_code = any ($2)', [
      tx.tenantId,
      [...vendorOf.keys()],
    ]);
    const createdAt = this.clock.date();
    const rows = [...vendorOf].map(([sourceCode, vendorId]) => ({
      tenantId: tx.tenantId,
      sourceCode,
      vendorId,
      createdAt,
    }));
    if (rows.length > 0) await tx.manager.insert(VendorAliasEntity, rows);
  }
}

function codeTaken(paths: readonly string[]): ConflictError {
  const detail = 'A vendor of this insurer goes by this code already.';
  return new ConflictError(
    'vendor-code-taken',
    detail,
    409,
    paths.map((path) => ({ path, code: 'vendor-code-taken', detail })),
  );
}
