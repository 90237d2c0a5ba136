/**
 * A thing's server: controller → service → repository, and the spec of what outsiders are denied.
 */
import { projectFile } from './project-template.mjs';
import { denialSpec } from './denial-spec-template.mjs';

/**
 * @param {import('./words.mjs').Words} words
 * @returns {Record<string, string>}
 */
export function serverFiles(words) {
  const { things, thing, Things, Thing, thingName, thingsName, table, phrase } = words;
  const folder = `libs/${things}/server`;
  return {
    ...projectFile(words, 'server'),
    ...denialSpec(words),
    [`${folder}/index.ts`]: `export * from './${things}.module';
`,
    [`${folder}/${thing}.entity.ts`]: `import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('${table}')
export class ${Thing}Entity {
  @PrimaryColumn({ name: 'tenant_id', type: 'uuid' })
  tenantId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'vendor_id', type: 'uuid' })
  vendorId!: string;

  @Column({ type: 'text' })
  title!: string;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ type: 'integer' })
  version!: number;
}
`,
    [`${folder}/${thing}-answers.ts`]: `import type { ${Thing}, ${Thing}Summary } from '@plumbline/${things}/schema';
import type { ${Thing}Entity } from './${thing}.entity';

export function to${Thing}Summary({ id, vendorId, title, createdAt }: ${Thing}Entity): ${Thing}Summary {
  return { id, vendorId, title, createdAt: createdAt.toISOString() };
}

export function to${Thing}(${thingName}: ${Thing}Entity): ${Thing} {
  return { ...to${Thing}Summary(${thingName}), version: ${thingName}.version };
}
`,
    [`${folder}/${things}.repository.ts`]: `import { Injectable } from '@nestjs/common';
import type { TenantTransaction } from '@plumbline/platform/database';
import { ${Thing}Entity } from './${thing}.entity';

@Injectable()
export class ${Things}Repository {
  /** Newest first; \`after\`: instant and id of the last one of the page before. */
  list(tx: TenantTransaction, after: readonly [string, string] | null, limit: number): Promise<${Thing}Entity[]> {
    const query = tx.manager
      .createQueryBuilder(${Thing}Entity, '${thingName}')
      .where('${thingName}.tenant_id = :tenantId', { tenantId: tx.tenantId })
      .orderBy('${thingName}.createdAt', 'DESC')
      .addOrderBy('${thingName}.id', 'DESC')
      .limit(limit);
    if (after !== null) {
      query.andWhere('(${thingName}.created_at, ${thingName}.id) < (:afterAt, :afterId)', {
        afterAt: after[0],
        afterId: after[1],
      });
    }
    return query.getMany();
  }

  find(tx: TenantTransaction, id: string): Promise<${Thing}Entity | null> {
    return tx.manager.findOneBy(${Thing}Entity, { tenantId: tx.tenantId, id });
  }

  async insert(tx: TenantTransaction, ${thingName}: ${Thing}Entity): Promise<void> {
    await tx.manager.insert(${Thing}Entity, ${thingName});
  }
}
`,
    [`${folder}/${things}.service.ts`]: `import { Injectable } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import type { list${Things}, New${Thing}, ${Thing} } from '@plumbline/${things}/schema';
import { ActivityLog } from '@plumbline/platform/activity-log';
import { Door, newId } from '@plumbline/platform/database';
import { NotFoundError } from '@plumbline/platform/errors';
import { readCursor, toPage } from '@plumbline/platform/http';
import { type Actor, Clock } from '@plumbline/platform/tenancy';
import { VendorDirectory } from '@plumbline/vendors/server';
import { to${Thing}, to${Thing}Summary } from './${thing}-answers';
import { ${Things}Repository } from './${things}.repository';

@Injectable()
export class ${Things}Service {
  constructor(
    private readonly door: Door,
    private readonly ${thingsName}: ${Things}Repository,
    private readonly vendors: VendorDirectory,
    private readonly activityLog: ActivityLog,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, { limit, cursor }: InputOf<typeof list${Things}>['query']) {
    const after = readCursor(cursor, 'instant', 'uuid');
    return this.door.withTenant(actor, async (tx) => {
      const rows = await this.${thingsName}.list(tx, after, limit + 1);
      return toPage(rows, limit, to${Thing}Summary, (row) => [row.createdAt.toISOString(), row.id]);
    });
  }

  view(actor: Actor, id: string): Promise<${Thing}> {
    return this.door.withTenant(actor, async (tx) => {
      const found = await this.${thingsName}.find(tx, id);
      if (!found) throw new NotFoundError('${phrase}');
      return to${Thing}(found);
    });
  }

  create(actor: Actor, { vendorId, title }: New${Thing}): Promise<${Thing}> {
    return this.door.withTenant(actor, async (tx) => {
      const known = await this.vendors.find(tx, [vendorId]);
      if (!known.has(vendorId)) throw new NotFoundError('vendor');
      const made = { tenantId: tx.tenantId, id: newId(), vendorId, title, createdAt: this.clock.date(), version: 1 };
      await this.${thingsName}.insert(tx, made);
      await this.activityLog.append(tx, {
        action: '${thing}-created',
        thing: '${thing}',
        thingId: made.id,
        vendorId,
      });
      return to${Thing}(made);
    });
  }
}
`,
    [`${folder}/${things}.controller.ts`]: `import { Controller } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import { create${Thing}, list${Things}, view${Thing} } from '@plumbline/${things}/schema';
import { CurrentActor, Handles, Input } from '@plumbline/platform/http';
import type { Actor } from '@plumbline/platform/tenancy';
import { ${Things}Service } from './${things}.service';

@Controller()
export class ${Things}Controller {
  constructor(private readonly ${thingsName}: ${Things}Service) {}

  @Handles(list${Things})
  list(@CurrentActor() actor: Actor, @Input() { query }: InputOf<typeof list${Things}>) {
    return this.${thingsName}.list(actor, query);
  }

  @Handles(create${Thing})
  create(@CurrentActor() actor: Actor, @Input() { body }: InputOf<typeof create${Thing}>) {
    return this.${thingsName}.create(actor, body);
  }

  @Handles(view${Thing})
  view(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof view${Thing}>) {
    return this.${thingsName}.view(actor, params.${thingName}Id);
  }
}
`,
    [`${folder}/${things}.module.ts`]: `import { Module } from '@nestjs/common';
import { VendorReadModule } from '@plumbline/vendors/server';
import { ${Thing}Entity } from './${thing}.entity';
import { ${Things}Controller } from './${things}.controller';
import { ${Things}Repository } from './${things}.repository';
import { ${Things}Service } from './${things}.service';

export const ${thingName}Entities = [${Thing}Entity] as const;

@Module({
  imports: [VendorReadModule],
  controllers: [${Things}Controller],
  providers: [${Things}Service, ${Things}Repository],
})
export class ${Things}Module {}
`,
  };
}
