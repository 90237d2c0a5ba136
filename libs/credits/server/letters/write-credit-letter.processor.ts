import { Injectable } from '@nestjs/common';
import { type Language, languages } from '@plumbline/api/schema';
import { minorUnitsOf } from '@plumbline/credits/schema';
import { Door, isId, type TenantTransaction } from '@plumbline/platform/database';
import { PublicUrl } from '@plumbline/platform/identity';
import type { JobProcessor } from '@plumbline/platform/jobs';
import { Mail } from '@plumbline/platform/notifications';
import { Clock, type Tenant, workerActor } from '@plumbline/platform/tenancy';
import { type LetterEvent, letterWords, type Said } from './credit-letter';

const vendorsPeople = ['vendor_administrator', 'vendor_contributor'];
const insurersPeople = ['vendor_manager'];

/** Who is told of what; whoever did it knows it already. */
const toldOf: Readonly<Record<LetterEvent, readonly string[]>> = {
  shared: vendorsPeople,
  disputed: insurersPeople,
  upheld: vendorsPeople,
  changed: vendorsPeople,
  approved: [...vendorsPeople, ...insurersPeople],
  exported: [...vendorsPeople, ...insurersPeople],
};

interface LetterRow {
  readonly event: LetterEvent;
  readonly line: string | null;
  readonly causedBy: string;
  readonly vendorId: string;
  readonly statementId: string;
  readonly month: string;
  readonly total: string;
  readonly currency: string;
  readonly contract: string;
  readonly vendor: string;
  readonly insurer: string;
}

interface Reader {
  readonly email: string;
  readonly name: string;
  readonly locale: string;
}

/**
 * Writes one letter of a statement to each who is to be told, in the language each reads. Its row is held and noted as
 * written in the transaction that posts the mails: however often it runs, nobody is told twice.
 */
@Injectable()
export class WriteCreditLetterProcessor implements JobProcessor {
  readonly topic = 'write-credit-letter' as const;
  readonly concurrency = 2;

  constructor(
    private readonly door: Door,
    private readonly mail: Mail,
    private readonly publicUrl: PublicUrl,
    private readonly clock: Clock,
  ) {}

  async process(tenant: Tenant, letterId: string): Promise<void> {
    if (!isId(letterId)) throw new Error(`"${letterId}" names no letter`);
    await this.door.withTenant(workerActor(tenant, this.topic), async (tx) => {
      const held = await tx.query(
        'select id from credit_letter where tenant_id = $1 and id = $2 and written_at is null for update skip locked',
        [tx.tenantId, letterId],
      );
      const letter = held.length === 0 ? null : await this.find(tx, letterId);
      if (!letter) return;
      for (const reader of await this.readers(tx, letter)) await this.write(tx, letter, reader);
      await tx.query('update credit_letter set written_at = $3 where tenant_id = $1 and id = $2', [
        tx.tenantId,
        letterId,
        this.clock.date(),
      ]);
    });
  }

  private async find(tx: TenantTransaction, letterId: string): Promise<LetterRow | null> {
    const [row] = await tx.query<LetterRow>(
      `select letter.event, letter.line, letter.caused_by as "causedBy", letter.vendor_id as "vendorId",
         s.id as "statementId", to_char(s.month, 'YYYY-MM') as month, s.total::text, s.terms ->> 'currency' as currency,
         s.contract ->> 'reference' as contract, vendor.name as vendor, tenant.name as insurer
       from credit_letter letter
       join credit_statement s on s.tenant_id = letter.tenant_id and s.id = letter.statement_id
       join vendor on vendor.tenant_id = letter.tenant_id and vendor.id = letter.vendor_id
       join tenant on tenant.id = letter.tenant_id
       where letter.tenant_id = $1 and letter.id = $2`,
      [tx.tenantId, letterId],
    );
    return row ?? null;
  }

  private readers(tx: TenantTransaction, { event, vendorId, causedBy }: LetterRow): Promise<Reader[]> {
    return tx.query<Reader>(
      `select distinct person.email, person.name, person.locale
       from membership join person on person.id = membership.person_id
       where membership.tenant_id = $1 and membership.ended_at is null and person.disabled_at is null
         and membership.role = any ($3) and (membership.vendor_id is null or membership.vendor_id = $2)
         and person.id::text <> $4
       order by person.email`,
      [tx.tenantId, vendorId, toldOf[event], causedBy],
    );
  }

  private async write(tx: TenantTransaction, letter: LetterRow, reader: Reader): Promise<void> {
    const language = languages.find((known) => reader.locale.startsWith(known)) ?? 'en';
    const { hello, events } = letterWords[language];
    const said = saidOf(letter, language);
    await this.mail.post(tx, {
      to: reader.email,
      subject: events[letter.event].subject(said),
      text: [
        hello(reader.name),
        events[letter.event].text(said),
        this.publicUrl.link('t', tx.actor.tenantSlug, 'credits', letter.statementId),
      ],
    });
  }
}

function saidOf({ month, total, currency, line, ...letter }: LetterRow, language: Language): Said {
  const locale = language === 'es' ? 'es-ES' : 'en-US';
  const digits = minorUnitsOf(currency);
  return {
    ...letter,
    line: line ?? '',
    month: Temporal.PlainYearMonth.from(month)
      .toPlainDate({ day: 1 })
      .toLocaleString(locale, { month: 'long', year: 'numeric' }),
    // a text of exact decimals, which the formatter takes as it is
    total: new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      currencyDisplay: 'code',
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    }).format(total as `${number}`),
  };
}
