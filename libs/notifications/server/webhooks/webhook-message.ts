import type { Language } from '@plumbline/api/schema';
import { type NoticeParameters, sayNotice, type WebhookFormat } from '@plumbline/notifications/schema';
import { Webhook as StandardWebhook } from 'standardwebhooks';
import { letterWriting } from '../spreading/letter-writing';

/** What is told, to whichever format. */
export interface Told {
  /** The same in every attempt and replay: by it a receiver knows what it has seen. */
  readonly id: string;
  readonly kind: string;
  readonly createdAt: Date;
  readonly tenant: { readonly slug: string; readonly name: string; readonly timezone: string };
  readonly about: { readonly thing: string; readonly id: string };
  readonly vendorId: string | null;
  readonly parameters: NoticeParameters;
  readonly link: string;
}

export interface WebhookMessage {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const JSON_HEADERS = {
  'Content-Type': 'application/json; charset=utf-8',
  'User-Agent': 'Plumbline-Webhooks/1',
};

/** Signed by every secret that is in force: while one replaces another, receivers may hold either. */
export function standardMessage(told: Told, secrets: readonly string[], now: Date): WebhookMessage {
  const body = JSON.stringify({
    type: told.kind,
    timestamp: told.createdAt.toISOString(),
    data: {
      tenant: told.tenant.slug,
      about: told.about,
      vendorId: told.vendorId,
      parameters: told.parameters,
      link: told.link,
    },
  });
  const signatures = secrets.map((secret) => new StandardWebhook(secret).sign(told.id, now, body));
  return {
    headers: {
      ...JSON_HEADERS,
      'webhook-id': told.id,
      'webhook-timestamp': `${Math.floor(now.getTime() / 1000)}`,
      'webhook-signature': signatures.join(' '),
    },
    body,
  };
}

/** A sentence with a link, as each chat wants it; nothing of it can mention or format what its writer did not mean. */
export function chatMessage(
  told: Told,
  format: Exclude<WebhookFormat, 'standard'>,
  language: Language,
): WebhookMessage {
  const said = sayNotice(told, language, letterWriting(language, told.tenant.timezone));
  const open = language === 'es' ? 'Abrir en Plumbline' : 'Open in Plumbline';
  const heading = `${told.tenant.name}: ${said.sentence}`;
  const body =
    format === 'slack'
      ? {
          text: escapeSlack(heading),
          blocks: [
            { type: 'section', text: { type: 'plain_text', text: cut(heading) } },
            ...(said.detail === ''
              ? []
              : [{ type: 'section', text: { type: 'plain_text', text: cut(said.detail) } }]),
            { type: 'section', text: { type: 'mrkdwn', text: `<${told.link}|${open}>` } },
          ],
        }
      : {
          type: 'message',
          attachments: [
            {
              contentType: 'application/vnd.microsoft.card.adaptive',
              content: {
                $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
                type: 'AdaptiveCard',
                version: '1.4',
                body: [
                  { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: heading, weight: 'Bolder' }] },
                  ...(said.detail === ''
                    ? []
                    : [{ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: said.detail }] }]),
                ],
                actions: [{ type: 'Action.OpenUrl', title: open, url: told.link }],
              },
            },
          ],
        };
  return { headers: JSON_HEADERS, body: JSON.stringify(body) };
}

/** Slack's limit for the text of a block. */
function cut(text: string): string {
  return text.length <= 3000 ? text : `${text.slice(0, 2999)}…`;
}

function escapeSlack(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
