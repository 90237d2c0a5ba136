import type { RandomStream } from './random-stream';

/** How handle times spread around their mean: all alike, Erlang's assumption, or the long tail of real calls. */
export const handleTimeKinds = ['deterministic', 'exponential', 'lognormal'] as const;
export type HandleTimeKind = (typeof handleTimeKinds)[number];

export interface HandleTimeDistribution {
  readonly kind: HandleTimeKind;
  /** Standard deviation ÷ mean; of the log-normal only. */
  readonly variation: number;
}

/** One handle time with the given mean. */
export function drawHandleTime(
  { kind, variation }: HandleTimeDistribution,
  mean: number,
  random: RandomStream,
): number {
  switch (kind) {
    case 'deterministic':
      return mean;
    case 'exponential':
      return random.exponential(mean);
    case 'lognormal': {
      const variance = Math.log(1 + variation * variation);
      return mean * Math.exp(Math.sqrt(variance) * random.normal() - variance / 2);
    }
  }
}
