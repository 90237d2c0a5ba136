import type { ClockStage, ClockSubject, RuleLeg } from '@plumbline/clocks/schema';
import type { EngineTerms } from '@plumbline/calendars/schema';
import type { Milestone, Trace } from '@plumbline/sla-engine';

/** What a clock was started by, as agreed then: later changes of the policy do not reach it (semantics rule 10). */
export interface ClockRule {
  readonly policy: {
    readonly name: string;
    readonly nameEs: string;
    readonly source: { readonly title: string; readonly url: string | null };
    readonly owedBy: 'vendor' | 'insurer';
  };
  readonly legs: readonly RuleLeg[];
  readonly metBy: Milestone;
  readonly timezone: string;
  /** As known at the start (semantics rule 8). */
  readonly calendar: EngineTerms | null;
  readonly respectHours: boolean;
}

export interface ClockRow {
  readonly id: string;
  readonly vendorId: string;
  readonly subjectKind: ClockSubject;
  readonly subjectId: string;
  readonly policyCode: string;
  readonly policyVersion: number;
  readonly contractVersionId: string | null;
  readonly rule: ClockRule;
  readonly startsAt: Milestone;
  readonly startedAt: Date;
  readonly deadlineAt: Date;
  readonly trace: Trace;
  readonly metAt: Date | null;
  readonly cancelledAt: Date | null;
  readonly cancelReason: string | null;
  readonly isDrill: boolean;
  /** Entered after the fact: judged, and nobody is told. */
  readonly isPast: boolean;
  readonly nextStage: ClockStage | null;
  readonly nextAt: Date | null;
}

export const CLOCK_COLUMNS = `id, vendor_id as "vendorId", subject_kind as "subjectKind", subject_id as "subjectId",
  policy_code as "policyCode", policy_version as "policyVersion", contract_version_id as "contractVersionId", rule,
  starts_at as "startsAt", started_at as "startedAt", deadline_at as "deadlineAt", trace, met_at as "metAt",
  cancelled_at as "cancelledAt", cancel_reason as "cancelReason", is_drill as "isDrill", is_past as "isPast",
  next_stage as "nextStage", next_at as "nextAt"`;

/** A stage that was acted on. */
export interface StageRow {
  readonly clockId: string;
  readonly stage: ClockStage;
  readonly at: Date;
  readonly noticedAt: Date;
}
