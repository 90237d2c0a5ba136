import { Injectable } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import type { Clock as ClockAnswer, ClockSubject, listClocks } from '@plumbline/clocks/schema';
import { Door, type TenantTransaction } from '@plumbline/platform/database';
import { readCursor, toPage } from '@plumbline/platform/http';
import { type Actor, Clock } from '@plumbline/platform/tenancy';
import { VendorDirectory } from '@plumbline/vendors/server';
import { toClock } from './clock-answers';
import type { ClockRow } from './clock-row';
import { ClockSubjects } from './clock-subjects';
import { ClocksRepository } from './clocks.repository';

@Injectable()
export class ClocksService {
  constructor(
    private readonly door: Door,
    private readonly clocks: ClocksRepository,
    private readonly vendors: VendorDirectory,
    private readonly subjects: ClockSubjects,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, { state, vendorId, drills, limit, cursor }: InputOf<typeof listClocks>['query']) {
    const after = readCursor(cursor, 'instant', 'uuid');
    return this.door.withTenant(actor, async (tx) => {
      const search = { state, vendorId, drills: drills === 'true', now: this.clock.date() };
      const rows = await this.clocks.list(tx, { ...search, after, limit: limit + 1 });
      const answers = new Map((await this.answers(tx, rows)).map((answer) => [answer.id, answer]));
      return toPage(
        rows,
        limit,
        ({ id }) => answers.get(id) as ClockAnswer,
        ({ deadlineAt, id }) => [deadlineAt.toISOString(), id],
      );
    });
  }

  /** The clocks of some subjects, as they stand. */
  async of(tx: TenantTransaction, kind: ClockSubject, ids: readonly string[]): Promise<ClockAnswer[]> {
    return this.answers(tx, await this.clocks.of(tx, kind, ids));
  }

  private async answers(tx: TenantTransaction, rows: readonly ClockRow[]): Promise<ClockAnswer[]> {
    const stages = await this.clocks.stages(
      tx,
      rows.map(({ id }) => id),
    );
    const vendors = await this.vendors.find(
      tx,
      rows.map(({ vendorId }) => vendorId),
    );
    const labels = new Map<string, string>();
    for (const [kind, of] of Map.groupBy(rows, ({ subjectKind }) => subjectKind)) {
      const ids = of.map(({ subjectId }) => subjectId);
      for (const [id, label] of await this.subjects.of(kind).labels(tx, ids)) labels.set(id, label);
    }
    return rows.map((row) =>
      toClock(row, {
        stages,
        vendor: vendors.get(row.vendorId),
        label: labels.get(row.subjectId) ?? '',
        now: this.clock.date(),
      }),
    );
  }
}
