import type { Holiday, WeeklyHours } from '@plumbline/calendars/schema';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Hours and holidays as reviewed; written once. */
@Entity('calendar_version')
export class CalendarVersionEntity {
  @PrimaryColumn({ name: 'tenant_id', type: 'uuid' })
  tenantId!: string;

  @PrimaryColumn({ name: 'calendar_id', type: 'uuid' })
  calendarId!: string;

  @PrimaryColumn({ type: 'integer' })
  number!: number;

  @Column({ type: 'text' })
  timezone!: string;

  @Column({ type: 'jsonb' })
  hours!: WeeklyHours;

  @Column({ type: 'jsonb' })
  holidays!: Holiday[];

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ name: 'reviewed_by', type: 'text' })
  reviewedBy!: string;

  @Column({ name: 'reviewed_by_name', type: 'text' })
  reviewedByName!: string;

  @Column({ name: 'reviewed_at', type: 'timestamptz' })
  reviewedAt!: Date;

  /** From this instant on it is the version people can look up (semantics rule 8). */
  @Column({ name: 'known_from', type: 'timestamptz' })
  knownFrom!: Date;
}
