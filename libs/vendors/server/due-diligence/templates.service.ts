import { Injectable } from '@nestjs/common';
import { ActivityLog } from '@plumbline/platform/activity-log';
import { Door, type TenantTransaction } from '@plumbline/platform/database';
import { NotFoundError, RuleBrokenError } from '@plumbline/platform/errors';
import { demandVersion } from '@plumbline/platform/http';
import { type Actor, Clock } from '@plumbline/platform/tenancy';
import {
  defaultItems,
  type NewTemplateVersion,
  type Takeover,
  type Template,
} from '@plumbline/vendors/schema';
import { VendorsRepository } from '../vendors.repository';
import { DueDiligenceStart } from './due-diligence-start';
import type { TemplateVersionEntity } from './template-version.entity';
import { TemplateVersions } from './template-versions';

/** What the tenant asks of its vendors, in versions; what runs keeps the one it began with. */
@Injectable()
export class TemplatesService {
  constructor(
    private readonly door: Door,
    private readonly templates: TemplateVersions,
    private readonly vendors: VendorsRepository,
    private readonly start: DueDiligenceStart,
    private readonly activityLog: ActivityLog,
    private readonly clock: Clock,
  ) {}

  view(actor: Actor, number?: number): Promise<Template> {
    return this.door.withTenant(actor, (tx) => this.answer(tx, number));
  }

  add(actor: Actor, { reason, items }: NewTemplateVersion, version: number): Promise<Template> {
    return this.door.withTenant(actor, async (tx) => {
      const at = this.clock.date();
      // the line in the log comes first: it makes two who add a version at once wait for each other
      await this.activityLog.append(tx, {
        action: 'due-diligence-template-changed',
        thing: 'due-diligence-template',
        thingId: tx.tenantId,
        detail: { number: version + 1, reason, items: items.map(({ code }) => code) },
      });
      const newest = await this.templates.inForce(tx, at);
      demandVersion(newest.number, version);
      await this.templates.insert(tx, {
        tenantId: tx.tenantId,
        number: version + 1,
        items,
        reason,
        madeBy: actor.id,
        madeByName: actor.name,
        madeAt: at,
      });
      return this.answer(tx);
    });
  }

  /** Asks a vendor by the newest version: the only way in which a later version reaches what runs. */
  takeOver(actor: Actor, vendorId: string, reason: string, version: number): Promise<Takeover> {
    return this.door.withTenant(actor, async (tx) => {
      const vendor = await this.vendors.findForChange(tx, vendorId);
      if (!vendor) throw new NotFoundError('vendor');
      demandVersion(vendor.version, version);
      if (vendor.state === 'prospect' || vendor.state === 'ended')
        throw new RuleBrokenError(
          'vendor-state',
          `A vendor that is ${vendor.state} is asked nothing: its checklist begins with onboarding.`,
        );
      const done = await this.start.takeOver(tx, vendor);
      await this.activityLog.append(tx, {
        action: 'due-diligence-template-taken-over',
        thing: 'vendor',
        thingId: vendorId,
        vendorId,
        detail: { reason, ...done },
      });
      return done;
    });
  }

  private async answer(tx: TenantTransaction, number?: number): Promise<Template> {
    const versions = await this.templates.all(tx);
    // a tenant from before there was a template has the defaults, and keeps them once something begins with them
    if (versions.length === 0) versions.push(defaultsOf(tx));
    const shown = number === undefined ? versions.at(-1) : versions.find((each) => each.number === number);
    if (!shown) throw new NotFoundError('template version');
    return {
      ...toSummary(shown),
      items: shown.items,
      versions: versions.map(toSummary),
      version: versions.at(-1)?.number ?? 1,
    };
  }
}

function defaultsOf({ tenantId }: TenantTransaction): TemplateVersionEntity {
  const madeAt = new Date(0);
  return {
    tenantId,
    number: 1,
    items: [...defaultItems],
    reason: null,
    madeBy: null,
    madeByName: null,
    madeAt,
  };
}

function toSummary({ number, reason, madeByName, madeAt }: TemplateVersionEntity) {
  return { number, reason, madeBy: madeByName, madeAt: madeAt.toISOString() };
}
