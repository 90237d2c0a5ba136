import { Injectable } from '@nestjs/common';
import { type Language, languageOf } from '@plumbline/api/schema';
import { writtenIn } from '@plumbline/measurements/schema';
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

interface Receiver {
  readonly email: string;
  readonly name: string;
  readonly locale: string;
}

interface Said {
  readonly name: string;
  readonly month: string;
  readonly due: string;
  readonly contract: string;
  readonly insurer: string;
  readonly vendor: string;
}

interface Letter {
  subject(said: Said): string;
  /** Greeting, what it is about, and what stands below the link. */
  text(said: Said): readonly [string, string, ...string[]];
}

const letters: Readonly<Record<'reminder' | 'missed', Readonly<Record<Language, Letter>>>> = {
  reminder: {
    en: {
      subject: ({ month, due }) => `Figures of ${month} are due by ${due}`,
      text: ({ name, month, contract, insurer, due }) => [
        `Hello ${name},`,
        `the figures of ${month} under ${contract} with ${insurer} are due by the end of ${due}, and nothing of that month has been loaded yet. Hand them in here:`,
        'If a file is on its way, confirm it once it was checked: it counts from the moment it arrived.',
      ],
    },
    es: {
      subject: ({ month, due }) => `Las cifras de ${month} deben entregarse hasta el ${due}`,
      text: ({ name, month, contract, insurer, due }) => [
        `Hola, ${name}:`,
        `las cifras de ${month} del contrato ${contract} con ${insurer} deben entregarse hasta el final del ${due}, y todavía no se ha cargado nada de ese mes. Entréguelas aquí:`,
        'Si ya hay un archivo en camino, confírmelo cuando esté revisado: cuenta desde el momento en que llegó.',
      ],
    },
  },
  missed: {
    en: {
      subject: ({ vendor, month }) => `Not reported: ${vendor}, ${month}`,
      text: ({ name, vendor, month, contract, insurer, due }) => [
        `Hello ${name},`,
        `${vendor} has not reported the figures of ${month} under ${contract} with ${insurer}; they were due by the end of ${due}. The targets of that month stay at "not reported", and the breach stays open until the figures come:`,
      ],
    },
    es: {
      subject: ({ vendor, month }) => `Sin entregar: ${vendor}, ${month}`,
      text: ({ name, vendor, month, contract, insurer, due }) => [
        `Hola, ${name}:`,
        `${vendor} no ha entregado las cifras de ${month} del contrato ${contract} con ${insurer}; el plazo terminó al final del ${due}. Los objetivos de ese mes siguen «sin entregar», y el incumplimiento sigue abierto hasta que lleguen las cifras:`,
      ],
    },
  },
};

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
    const told = await this.people(tx, duty.vendorId, ['vendor_administrator', 'vendor_contributor']);
    await this.post(tx, duty, told, 'reminder', ['kpi-files', 'upload']);
  }

  async escalate(tx: TenantTransaction, duty: ReportingDuty): Promise<void> {
    const told = await this.people(tx, duty.vendorId, ['vendor_administrator', 'vendor_manager']);
    await this.post(tx, duty, told, 'missed', ['reporting']);
  }

  /** To each in their language. */
  private async post(
    tx: TenantTransaction,
    duty: ReportingDuty,
    told: readonly Receiver[],
    letter: 'reminder' | 'missed',
    page: readonly string[],
  ): Promise<void> {
    const about = await this.about(tx, duty);
    for (const { email, name, locale } of told) {
      const language = languageOf(locale);
      const write = writtenIn(language);
      const words = letters[letter][language];
      const said = { ...about, name, month: write.month(duty.month), due: write.date(about.dueOn) };
      const [hello, text, ...after] = words.text(said);
      await this.mail.post(tx, {
        ...{ to: email, subject: words.subject(said) },
        text: [hello, text, this.publicUrl.link('t', tx.actor.tenantSlug, ...page), ...after],
      });
    }
  }

  private async about(tx: TenantTransaction, { vendorId, contract, dueAt }: ReportingDuty) {
    const [row] = await tx.query<{ insurer: string; vendor: string; contract: string }>(
      `select tenant.name as insurer, vendor.name as vendor, contract.reference as contract
       from tenant, vendor, contract
       where tenant.id = $1 and vendor.tenant_id = $1 and vendor.id = $2 and contract.tenant_id = $1 and contract.id = $3`,
      [tx.tenantId, vendorId, contract.id],
    );
    if (!row) throw new Error(`contract ${contract.id} has lost its vendor`);
    // due at the end of a day: the instant is the first one that is too late
    const last = Temporal.Instant.from(dueAt).subtract({ milliseconds: 1 });
    return { ...row, dueOn: last.toZonedDateTimeISO(contract.timezone).toPlainDate().toString() };
  }

  /** Members of these roles: the vendor's own, and of the insurer's side. */
  private people(tx: TenantTransaction, vendorId: string, roles: readonly string[]): Promise<Receiver[]> {
    return tx.query(
      `select distinct person.email, person.name, person.locale from membership join person on person.id = membership.person_id
       where membership.tenant_id = $1 and membership.ended_at is null and person.disabled_at is null
         and membership.role = any ($3) and (membership.vendor_id is null or membership.vendor_id = $2)
       order by person.email`,
      [tx.tenantId, vendorId, [...roles]],
    );
  }
}
