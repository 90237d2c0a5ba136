import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Tenant } from '../tenancy';

/** The tenants of this installation: a small reference table, read by slug or id. Holds no tenant's rows. */
@Injectable()
export class TenantDirectory {
  constructor(private readonly dataSource: DataSource) {}

  async bySlug(slug: string): Promise<Tenant | null> {
    const [row] = await this.dataSource.query<Tenant[]>(
      'select id, slug, name, timezone, colour from tenant where slug = $1',
      [slug],
    );
    return row ?? null;
  }

  async byId(id: string): Promise<Tenant | null> {
    const [row] = await this.dataSource.query<Tenant[]>(
      'select id, slug, name, timezone, colour from tenant where id = $1',
      [id],
    );
    return row ?? null;
  }

  all(): Promise<Tenant[]> {
    return this.dataSource.query<Tenant[]>(
      'select id, slug, name, timezone, colour from tenant order by slug',
    );
  }
}
