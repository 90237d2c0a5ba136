import { Injectable } from '@nestjs/common';
import { type Language, languageOf } from '@plumbline/api/schema';
import { type ContractDate, sayContractDate } from '@plumbline/contracts/schema';
import { writtenIn } from '@plumbline/measurements/schema';
import type { TenantTransaction } from '@plumbline/platform/database';
import { PublicUrl } from '@plumbline/platform/identity';
import { Mail } from '@plumbline/platform/notifications';

const words = {
  en: {
    hello: (name: string) => `Hello ${name},`,
    when: (days: number) => (days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`),
    about: (contract: string, vendor: string) => `This is about ${contract}, with ${vendor}:`,
    owner: 'You are told because you are the owner of this contract.',
    noOwner: 'You are told because this contract has no owner; give it one on its page.',
  },
  es: {
    hello: (name: string) => `Hola, ${name}:`,
    when: (days: number) => (days === 0 ? 'hoy' : days === 1 ? 'mañana' : `en ${days} días`),
    about: (contract: string, vendor: string) => `Se trata de ${contract}, con ${vendor}:`,
    owner: 'Se le avisa porque es responsable de este contrato.',
    noOwner: 'Se le avisa porque este contrato no tiene responsable; asígnele uno en su página.',
  },
} as const satisfies Record<Language, object>;

interface Receiver {
  readonly email: string;
  readonly name: string;
  readonly locale: string;
  readonly isOwner: boolean;
}

/**
 * What the owner of a contract is told of its dates, in their language. Without an owner the insurer's vendor managers
 * are told, and where there is none the administrators: a date never passes unheard.
 */
@Injectable()
export class ContractLetters {
  constructor(
    private readonly mail: Mail,
    private readonly publicUrl: PublicUrl,
  ) {}

  async remind(tx: TenantTransaction, event: ContractDate, daysLeft: number): Promise<void> {
    const { contract, vendor } = event;
    for (const to of await this.people(tx, contract.id)) {
      const language = languageOf(to.locale);
      const text = words[language];
      const write = writtenIn(language);
      const [said, when] = [sayContractDate(event, language, write), text.when(daysLeft)];
      await this.mail.post(tx, {
        to: to.email,
        subject: `${contract.reference}, ${when}: ${said}`,
        text: [
          text.hello(to.name),
          `${write.date(event.date)} (${when}): ${said}. ${text.about(`${contract.reference}, ${contract.title}`, vendor.name)}`,
          this.publicUrl.link('t', tx.actor.tenantSlug, 'contracts', contract.id),
          to.isOwner ? text.owner : text.noOwner,
        ],
      });
    }
  }

  private async people(tx: TenantTransaction, contractId: string): Promise<readonly Receiver[]> {
    const members = await tx.query<Receiver & { role: string }>(
      `select distinct person.email, person.name, person.locale, membership.role,
         coalesce(person.id = contract.owner_id, false) as "isOwner"
       from membership join person on person.id = membership.person_id
       join contract on contract.tenant_id = membership.tenant_id and contract.id = $2
       where membership.tenant_id = $1 and membership.vendor_id is null and membership.ended_at is null
         and person.disabled_at is null order by person.email`,
      [tx.tenantId, contractId],
    );
    const owners = members.filter(({ isOwner }) => isOwner).slice(0, 1);
    const managers = members.filter(({ role }) => role === 'vendor_manager');
    const administrators = members.filter(({ role }) => role === 'administrator');
    return [owners, managers, administrators].find(({ length }) => length > 0) ?? [];
  }
}
