import { Injectable } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import { ActivityLog } from '@plumbline/platform/activity-log';
import { Door, newId, type TenantTransaction } from '@plumbline/platform/database';
import { NotFoundError } from '@plumbline/platform/errors';
import { readCursor, toPage } from '@plumbline/platform/http';
import { type Actor, Clock } from '@plumbline/platform/tenancy';
import type { Breach, BreachComment, BreachStep, BreachSummary, listBreaches } from '@plumbline/slas/schema';
import { type BreachRow, BreachesRepository, type CommentRow, type StepRow } from './breaches.repository';
import { toFigure, toReason } from './result-answers';
import { stateOfColumn } from './state-columns';
import { toTarget } from './terms.repository';

@Injectable()
export class BreachesService {
  constructor(
    private readonly door: Door,
    private readonly breaches: BreachesRepository,
    private readonly activityLog: ActivityLog,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, { limit, cursor, month, vendorId, kind, open }: InputOf<typeof listBreaches>['query']) {
    return this.door.withTenant(actor, async (tx) => {
      const after = readCursor(cursor, 2) as [string, string] | null;
      const rows = await this.breaches.list(tx, {
        month,
        vendorId,
        kind,
        open: open === undefined ? undefined : open === 'true',
        after,
        limit: limit + 1,
      });
      return toPage(rows, limit, toSummary, (row) => [row.month, row.id]);
    });
  }

  view(actor: Actor, id: string): Promise<Breach> {
    return this.door.withTenant(actor, async (tx) => {
      const row = await this.row(tx, id);
      const steps = await this.breaches.steps(
        tx,
        [row.opened_by_result, row.closed_by_result].filter((step) => step !== null),
      );
      const comments = await this.breaches.comments(tx, id);
      return {
        ...toSummary(row),
        contract: {
          id: row.contract_id,
          reference: row.contract_reference,
          versionNumber: row.contract_version,
        },
        openedBy: toStep(steps.find((step) => step.id === row.opened_by_result)),
        closedBy: toStep(steps.find((step) => step.id === row.closed_by_result)),
        reporting: await this.reporting(tx, row),
        waiver: row.waiver,
        comments: comments.map(toComment),
      };
    });
  }

  comment(actor: Actor, id: string, text: string): Promise<BreachComment> {
    return this.door.withTenant(actor, async (tx) => {
      const breach = await this.row(tx, id);
      const comment: CommentRow = {
        id: newId(),
        side: actor.side,
        author_name: actor.name,
        text,
        created_at: this.clock.date(),
      };
      await this.breaches.addComment(tx, breach, comment);
      await this.activityLog.append(tx, {
        action: 'breach-commented',
        thing: 'breach',
        thingId: id,
        vendorId: breach.vendor_id,
        detail: { commentId: comment.id },
      });
      return toComment(comment);
    });
  }

  private async row(tx: TenantTransaction, id: string): Promise<BreachRow> {
    const row = await this.breaches.find(tx, id);
    if (!row) throw new NotFoundError('breach');
    return row;
  }

  private async reporting(tx: TenantTransaction, row: BreachRow): Promise<Breach['reporting']> {
    if (row.kind !== 'reporting_duty') return null;
    const duty = await this.breaches.duty(tx, row.contract_version_id, row.month);
    if (!duty) return null;
    return {
      dueAt: duty.due_at.toISOString(),
      timezone: row.timezone,
      receivedAt: duty.received_at?.toISOString() ?? null,
      file:
        duty.file_id === null || duty.file_name === null ? null : { id: duty.file_id, name: duty.file_name },
    };
  }
}

function toSummary(row: BreachRow): BreachSummary {
  return {
    id: row.id,
    kind: row.kind,
    vendor: { id: row.vendor_id, code: row.vendor_code, name: row.vendor_name },
    month: row.month,
    sla:
      row.sla_id === null
        ? null
        : {
            id: row.sla_id,
            name: row.sla_name,
            segment: {
              lineOfBusiness: row.line_of_business,
              channel: row.channel,
              queue: row.queue,
              language: row.language,
            },
            target: toTarget(row),
          },
    clock: toLateClock(row),
    result:
      row.result_id === null
        ? null
        : { ...toFigure(row), id: row.result_id, revision: row.revision ?? 1, unit: row.unit },
    breachedAt: row.breached_at.toISOString(),
    openedAt: row.opened_at.toISOString(),
    closedAt: row.closed_at?.toISOString() ?? null,
    closingReason: row.closing_reason,
  };
}

function toLateClock(row: BreachRow): BreachSummary['clock'] {
  const { clock_id: id, clock_deadline_at: deadlineAt, clock_met_at: metAt } = row;
  if (id === null || deadlineAt === null) return null;
  const { incident_id: incidentId, incident_reference: reference, incident_title: title } = row;
  return {
    id,
    policy: row.clock_policy ?? '',
    policyEs: row.clock_policy_es ?? '',
    deadlineAt: deadlineAt.toISOString(),
    metAt: metAt?.toISOString() ?? null,
    incident: incidentId === null ? null : { id: incidentId, reference: reference ?? '', title: title ?? '' },
  };
}

function toStep(row: StepRow | undefined): BreachStep | null {
  if (!row) return null;
  return {
    resultId: row.id,
    revision: row.revision,
    state: stateOfColumn(row.state),
    value: row.value,
    evaluatedAt: row.evaluated_at.toISOString(),
    reason: toReason(row),
  };
}

function toComment({ id, side, author_name, text, created_at }: CommentRow): BreachComment {
  return { id, side, author: author_name, text, createdAt: created_at.toISOString() };
}
