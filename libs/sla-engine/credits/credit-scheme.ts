import type { Band } from '../bands';
import type { Amount } from '../decimals';
import type { Target } from '../targets/target';

/** The share of a failure's money that a value in this band costs. */
export interface CreditBand extends Band {
  readonly share: Amount;
}

/** How a failure turns into a share of its money; all shares are shares of one (0.10 is 10 %). */
export type CreditMethod =
  /** The whole allocation is lost. */
  | { readonly kind: 'allocation' }
  /** The band the value fell into says which share of the allocation is lost. */
  | { readonly kind: 'bands'; readonly bands: readonly CreditBand[] }
  /** Each point costs `value` of the pool; points times the repeat multiplier are added. */
  | { readonly kind: 'points'; readonly value: Amount }
  /** Each full point of the gap costs `share` of the allocation; a point is 0.01 unless said otherwise. */
  | { readonly kind: 'perFullPoint'; readonly share: Amount; readonly pointSize?: Amount }
  /** The gap itself is the share: target less value, or that divided by the target. */
  | { readonly kind: 'percentageGap'; readonly gap: 'absolute' | 'relative' };

export interface CreditCaps {
  /** Most that one failure may cost, as a share of the fee. */
  readonly perFailure?: Amount;
  /** Most that the month may cost, as a share of the fee; the at-risk share caps it anyway. */
  readonly month?: Amount;
  /** Most that the month may cost, in money. */
  readonly amount?: Amount;
  /** Most that the contract year may cost, in money, and what was credited in it before. */
  readonly year?: { readonly amount: Amount; readonly credited: Amount };
}

/** Which failure pays where one event failed several SLAs (semantics rule 24). */
export type CreditElection =
  | { readonly rule: 'larger' }
  | { readonly rule: 'smaller' }
  | { readonly rule: 'order'; readonly order: readonly string[] };

export interface CreditScheme {
  /** The fee of the period, in money. */
  readonly fee: Amount;
  /** Share of the fee that credits may take at most. */
  readonly atRisk: Amount;
  /** Share of the at-risk amount that is spread over the SLAs; above 1 where allocations may add to more than is at risk. */
  readonly pool: Amount;
  readonly method: CreditMethod;
  readonly caps?: CreditCaps;
  /** Multipliers for the first, second, … miss in a row; the last one goes on. */
  readonly repeat?: readonly Amount[];
  readonly election?: CreditElection;
  /** Decimal places of the currency, 2 unless said otherwise. */
  readonly minorUnits?: number;
}

export interface CreditFailure {
  readonly sla: string;
  /** The event that caused it, where several failures may share one. */
  readonly event?: string;
  /** Share of the pool this SLA stands for; 1 when not said. */
  readonly allocation?: Amount;
  /** Its own pool, where a contract spreads the at-risk amount over several; the scheme's when not said. */
  readonly pool?: Amount;
  /** How this SLA's failures turn into money, where SLAs differ in it; the scheme's when not said. */
  readonly method?: CreditMethod;
  /** Needed by bands and gaps. */
  readonly value?: Amount;
  readonly target?: Target;
  /** Needed by points. */
  readonly points?: Amount;
  /** Which miss in a row this is: 1 is the first. */
  readonly occurrence?: number;
  /** False where the insurer chose not to take this credit; it stays listed. */
  readonly elected?: boolean;
}
