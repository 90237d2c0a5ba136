import type { DocumentDirectory } from '@plumbline/documents/server';
import { ActivityLog } from '@plumbline/platform/activity-log';
import type { TenantTransaction } from '@plumbline/platform/database';
import { type Actor, FixedClock, type Tenant } from '@plumbline/platform/tenancy';
import { actorIn, openTestDatabase, type TestDatabase } from '@plumbline/platform/testing';
import {
  type DueDiligenceItem,
  type GateFacts,
  newVendor,
  type NewVendor,
  type Vendor,
  type VendorState,
} from '@plumbline/vendors/schema';
import { DueDiligenceStart } from '../due-diligence/due-diligence-start';
import { DueDiligenceRepository } from '../due-diligence/due-diligence.repository';
import { DueDiligenceService } from '../due-diligence/due-diligence.service';
import { TemplateVersions } from '../due-diligence/template-versions';
import { TemplatesService } from '../due-diligence/templates.service';
import { VendorCodes } from '../vendor-codes';
import { VendorDirectory } from '../vendor-directory';
import { vendorEntities } from '../vendors.module';
import { VendorsRepository } from '../vendors.repository';
import { VendorsService } from '../vendors.service';
import { VendorContracts } from './vendor-contracts';
import { VendorGates } from './vendor-gates';
import { VendorMemberships } from './vendor-memberships';
import { VendorMoves } from './vendor-moves';
import { VendorStepsRepository } from './vendor-steps.repository';
import { VendorStepsService } from './vendor-steps.service';

/** What contracts and people would say and do, for specs of vendors alone. */
class StandInContracts extends VendorContracts {
  answer: GateFacts['contract'] = {
    inForce: { reference: 'MSA-1', effectiveFrom: '2026-01-01' },
    next: null,
    blocking: [],
  };

  async standing(): Promise<GateFacts['contract']> {
    return this.answer;
  }
}

class StandInMemberships extends VendorMemberships {
  readonly ended: string[] = [];

  async endAll(_: TenantTransaction, vendorId: string): Promise<number> {
    this.ended.push(vendorId);
    return 2;
  }
}

/** No document is there; with documents: apps/api/src/vendor-end.db.spec.ts. */
const noDocuments = {
  find: async () => new Map(),
  demand: async () => undefined,
} as unknown as DocumentDirectory;

/** A tenant with two managers, a security analyst and everything of vendors, without the rest of the product. */
export class LifeBench {
  readonly clock = new FixedClock(Temporal.Instant.from('2026-03-02T15:00:00Z'));
  readonly contracts = new StandInContracts();
  readonly memberships = new StandInMemberships();
  readonly vendors: VendorsService;
  readonly steps: VendorStepsService;
  readonly dueDiligence: DueDiligenceService;
  readonly templates: TemplatesService;
  tenant!: Tenant;
  ana!: Actor;
  ben!: Actor;

  private constructor(readonly database: TestDatabase) {
    const { door } = database;
    const log = new ActivityLog(this.clock);
    const [vendors, directory] = [new VendorsRepository(), new VendorDirectory()];
    const [items, versions, start] = [
      new DueDiligenceRepository(),
      new TemplateVersions(),
      new DueDiligenceStart(this.clock),
    ];
    const codes = new VendorCodes(log, this.clock);
    this.vendors = new VendorsService(door, vendors, codes, start, log, this.clock);
    this.steps = new VendorStepsService(
      door,
      vendors,
      directory,
      new VendorStepsRepository(),
      new VendorGates(items, this.contracts, this.clock),
      new VendorMoves(vendors, start, this.memberships, log, this.clock),
      this.clock,
    );
    this.dueDiligence = new DueDiligenceService(
      door,
      directory,
      items,
      versions,
      noDocuments,
      log,
      this.clock,
    );
    this.templates = new TemplatesService(door, versions, vendors, start, log, this.clock);
  }

  static async open(): Promise<LifeBench> {
    return new LifeBench(await openTestDatabase([...vendorEntities]));
  }

  async begin(): Promise<void> {
    this.clock.set('2026-03-02T15:00:00Z');
    this.tenant = await this.database.tenant();
    this.ana = actorIn(this.tenant, 'vendor_manager');
    this.ben = actorIn(this.tenant, 'administrator');
  }

  enter(state: NewVendor['state'], change: Partial<NewVendor> = {}): Promise<Vendor> {
    const code = `V${Math.random().toString(36).slice(2, 8)}`;
    const vendor = { code, name: `Vendor ${code}`, criticality: 'high', phiAccess: true };
    const active = state === 'active' ? { activeReason: 'It worked for us before' } : {};
    return this.vendors.create(
      this.ana,
      newVendor.parse({
        ...vendor,
        services: ['voice'],
        timezone: 'America/New_York',
        state,
        ...active,
        ...change,
      }),
    );
  }

  partnerOf({ id }: Vendor): Actor {
    return actorIn(this.tenant, 'vendor_contributor', [id]);
  }

  async items(vendor: Vendor, actor = this.ana): Promise<DueDiligenceItem[]> {
    return (await this.dueDiligence.view(actor, vendor.id)).items;
  }

  async item(vendor: Vendor, code: string, actor = this.ana): Promise<DueDiligenceItem> {
    const found = (await this.items(vendor, actor)).find((each) => each.code === code);
    if (!found) throw new Error(`no item ${code}`);
    return found;
  }

  /** Hands in evidence as Ana and accepts it as Ben, for every item of a gate. */
  async settle(vendor: Vendor, gate: 'activation' | 'ending'): Promise<void> {
    for (const item of (await this.items(vendor)).filter((each) => each.gate === gate)) {
      const note = `Evidence for ${item.code}`;
      await this.dueDiligence.submit(
        this.ana,
        item.id,
        { kind: 'evidence', note, documents: [] },
        item.version,
      );
      await this.dueDiligence.decide(this.ben, item.id, { outcome: 'accepted' }, item.version + 1);
    }
  }

  /** Asked for by Ana, approved by Ben. */
  async take(vendor: Vendor, to: VendorState, endDate?: string): Promise<Vendor> {
    const { version } = await this.vendors.view(this.ana, vendor.id);
    const asked = await this.steps.request(
      this.ana,
      vendor.id,
      { to, reason: 'As planned', ...(endDate === undefined ? {} : { endDate }) },
      version,
    );
    if (asked.state === 'pending')
      await this.steps.decide(this.ben, asked.id, { outcome: 'approved' }, asked.version);
    return this.vendors.view(this.ana, vendor.id);
  }

  async logged(): Promise<{ action: string; detail: Record<string, unknown> }[]> {
    return this.database.door.withTenant(this.ana, (tx) =>
      tx.query('select action, detail from activity_log where tenant_id = $1 order by sequence', [
        this.tenant.id,
      ]),
    );
  }
}
