import { Injectable } from '@nestjs/common';
import { newId, type TenantTransaction } from '@plumbline/platform/database';
import { Clock } from '@plumbline/platform/tenancy';
import { planTakeover, type Takeover, type TemplateItem } from '@plumbline/vendors/schema';
import type { VendorEntity } from '../vendor.entity';
import type { DueDiligenceItemEntity } from './due-diligence-item.entity';
import { DueDiligenceRepository } from './due-diligence.repository';
import type { TemplateVersionEntity } from './template-version.entity';
import { TemplateVersions } from './template-versions';

type AskedVendor = Pick<VendorEntity, 'id' | 'phiAccess' | 'services'>;

/** Which items a vendor has: copied from a version of the template, and by that version until somebody says otherwise. */
@Injectable()
export class DueDiligenceStart {
  constructor(
    private readonly clock: Clock,
    private readonly items: DueDiligenceRepository = new DueDiligenceRepository(),
    private readonly templates: TemplateVersions = new TemplateVersions(),
  ) {}

  /** The items of the version in force, for a vendor that has none yet; answers their codes. */
  async begin(tx: TenantTransaction, vendor: AskedVendor): Promise<string[]> {
    const items = await this.items.ofVendor(tx, vendor.id);
    if (items.length > 0) return [];
    return this.ask(tx, vendor, items, await this.templates.inForce(tx, this.clock.date()));
  }

  /**
   * What its own version asks of it since it sees PHI or runs another service; nothing is taken away. Answers the codes
   * that came.
   */
  async follow(tx: TenantTransaction, vendor: AskedVendor): Promise<string[]> {
    const items = await this.items.ofVendor(tx, vendor.id);
    const number = templateOf(items);
    const version = number === null ? null : await this.templates.find(tx, number);
    return version ? this.ask(tx, vendor, items, version) : [];
  }

  /** Asks by the version in force from now on. */
  async takeOver(tx: TenantTransaction, vendor: AskedVendor): Promise<Takeover> {
    const at = this.clock.date();
    const version = await this.templates.inForce(tx, at);
    const items = await this.items.ofVendor(tx, vendor.id);
    const plan = planTakeover(items, version.items, vendor);
    const [changed, withdrawn] = [new Set(plan.changed), new Set(plan.withdrawn)];
    for (const item of items) {
      const asked = version.items.find(({ code }) => code === item.code);
      if (item.state === 'withdrawn') continue;
      await this.items.update(tx, {
        ...item,
        ...(asked && !withdrawn.has(item.code)
          ? wording(asked, version)
          : { templateNumber: version.number }),
        ...(changed.has(item.code) ? { state: 'open', waivedUntil: null, rejection: null } : {}),
        ...(withdrawn.has(item.code) ? { state: 'withdrawn', waivedUntil: null } : {}),
        updatedAt: at,
        version: item.version + 1,
      } as DueDiligenceItemEntity);
    }
    const added = await this.ask(tx, vendor, items, version);
    return { template: version.number, added, changed: [...changed], withdrawn: [...withdrawn] };
  }

  private async ask(
    tx: TenantTransaction,
    vendor: AskedVendor,
    items: readonly DueDiligenceItemEntity[],
    version: TemplateVersionEntity,
  ): Promise<string[]> {
    const at = this.clock.date();
    const { added } = planTakeover(items, version.items, vendor);
    const before = new Map(items.map((item) => [item.code, item]));
    for (const code of added) {
      const asked = version.items.find((item) => item.code === code);
      if (!asked) continue;
      const known = before.get(code);
      const open = { ...wording(asked, version), state: 'open' as const, waivedUntil: null, rejection: null };
      if (known) {
        await this.items.update(tx, { ...known, ...open, updatedAt: at, version: known.version + 1 });
      } else {
        await this.items.insert(tx, [
          {
            tenantId: tx.tenantId,
            id: newId(),
            vendorId: vendor.id,
            code,
            ...open,
            createdAt: at,
            updatedAt: at,
            version: 1,
          },
        ]);
      }
    }
    return [...added];
  }
}

/** The version of the template that a vendor is asked by. */
export function templateOf(items: readonly DueDiligenceItemEntity[]): number | null {
  return items.length === 0 ? null : Math.max(...items.map(({ templateNumber }) => templateNumber));
}

function wording(asked: TemplateItem, { number, items }: TemplateVersionEntity) {
  const { title, titleEs, guidance, guidanceEs, applies, gate, askedOf } = asked;
  const position = items.findIndex(({ code }) => code === asked.code);
  return { title, titleEs, guidance, guidanceEs, applies, gate, askedOf, position, templateNumber: number };
}
