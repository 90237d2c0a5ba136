import { noticeWords, type WebhookFormat } from '@plumbline/notifications/schema';
import type { Texts } from '@plumbline/ui';

interface WebhookWords {
  readonly format: string;
  readonly formats: Readonly<Record<WebhookFormat, string>>;
  readonly running: string;
  readonly stopped: string;
  readonly allKinds: string;
  readonly kinds: string;
  readonly kindsHint: string;
  readonly name: string;
  readonly language: string;
  readonly kept: string;
  readonly copy: string;
  readonly copied: string;
}

/** The words that the pages of webhooks share. */
export const webhookWords: Texts<WebhookWords> = {
  en: {
    format: 'Format',
    formats: { standard: 'Standard Webhooks, signed', slack: 'Slack', teams: 'Microsoft Teams' },
    running: 'Running',
    stopped: 'Stopped',
    allKinds: 'All',
    kinds: 'Kinds of notice',
    kindsHint: 'None chosen: all of them',
    name: 'Name',
    language: 'Language of its sentences',
    kept: 'This is the secret. It is shown this once: keep it where the receiver finds it.',
    copy: 'Copy the secret',
    copied: 'The secret was copied.',
  },
  es: {
    format: 'Formato',
    formats: { standard: 'Standard Webhooks, firmado', slack: 'Slack', teams: 'Microsoft Teams' },
    running: 'En marcha',
    stopped: 'Detenido',
    allKinds: 'Todos',
    kinds: 'Tipos de aviso',
    kindsHint: 'Ninguno elegido: todos',
    name: 'Nombre',
    language: 'Idioma de sus frases',
    kept: 'Este es el secreto. Solo se muestra esta vez: guárdelo donde el destino lo encuentre.',
    copy: 'Copiar el secreto',
    copied: 'El secreto se copió.',
  },
};

/** Kinds that a webhook can be told of: all but those about webhooks. */
export const kindsForWebhooks: readonly string[] = Object.keys(noticeWords.en).filter(
  (kind) => !kind.startsWith('webhook-'),
);
