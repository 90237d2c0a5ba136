import type { Language } from '@plumbline/api/schema';
import { newId, type TenantTransaction } from '@plumbline/platform/database';
import { enqueue } from '@plumbline/platform/jobs';

export type LetterEvent = 'shared' | 'disputed' | 'upheld' | 'changed' | 'approved' | 'exported';

/** Notes, where it happens, that people have to be told: whoever does it may not see the people of the other side. */
export async function tellOf(
  tx: TenantTransaction,
  event: LetterEvent,
  about: {
    readonly statementId: string;
    readonly vendorId: string;
    readonly line: string | null;
    readonly by: string;
    readonly at: Date;
  },
): Promise<void> {
  const id = newId();
  await tx.query(
    `insert into credit_letter (tenant_id, id, vendor_id, statement_id, event, line, caused_by, caused_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [tx.tenantId, id, about.vendorId, about.statementId, event, about.line, about.by, about.at],
  );
  await enqueue(tx, 'write-credit-letter', id, about.at);
}

/** What a letter speaks of, as its reader reads it. */
export interface Said {
  readonly insurer: string;
  readonly vendor: string;
  readonly contract: string;
  readonly month: string;
  readonly total: string;
  readonly line: string;
}

interface Letter {
  readonly subject: (said: Said) => string;
  readonly text: (said: Said) => string;
}

interface Letters {
  readonly hello: (name: string) => string;
  readonly events: Readonly<Record<LetterEvent, Letter>>;
}

export const letterWords: Readonly<Record<Language, Letters>> = {
  en: {
    hello: (name) => `Hello ${name},`,
    events: {
      shared: {
        subject: ({ insurer, month }) => `Credits for ${month}: ${insurer} has shared the statement`,
        text: ({ insurer, vendor, contract, month, total }) =>
          `${insurer} has shared the credit statement of ${vendor} for ${month} under ${contract}: ${total}. Look at each line, and dispute what is wrong before it is approved:`,
      },
      disputed: {
        subject: ({ vendor, month, line }) => `${vendor} disputes a credit of ${month}: ${line}`,
        text: ({ vendor, contract, month, line }) =>
          `${vendor} disputes “${line}” in its credit statement for ${month} under ${contract}. The statement cannot be approved until somebody has decided. The reason, and what was handed in with it, stand on its page:`,
      },
      upheld: {
        subject: ({ month, line }) => `Your dispute of ${month} is decided: ${line} stands`,
        text: ({ insurer, contract, month, line }) =>
          `${insurer} has decided the dispute about “${line}” for ${month} under ${contract}: the line stands. What the insurer says about it is on the page of the statement:`,
      },
      changed: {
        subject: ({ month, line }) => `Your dispute of ${month} is decided: ${line} was changed`,
        text: ({ insurer, contract, month, line }) =>
          `${insurer} has decided the dispute about “${line}” for ${month} under ${contract}: an exclusion or a waiver changed the line. What the insurer says about it is on the page of the statement:`,
      },
      approved: {
        subject: ({ vendor, month }) => `Credits of ${vendor} for ${month} are approved`,
        text: ({ vendor, contract, month, total }) =>
          `Two people of the insurer have approved the credit statement of ${vendor} for ${month} under ${contract}: ${total}. It never changes any more; what is restated later is put right in a later statement:`,
      },
      exported: {
        subject: ({ vendor, month }) => `Credits of ${vendor} for ${month} go to accounts payable`,
        text: ({ vendor, contract, month, total }) =>
          `The credit statement of ${vendor} for ${month} under ${contract} was handed to accounts payable: ${total}. Its number is on the page of the statement:`,
      },
    },
  },
  es: {
    hello: (name) => `Hola, ${name}:`,
    events: {
      shared: {
        subject: ({ insurer, month }) => `Créditos de ${month}: ${insurer} ha compartido la liquidación`,
        text: ({ insurer, vendor, contract, month, total }) =>
          `${insurer} ha compartido la liquidación de créditos de ${vendor} de ${month} según ${contract}: ${total}. Revise cada línea y dispute lo que no sea correcto antes de que se apruebe:`,
      },
      disputed: {
        subject: ({ vendor, month, line }) => `${vendor} disputa un crédito de ${month}: ${line}`,
        text: ({ vendor, contract, month, line }) =>
          `${vendor} disputa «${line}» en su liquidación de créditos de ${month} según ${contract}. La liquidación no se puede aprobar hasta que alguien decida. El motivo, y lo que se entregó con él, están en su página:`,
      },
      upheld: {
        subject: ({ month, line }) => `Su disputa de ${month} está decidida: ${line} se mantiene`,
        text: ({ insurer, contract, month, line }) =>
          `${insurer} ha decidido la disputa sobre «${line}» de ${month} según ${contract}: la línea se mantiene. Lo que dice la aseguradora está en la página de la liquidación:`,
      },
      changed: {
        subject: ({ month, line }) => `Su disputa de ${month} está decidida: ${line} ha cambiado`,
        text: ({ insurer, contract, month, line }) =>
          `${insurer} ha decidido la disputa sobre «${line}» de ${month} según ${contract}: una exclusión o una dispensa cambió la línea. Lo que dice la aseguradora está en la página de la liquidación:`,
      },
      approved: {
        subject: ({ vendor, month }) => `Los créditos de ${vendor} de ${month} están aprobados`,
        text: ({ vendor, contract, month, total }) =>
          `Dos personas de la aseguradora han aprobado la liquidación de créditos de ${vendor} de ${month} según ${contract}: ${total}. Ya no cambia nunca; lo que se rectifique después se corrige en una liquidación posterior:`,
      },
      exported: {
        subject: ({ vendor, month }) => `Los créditos de ${vendor} de ${month} pasan a cuentas a pagar`,
        text: ({ vendor, contract, month, total }) =>
          `La liquidación de créditos de ${vendor} de ${month} según ${contract} se entregó a cuentas a pagar: ${total}. Su número está en la página de la liquidación:`,
      },
    },
  },
};
