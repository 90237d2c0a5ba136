import type { ContractSummary, ContractVersion } from '@plumbline/contracts/schema';
import type {
  CreditSchemeTermsInput,
  CreditStatement,
  CreditStatementSummary,
} from '@plumbline/credits/schema';
import { setTimeout as pause } from 'node:timers/promises';
import type { DemoPerson } from './demo-person';
import type { DemoVendor } from './vendors';

interface Page<Item> {
  readonly items: readonly Item[];
}

/** Vendors of the first insurer whose contract has a credit scheme, with their monthly fee. */
export const pricedVendors: Readonly<Record<string, string>> = {
  LAKESIDE: '118500',
  PRAIRIE: '84200',
  SUMMIT: '96400',
};

/** Lakeside disputes its Spanish line in the second month of three that it lost staff. */
export const disputedLine = { code: 'LAKESIDE', month: 9, sla: 'Service level 80/20, Spanish' } as const;

const PATIENCE_MS = 60_000;

/** Enters the scheme of a vendor's contract: quality and compliance weigh more than speed (K10). */
export async function enterScheme(
  manager: DemoPerson,
  vendor: DemoVendor,
  vendorId: string,
  from: string,
): Promise<void> {
  const { items } = await manager.get<Page<ContractSummary>>(`/contracts?vendorId=${vendorId}`);
  const contract = items[0];
  if (!contract) throw new Error(`${vendor.code} has no contract`);
  const known = await manager.get<Page<object>>(`/credit-schemes?contractId=${contract.id}`);
  if (known.items.length > 0) return;
  const { slas } = await manager.get<ContractVersion>(`/contracts/${contract.id}/versions/1`);
  const lines = slas.flatMap(({ id, name, metric }): CreditSchemeTermsInput['lines'] => {
    const common = { slaId: id, pool: 'Service credits' };
    switch (metric.code) {
      case 'service_level':
        return [
          {
            ...common,
            allocation: name.includes('Spanish') ? '0.10' : '0.15',
            method: { kind: 'perFullPoint' as const, share: '0.05' },
            event: name.includes('Spanish') ? null : 'Calls not answered',
          },
        ];
      case 'abandonment_rate':
        return [
          {
            ...common,
            allocation: '0.10',
            method: { kind: 'allocation' },
            event: 'Calls not answered',
          },
        ];
      case 'average_handle_time':
        return [{ ...common, allocation: '0.05', method: { kind: 'allocation' } }];
      case 'qa_empathy':
        return [{ ...common, allocation: '0.10', method: { kind: 'allocation' } }];
      case 'qa_disclosure':
      case 'qa_authentication':
        return [{ ...common, allocation: '0.20', method: { kind: 'allocation' } }];
      case 'complaints_closed':
        return [{ ...common, allocation: '0.10', method: { kind: 'allocation' } }];
      default:
        return [];
    }
  });
  const terms: CreditSchemeTermsInput = {
    currency: 'USD',
    from,
    fees: [{ from, amount: pricedVendors[vendor.code] ?? '0' }],
    atRisk: '0.12',
    pools: [{ name: 'Service credits', share: '1' }],
    lines,
    caps: { yearAmount: '60000' },
    repeat: ['1', '1.5', '2'],
    earnBackMonths: 3,
    triggers: [
      { effect: 'chronic', rule: { kind: 'consecutive', n: 3 } },
      { effect: 'termination', rule: { kind: 'kOfN', k: 5, n: 12 } },
    ],
  };
  await manager.post('/credit-schemes', { contractId: contract.id, number: 1, replaces: 0, terms });
}

/** The people a statement passes through. */
export interface StatementPeople {
  readonly manager: DemoPerson;
  readonly second: DemoPerson;
  readonly partner: DemoPerson;
}

/**
 * Takes a vendor's statement of a month through its flow: shared, disputed where the story says so, approved by two people,
 * exported. `upTo` ends it earlier, for a visitor to go on with.
 */
export async function settleStatement(
  { manager, second, partner }: StatementPeople,
  vendorId: string,
  period: string,
  { dispute, upTo }: { readonly dispute: string | null; readonly upTo: 'shared' | 'exported' },
): Promise<void> {
  const draft = await ready(manager, vendorId, period);
  const path = `/credit-statements/${draft.id}`;
  const shared = await manager.post<CreditStatement>(`${path}/sharing`, undefined, draft.version);
  const line = shared.lines.find(({ name }) => name === dispute);
  if (line) {
    const { disputes } = await partner.post<CreditStatement>(`${path}/disputes`, {
      slaId: line.slaId,
      reason: 'Two of the agents you count against us were on your training in the last week of the month.',
    });
    await manager.post(`${path}/disputes/${disputes[0]?.id}/decision`, {
      decision: 'upheld',
      note: 'The training was announced six weeks before, and staffing for it is yours (clause 4.1).',
    });
  }
  if (upTo === 'shared') return;
  await manager.post(`${path}/approvals`, undefined, shared.version);
  await second.post(`${path}/approvals`, undefined, shared.version);
  await manager.post(`${path}/export`);
}

async function ready(manager: DemoPerson, vendorId: string, period: string): Promise<CreditStatementSummary> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const { items } = await manager.get<Page<CreditStatementSummary>>(
      `/credit-statements?vendorId=${vendorId}&period=${period}`,
    );
    if (items[0]?.complete) return items[0];
    if (Date.now() > until) throw new Error(`${period}: there is no credit statement`);
    await pause(50);
  }
}
