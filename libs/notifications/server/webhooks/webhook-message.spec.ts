import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { Webhook as StandardWebhook } from 'standardwebhooks';
import { nextAttempt } from './retry-schedule';
import { chatMessage, standardMessage, type Told } from './webhook-message';

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const told: Told = {
  id: 'msg_1',
  kind: 'incident-acknowledged',
  createdAt: new Date('2026-03-02T09:30:00Z'),
  tenant: { slug: 'northfield', name: 'Northfield', timezone: 'America/Chicago' },
  about: { thing: 'incident', id: 'i1' },
  vendorId: null,
  parameters: { reference: 'INC-7', title: 'Lost <!channel> & *laptop*', vendor: 'Halcyon' },
  link: 'https://plumbline.test/t/northfield/incidents/i1',
};

describe('a message by Standard Webhooks', () => {
  it('gives the signature of the published test vector', () => {
    expect(
      new StandardWebhook(secret).sign(
        'msg_p5jXN8AQM9LWM0D4loKWxJek',
        new Date(1614265330 * 1000),
        '{"test": 2432232314}',
      ),
    ).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  });

  it('is signed over id, timestamp and body by every secret in force', () => {
    const other = `whsec_${Buffer.alloc(24, 7).toString('base64')}`;
    const now = new Date('2026-03-02T09:31:00Z');
    const { headers, body } = standardMessage(told, [secret, other], now);
    const by = (key: string) =>
      `v1,${createHmac('sha256', Buffer.from(key.slice('whsec_'.length), 'base64'))
        .update(`msg_1.1772443860.${body}`)
        .digest('base64')}`;
    expect(headers).toMatchObject({
      'webhook-id': 'msg_1',
      'webhook-timestamp': '1772443860',
      'webhook-signature': `${by(secret)} ${by(other)}`,
    });
    expect(JSON.parse(body)).toMatchObject({
      type: 'incident-acknowledged',
      timestamp: '2026-03-02T09:30:00.000Z',
      data: { tenant: 'northfield', about: { thing: 'incident', id: 'i1' }, link: told.link },
    });
  });
});

describe('a message to a chat', () => {
  it('says the sentence in the language of the channel, and mentions nobody', () => {
    const slack = JSON.parse(chatMessage(told, 'slack', 'es').body);
    expect(slack.text).toBe(
      'Northfield: Acuse de recibo del incidente: INC-7, Lost &lt;!channel&gt; &amp; *laptop* (Halcyon)',
    );
    expect(slack.blocks[0].text.type).toBe('plain_text');
    expect(slack.blocks.at(-1).text.text).toBe(`<${told.link}|Abrir en Plumbline>`);
    const teams = JSON.parse(chatMessage(told, 'teams', 'en').body);
    const { content } = teams.attachments[0];
    expect(content.body[0].inlines[0].text).toBe(
      'Northfield: Incident acknowledged: INC-7, Lost <!channel> & *laptop* (Halcyon)',
    );
    expect(content.actions).toEqual([{ type: 'Action.OpenUrl', title: 'Open in Plumbline', url: told.link }]);
  });
});

describe('the schedule of retries', () => {
  it('makes ten attempts over about 75 hours', () => {
    const start = new Date('2026-03-02T00:00:00Z');
    let at = start;
    const attempts = [start];
    for (let failed = 1; ; failed += 1) {
      const next = nextAttempt(failed, at);
      if (!next) break;
      attempts.push((at = next));
    }
    expect(attempts).toHaveLength(10);
    expect(attempts[1]).toEqual(new Date('2026-03-02T00:00:05Z'));
    expect(at).toEqual(new Date('2026-03-05T03:35:05Z'));
  });
});
