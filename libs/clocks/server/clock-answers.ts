import type { Clock, ClockState } from '@plumbline/clocks/schema';
import type { VendorFacts } from '@plumbline/vendors/server';
import type { ClockRow, StageRow } from './clock-row';
import { stagesOf } from './next-stage';

export function clockState(
  { metAt, cancelledAt, deadlineAt }: Pick<ClockRow, 'metAt' | 'cancelledAt' | 'deadlineAt'>,
  now: Date,
): ClockState {
  if (cancelledAt !== null) return 'cancelled';
  if (metAt !== null) return metAt <= deadlineAt ? 'met' : 'late';
  return now > deadlineAt ? 'late' : 'running';
}

export function toClock(
  clock: ClockRow,
  facts: {
    readonly stages: readonly StageRow[];
    readonly vendor: VendorFacts | undefined;
    readonly label: string;
    readonly now: Date;
  },
): Clock {
  const { rule } = clock;
  const acted = new Map(
    facts.stages.filter(({ clockId }) => clockId === clock.id).map((row) => [row.stage, row]),
  );
  return {
    id: clock.id,
    vendor: {
      id: clock.vendorId,
      name: facts.vendor?.name ?? '',
      timezone: facts.vendor?.timezone ?? 'UTC',
    },
    subject: { kind: clock.subjectKind, id: clock.subjectId, label: facts.label },
    policy: { code: clock.policyCode, version: clock.policyVersion, ...rule.policy },
    legs: [...rule.legs],
    startsAt: clock.startsAt,
    metBy: rule.metBy,
    timezone: rule.timezone,
    state: clockState(clock, facts.now),
    startedAt: clock.startedAt.toISOString(),
    deadlineAt: clock.deadlineAt.toISOString(),
    metAt: clock.metAt?.toISOString() ?? null,
    cancelledAt: clock.cancelledAt?.toISOString() ?? null,
    cancelReason: clock.cancelReason,
    isDrill: clock.isDrill,
    stages: stagesOf(clock).map(({ stage, at }) => ({
      stage,
      at: (acted.get(stage)?.at ?? at).toISOString(),
      noticedAt: acted.get(stage)?.noticedAt.toISOString() ?? null,
    })),
    trace: clock.trace.map(({ rule: name, facts: said }) => ({ rule: name, facts: { ...said } })),
    now: facts.now.toISOString(),
  };
}
