import type { ItemStanding } from '../due-diligence/standing';
import { type ItemGate, type RequirementCode, vendorStepRule, type VendorStepRule } from './vendor-steps';

/** Why a requirement is met or open; what stands in its sentence is among the parameters. */
export const requirementReasons = [
  // services
  'named',
  'none',
  // due-diligence-item
  'accepted',
  'waived',
  'open',
  'submitted',
  'rejected',
  'waiver-expired',
  // due-diligence-begun
  'no-items',
  // contract-active
  'in-force',
  'not-in-force-yet',
  'no-contract',
  // contract-findings
  'clear',
  'blocking',
  // end-date
  'set',
  'missing',
  // end-date-reached
  'reached',
  'ahead',
] as const;
export type RequirementReason = (typeof requirementReasons)[number];

/** One line of a gate, as data: whoever shows it says it in the reader's language. */
export interface Requirement {
  readonly code: RequirementCode;
  readonly met: boolean;
  readonly reason: RequirementReason;
  readonly parameters: Readonly<Record<string, string | number | null>>;
  /** The due-diligence item it is about. */
  readonly itemId: string | null;
}

export interface GateFacts {
  readonly services: readonly string[];
  readonly items: readonly {
    readonly id: string;
    readonly title: string;
    readonly titleEs: string | null;
    readonly gate: ItemGate;
    readonly standing: ItemStanding;
    /** The last local date on which the waiver holds. */
    readonly waivedUntil: string | null;
  }[];
  readonly contract: {
    /** The contract in force today, and the first one to come. */
    readonly inForce: ContractInForce | null;
    readonly next: ContractInForce | null;
    /** Findings of the terms in force that keep the vendor from working by them. */
    readonly blocking: readonly { readonly reference: string; readonly code: string }[];
  };
  /** The last local date on which the vendor works for the insurer. */
  readonly endDate: string | null;
  /** Today's local date where the insurer is. */
  readonly today: string;
}

export interface ContractInForce {
  readonly reference: string;
  readonly effectiveFrom: string;
}

/** Everything a step asks for, each met or open and why (V1). Dates are local dates where the insurer is. */
export function gateOf(rule: VendorStepRule, facts: GateFacts): Requirement[] {
  return [
    ...rule.requires.map((code) => requirements[code](facts)),
    ...(rule.items === undefined ? [] : dueDiligence(rule.items, facts)),
  ];
}

/** What nobody looked at of a vendor that is entered as active: it has no checklist yet, and no contract. */
export function gateNotPassed(services: readonly string[], today: string): Requirement[] {
  const rule = vendorStepRule('onboarding', 'active');
  const contract = { inForce: null, next: null, blocking: [] };
  return rule ? gateOf(rule, { services, items: [], contract, endDate: null, today }) : [];
}

type Check = (facts: GateFacts) => Requirement;

const requirements: Readonly<Record<VendorStepRule['requires'][number], Check>> = {
  services: ({ services }) =>
    services.length > 0
      ? line('services', true, 'named', { count: services.length })
      : line('services', false, 'none'),
  'contract-active': ({ contract: { inForce, next } }) => {
    if (inForce) return line('contract-active', true, 'in-force', { ...inForce });
    return next
      ? line('contract-active', false, 'not-in-force-yet', { ...next })
      : line('contract-active', false, 'no-contract');
  },
  // where no contract is in force, nothing can be said to be in order
  'contract-findings': ({ contract: { inForce, blocking } }) => {
    if (!inForce) return line('contract-findings', false, 'no-contract');
    const [first] = blocking;
    return first
      ? line('contract-findings', false, 'blocking', { count: blocking.length, ...first })
      : line('contract-findings', true, 'clear');
  },
  'end-date': ({ endDate }) =>
    endDate === null ? line('end-date', false, 'missing') : line('end-date', true, 'set', { date: endDate }),
  // the last day belongs to the vendor: it ends once that day is over
  'end-date-reached': ({ endDate, today }) => {
    if (endDate === null) return line('end-date-reached', false, 'missing');
    const over = endDate < today;
    return line('end-date-reached', over, over ? 'reached' : 'ahead', { date: endDate });
  },
};

function dueDiligence(gate: ItemGate, { items }: GateFacts): Requirement[] {
  const counting = items.filter((item) => item.gate === gate);
  // nothing asked is not everything answered
  if (counting.length === 0) return [line('due-diligence-begun', false, 'no-items')];
  return counting.map(({ id, title, titleEs, standing, waivedUntil }) =>
    line(
      'due-diligence-item',
      standing === 'accepted' || standing === 'waived',
      standing,
      { title, titleEs, until: waivedUntil },
      id,
    ),
  );
}

function line(
  code: RequirementCode,
  met: boolean,
  reason: RequirementReason,
  parameters: Requirement['parameters'] = {},
  itemId: string | null = null,
): Requirement {
  return { code, met, reason, parameters, itemId };
}
