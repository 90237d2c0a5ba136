import { type Amount, Exact, parseExact, writeExact } from '../decimals';
import type { MetricFamily } from '../kpis/default-metric';
import { type Outcome, fail, succeed } from '../outcome';
import type { Trace } from '../trace';

export interface SpeedBalance {
  readonly speed: string;
  readonly qualityAndCompliance: string;
  /** True where speed outweighs and a recorded reason allows it. */
  readonly excepted: boolean;
  readonly trace: Trace;
}

/**
 * Weights and money follow quality and compliance, not only speed (K10): weights or credit allocations whose speed
 * share is larger than quality and compliance together are refused as `speed.outweighs`, unless a reason is
 * recorded. Equal shares pass.
 */
export function checkSpeedWeight(
  weights: readonly { readonly family?: MetricFamily; readonly weight: Amount }[],
  recordedReason: string | null = null,
): Outcome<SpeedBalance> {
  let speed = new Exact(0);
  let trust = new Exact(0);
  for (const [index, { family, weight }] of weights.entries()) {
    const exact = parseExact(weight, `weights.${index}.weight`);
    if (!exact.ok) {
      return exact;
    }
    if (family === 'speed') {
      speed = speed.plus(exact.value);
    } else if (family === 'quality' || family === 'compliance') {
      trust = trust.plus(exact.value);
    }
  }
  const outweighs = speed.gt(trust);
  const reason = recordedReason?.trim() ?? '';
  if (outweighs && reason === '') {
    return fail(
      'speed.outweighs',
      `Speed weighs ${writeExact(speed)}, quality and compliance ${writeExact(trust)}: record a reason.`,
      'weights',
    );
  }
  const facts = {
    speed: writeExact(speed),
    qualityAndCompliance: writeExact(trust),
    reason: outweighs ? reason : null,
  };
  return succeed({
    speed: facts.speed,
    qualityAndCompliance: facts.qualityAndCompliance,
    excepted: outweighs,
    trace: [{ rule: outweighs ? 'score.speedExcepted' : 'score.speedBalanced', facts }],
  });
}
