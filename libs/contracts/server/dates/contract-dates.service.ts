import { Injectable } from '@nestjs/common';
import { type ContractDate, contractDates, daysFrom, sayVersionFinding } from '@plumbline/contracts/schema';
import { plainly } from '@plumbline/measurements/schema';
import { Door, type TenantTransaction } from '@plumbline/platform/database';
import { type Actor, Clock } from '@plumbline/platform/tenancy';
import { ContractDatesRepository } from './contract-dates.repository';

/** What contracts have before them; everybody sees that of the contracts they see. */
@Injectable()
export class ContractDatesService {
  constructor(
    private readonly door: Door,
    private readonly rows: ContractDatesRepository,
    private readonly clock: Clock,
  ) {}

  list(
    actor: Actor,
    { contractId, days }: { readonly contractId: string | undefined; readonly days: number },
  ): Promise<{ items: ContractDate[] }> {
    return this.door.withTenant(actor, async (tx) => {
      const until = daysFrom(this.today(tx), days);
      const dates = await this.of(tx, contractId ?? null);
      return { items: dates.filter(({ date }) => date <= until) };
    });
  }

  /** Soonest first. */
  async of(tx: TenantTransaction, contractId: string | null): Promise<ContractDate[]> {
    const day = this.today(tx);
    const contracts = await this.rows.contracts(tx, contractId);
    const versions = await this.rows.versions(tx, contractId, day);
    const waivers = await this.rows.waivers(tx, contractId, day);
    return contracts
      .flatMap(({ id, reference, title, vendorId, vendorName }) =>
        contractDates(
          id,
          {
            versions: versions.get(id) ?? [],
            waivers: (waivers.get(id) ?? []).map(({ code, parameters, ...waiver }) => ({
              ...waiver,
              finding: {
                code,
                parameters,
                detail: sayVersionFinding({ code, parameters }, 'en', plainly) ?? code,
              },
            })),
          },
          day,
        ).map((event) => ({
          ...event,
          contract: { id, reference, title },
          vendor: { id: vendorId, name: vendorName },
        })),
      )
      .toSorted((a, b) => a.date.localeCompare(b.date) || a.key.localeCompare(b.key));
  }

  today(tx: TenantTransaction): string {
    return this.clock.now().toZonedDateTimeISO(tx.actor.timezone).toPlainDate().toString();
  }
}
