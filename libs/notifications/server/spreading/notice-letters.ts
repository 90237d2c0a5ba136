import { Injectable } from '@nestjs/common';
import type { Language } from '@plumbline/api/schema';
import { type NoticeParameters, type SaidNotice, sayNotice } from '@plumbline/notifications/schema';
import type { TenantTransaction } from '@plumbline/platform/database';
import { PublicUrl } from '@plumbline/platform/identity';
import { kindOfNotice, Mail, type Message, type NoticeKind } from '@plumbline/platform/notifications';
import { UnsubscribeTokens } from '../preferences/unsubscribe-tokens';
import { letterWriting } from './letter-writing';

/** A delivery by mail, as its row says it. */
export interface MailDelivery {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly parameters: NoticeParameters;
  readonly path: readonly string[];
  /** Null: somebody without an account. */
  readonly personId: string | null;
  readonly recipient: string;
  readonly address: string;
  readonly language: Language;
}

interface Words {
  readonly hello: (name: string) => string;
  readonly digest: (count: number, tenant: string) => string;
  readonly legal: string;
  readonly contact: (tenant: string) => string;
  readonly choose: (address: string) => string;
  readonly leave: (address: string) => string;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    hello: (name) => `Hello ${name},`,
    digest: (count, tenant) =>
      count === 1 ? `One notice from ${tenant}` : `${count} notices from ${tenant}`,
    legal: 'A deadline of law or contract depends on somebody knowing this: it cannot be turned off.',
    contact: (tenant) => `You are told as a contact in an escalation ladder of ${tenant}.`,
    choose: (address) => `Choose what you are told, and how: ${address}`,
    leave: (address) => `No more mail of this kind: ${address}`,
  },
  es: {
    hello: (name) => `Hola, ${name}:`,
    digest: (count, tenant) => (count === 1 ? `Un aviso de ${tenant}` : `${count} avisos de ${tenant}`),
    legal: 'Un plazo legal o contractual depende de que alguien lo sepa: este aviso no se puede desactivar.',
    contact: (tenant) => `Recibe este aviso como contacto de una escala de aviso de ${tenant}.`,
    choose: (address) => `Elija qué avisos recibe y cómo: ${address}`,
    leave: (address) => `No recibir más correos de este tipo: ${address}`,
  },
};

/** Notices as mails: one by itself, or several as a digest. Each is posted in the transaction that notes it. */
@Injectable()
export class NoticeLetters {
  constructor(
    private readonly mail: Mail,
    private readonly publicUrl: PublicUrl,
    private readonly tokens: UnsubscribeTokens,
  ) {}

  async post(tx: TenantTransaction, delivery: MailDelivery, tenant: string, timeZone: string): Promise<void> {
    const said = this.say(delivery, timeZone);
    const text = words[delivery.language];
    const { legal, optional } = kindOfNotice(delivery.kind);
    const token =
      optional && delivery.personId !== null
        ? this.tokens.make({ tenantId: tx.tenantId, personId: delivery.personId, kind: delivery.kind })
        : null;
    await this.mail.post(tx, {
      to: delivery.address,
      subject: said.sentence,
      language: delivery.language,
      text: [
        text.hello(delivery.recipient),
        `${said.sentence}.`,
        ...(said.detail === '' ? [] : [said.detail]),
        ...(delivery.personId === null ? [text.contact(tenant)] : [this.link(tx, delivery)]),
        ...(legal ? [text.legal] : []),
        ...(delivery.personId === null || legal ? [] : [text.choose(this.preferences(tx))]),
        ...(token === null ? [] : [text.leave(this.publicUrl.link('unsubscribe', token))]),
      ],
      deliveries: { tenantId: tx.tenantId, ids: [delivery.id] },
      ...(token === null ? {} : { unsubscribeUrl: this.publicUrl.link('api', 'v1', 'unsubscribe', token) }),
    } satisfies Message);
  }

  /** All of them are one person's. */
  async postDigest(
    tx: TenantTransaction,
    deliveries: readonly MailDelivery[],
    tenant: string,
    timeZone: string,
  ): Promise<void> {
    const [first] = deliveries;
    if (!first) return;
    const text = words[first.language];
    await this.mail.post(tx, {
      to: first.address,
      subject: text.digest(deliveries.length, tenant),
      language: first.language,
      text: [
        text.hello(first.recipient),
        ...deliveries.map((delivery) => {
          const { sentence, detail } = this.say(delivery, timeZone);
          return [sentence, detail, this.link(tx, delivery)].filter((line) => line !== '').join('\n');
        }),
        text.choose(this.preferences(tx)),
      ],
      deliveries: { tenantId: tx.tenantId, ids: deliveries.map(({ id }) => id) },
    });
  }

  private say({ kind, parameters, language }: MailDelivery, timeZone: string): SaidNotice {
    return sayNotice({ kind, parameters }, language, letterWriting(language, timeZone));
  }

  private link(tx: TenantTransaction, { path }: MailDelivery): string {
    return this.publicUrl.link('t', tx.actor.tenantSlug, ...path);
  }

  private preferences(tx: TenantTransaction): string {
    return this.publicUrl.link('t', tx.actor.tenantSlug, 'notifications', 'preferences');
  }
}
