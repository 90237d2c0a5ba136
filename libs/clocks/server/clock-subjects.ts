import { Injectable } from '@nestjs/common';
import type { ClockSubject } from '@plumbline/clocks/schema';
import type { TenantTransaction } from '@plumbline/platform/database';
import type { ClockRow } from './clock-row';
import type { PlannedStage } from './next-stage';

/** A clock some of whose stages have just been recorded as passed; `stage` is the furthest of them. */
export interface AdvancedClock {
  readonly clock: ClockRow;
  readonly stage: PlannedStage;
}

/** What clocks ask of the thing that they run for. */
export interface ClockSubjectKind {
  readonly kind: ClockSubject;
  /** What people call it; an id that the actor may not see has none. */
  labels(tx: TenantTransaction, ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Tells people, and records the breach, in the transaction that records the stages. Called once for each stage told. */
  advanced?(tx: TenantTransaction, clocks: readonly AdvancedClock[]): Promise<void>;
}

/** The things that clocks run for: each says so when its module starts (clocks know of no other thing's server). */
@Injectable()
export class ClockSubjects {
  private readonly kinds = new Map<ClockSubject, ClockSubjectKind>();

  register(kind: ClockSubjectKind): void {
    this.kinds.set(kind.kind, kind);
  }

  of(kind: ClockSubject): ClockSubjectKind {
    const found = this.kinds.get(kind);
    if (!found) throw new Error(`no thing has said that clocks run for it as "${kind}"`);
    return found;
  }
}
