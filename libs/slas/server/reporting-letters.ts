import { Injectable } from '@nestjs/common';
import type { TenantTransaction } from '@plumbline/platform/database';
import { PublicUrl } from '@plumbline/platform/identity';
import { Mail } from '@plumbline/platform/notifications';
import type { ContractTerms } from './agreed-sla';

/** How long before the due instant a vendor's people are reminded. */
export const REMIND_DAYS = 5;

export interface ReportingDuty {
  readonly vendorId: string;
  /** YYYY-MM. */
  readonly month: string;
  readonly contract: Pick<ContractTerms, 'id' | 'timezone'>;
  readonly dueAt: string;
}

/**
 * What people are told of a reporting duty, by mail, in the transaction that notes that they were told. A reminder goes to
 * the vendor's people; a missed duty to the vendor's administrators and to the insurer's vendor managers.
 */
@Injectable()
export class ReportingLetters {
  constructor(
    private readonly mail: Mail,
    private readonly publicUrl: PublicUrl,
  ) {}

  async remind(tx: TenantTransaction, duty: ReportingDuty): Promise<void> {
    const said = await this.about(tx, duty);
    for (const to of await this.people(tx, duty.vendorId, ['vendor_administrator', 'vendor_contributor']))
      await this.mail.post(tx, {
        to: to.email,
        subject: `Figures of ${said.month} are due by ${said.due}`,
        text: [
          `Hello ${to.name},`,
          `the figures of ${said.month} under ${said.contract} with ${said.insurer} are due by the end of ${said.due}, and nothing of that month has been loaded yet. Hand them in here:`,
          this.publicUrl.link('t', tx.actor.tenantSlug, 'kpi-files', 'upload'),
          'If a file is on its way, confirm it once it was checked: it counts from the moment it arrived.',
        ],
      });
  }

  async escalate(tx: TenantTransaction, duty: ReportingDuty): Promise<void> {
    const said = await this.about(tx, duty);
    const told = await this.people(tx, duty.vendorId, ['vendor_administrator', 'vendor_manager']);
    for (const to of told)
      await this.mail.post(tx, {
        to: to.email,
        subject: `Not reported: ${said.vendor}, ${said.month}`,
        text: [
          `Hello ${to.name},`,
          `${said.vendor} has not reported the figures of ${said.month} under ${said.contract} with ${said.insurer}; they were due by the end of ${said.due}. The targets of that month stay at "not reported", and the breach stays open until the figures come:`,
          this.publicUrl.link('t', tx.actor.tenantSlug, 'reporting'),
        ],
      });
  }

  private async about(tx: TenantTransaction, { vendorId, month, contract, dueAt }: ReportingDuty) {
    const [row] = await tx.query<{ insurer: string; vendor: string; contract: string }>(
      `select tenant.name as insurer, vendor.name as vendor, contract.reference as contract
       from tenant, vendor, contract
       where tenant.id = $1 and vendor.tenant_id = $1 and vendor.id = $2 and contract.tenant_id = $1 and contract.id = $3`,
      [tx.tenantId, vendorId, contract.id],
    );
    if (!row) throw new Error(`contract ${contract.id} has lost its vendor`);
    // due at the end of a day: the instant is the first one that is too late
    const day = Temporal.Instant.from(dueAt)
      .subtract({ milliseconds: 1 })
      .toZonedDateTimeISO(contract.timezone);
    return {
      ...row,
      month: Temporal.PlainYearMonth.from(month)
        .toPlainDate({ day: 1 })
        .toLocaleString('en-GB', { month: 'long', year: 'numeric' }),
      due: day.toPlainDate().toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' }),
    };
  }

  /** Members of these roles: the vendor's own, and of the insurer's side. */
  private people(
    tx: TenantTransaction,
    vendorId: string,
    roles: readonly string[],
  ): Promise<{ email: string; name: string }[]> {
    return tx.query(
      `select distinct person.email, person.name from membership join person on person.id = membership.person_id
       where membership.tenant_id = $1 and membership.ended_at is null and person.disabled_at is null
         and membership.role = any ($3) and (membership.vendor_id is null or membership.vendor_id = $2)
       order by person.email`,
      [tx.tenantId, vendorId, [...roles]],
    );
  }
}
