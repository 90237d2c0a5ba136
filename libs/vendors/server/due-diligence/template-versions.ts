import { Injectable } from '@nestjs/common';
import type { TenantTransaction } from '@plumbline/platform/database';
import { defaultItems } from '@plumbline/vendors/schema';
import { TemplateVersionEntity } from './template-version.entity';

/** The versions of a tenant's due-diligence template. */
@Injectable()
export class TemplateVersions {
  /** Oldest first. */
  all(tx: TenantTransaction): Promise<TemplateVersionEntity[]> {
    return tx.manager.find(TemplateVersionEntity, {
      where: { tenantId: tx.tenantId },
      order: { number: 'asc' },
    });
  }

  find(tx: TenantTransaction, number: number): Promise<TemplateVersionEntity | null> {
    return tx.manager.findOneBy(TemplateVersionEntity, { tenantId: tx.tenantId, number });
  }

  /** The version in force: the newest. A tenant from before there was a template gets the defaults now. */
  async inForce(tx: TenantTransaction, at: Date): Promise<TemplateVersionEntity> {
    const newest = await this.newest(tx);
    if (newest) return newest;
    await this.seed(tx, at);
    const seeded = await this.newest(tx);
    if (!seeded) throw new Error('the default template was not made');
    return seeded;
  }

  newest(tx: TenantTransaction): Promise<TemplateVersionEntity | null> {
    return tx.manager.findOne(TemplateVersionEntity, {
      where: { tenantId: tx.tenantId },
      order: { number: 'desc' },
    });
  }

  /** Gives a tenant the default items as its first version; repeating it changes nothing. */
  async seed(tx: TenantTransaction, at: Date): Promise<void> {
    await tx.query(
      `insert into due_diligence_template_version (tenant_id, number, items, made_at) values ($1, 1, $2, $3)
       on conflict (tenant_id, number) do nothing`,
      [tx.tenantId, JSON.stringify(defaultItems), at],
    );
  }

  async insert(tx: TenantTransaction, version: TemplateVersionEntity): Promise<void> {
    await tx.manager.insert(TemplateVersionEntity, version);
  }
}
