import { Injectable } from '@nestjs/common';
import { type ContractDate, sayContractDate } from '@plumbline/contracts/schema';
import { plainly, type Writing } from '@plumbline/measurements/schema';
import type { TenantTransaction } from '@plumbline/platform/database';
import { PublicUrl } from '@plumbline/platform/identity';
import { Mail } from '@plumbline/platform/notifications';

const dayInWords = (day: string) =>
  Temporal.PlainDate.from(day).toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
const writing: Writing = { ...plainly, date: dayInWords };

/** What the owner of a contract is told of its dates; without an owner, the insurer's vendor managers are told. */
@Injectable()
export class ContractLetters {
  constructor(
    private readonly mail: Mail,
    private readonly publicUrl: PublicUrl,
  ) {}

  async remind(tx: TenantTransaction, event: ContractDate, daysLeft: number): Promise<void> {
    const said = sayContractDate(event, 'en', writing);
    const when = daysLeft === 0 ? 'today' : daysLeft === 1 ? 'tomorrow' : `in ${daysLeft} days`;
    for (const to of await this.people(tx, event.contract.id))
      await this.mail.post(tx, {
        to: to.email,
        subject: `${event.contract.reference}, ${when}: ${said}`,
        text: [
          `Hello ${to.name},`,
          `${dayInWords(event.date)} (${when}): ${said}. This is about ${event.contract.reference}, ${event.contract.title}, with ${event.vendor.name}:`,
          this.publicUrl.link('t', tx.actor.tenantSlug, 'contracts', event.contract.id),
          to.isOwner
            ? 'You are told because you are the owner of this contract.'
            : 'You are told because this contract has no owner; give it one on its page.',
        ],
      });
  }

  private async people(
    tx: TenantTransaction,
    contractId: string,
  ): Promise<readonly { email: string; name: string; isOwner: boolean }[]> {
    const members = await tx.query<{ email: string; name: string; isOwner: boolean; role: string }>(
      `select distinct person.email, person.name, membership.role, coalesce(person.id = contract.owner_id, false) as "isOwner"
       from membership join person on person.id = membership.person_id
       join contract on contract.tenant_id = membership.tenant_id and contract.id = $2
       where membership.tenant_id = $1 and membership.vendor_id is null and membership.ended_at is null
         and person.disabled_at is null order by person.email`,
      [tx.tenantId, contractId],
    );
    const owners = members.filter(({ isOwner }) => isOwner);
    return owners.length > 0 ? owners.slice(0, 1) : members.filter(({ role }) => role === 'vendor_manager');
  }
}
