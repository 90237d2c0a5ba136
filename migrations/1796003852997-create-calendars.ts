import { tenantTable } from '@plumbline/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Calendars of the insurer, which its vendors read; a version is written once and never changes. */
export class CreateCalendars1796003852997 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `create table calendar (
         tenant_id uuid not null references tenant (id),
         id uuid not null,
         name text not null,
         created_at timestamptz not null,
         updated_at timestamptz not null,
         version integer not null default 1,
         primary key (tenant_id, id),
         unique (tenant_id, name)
       )`,
      ...tenantTable('calendar', { insurerWrites: true, grants: 'select, insert, update' }),

      `create table calendar_version (
         tenant_id uuid not null references tenant (id),
         calendar_id uuid not null,
         number integer not null check (number >= 1),
         timezone text not null,
         hours jsonb not null,
         holidays jsonb not null check (jsonb_typeof(holidays) = 'array'),
         reason text,
         reviewed_by text not null,
         reviewed_by_name text not null,
         reviewed_at timestamptz not null,
         known_from timestamptz not null,
         primary key (tenant_id, calendar_id, number),
         unique (tenant_id, calendar_id, known_from),
         foreign key (tenant_id, calendar_id) references calendar (tenant_id, id)
       )`,
      ...tenantTable('calendar_version', { insurerWrites: true, grants: 'select, insert' }),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table calendar_version');
    await runner.query('drop table calendar');
  }
}
