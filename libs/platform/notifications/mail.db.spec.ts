import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Seal } from '../identity/seal';
import { log } from '../jobs/log';
import { FixedClock } from '../tenancy';
import { actorIn, openTestDatabase, type TestDatabase } from '../testing';
import { Mail } from './mail';
import { MailSender, pauseAfter } from './mail-sender';
import { fileTransport, type Letter } from './mail-transport';

describe('the post', () => {
  let database: TestDatabase;
  let sent: Letter[];
  let refuse: (letter: Letter) => boolean;
  let sender: MailSender;
  const clock = new FixedClock(Temporal.Instant.from('2026-03-02T09:00:00Z'));
  const seal = new Seal(randomBytes(32));
  const mail = new Mail(clock, seal);

  beforeAll(async () => {
    database = await openTestDatabase();
    log.level = 'error';
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    await database.owner.query('delete from mail');
    clock.set('2026-03-02T09:00:00Z');
    sent = [];
    refuse = () => false;
    sender = new MailSender(database.door, clock, seal, async (letter) => {
      if (refuse(letter)) throw new Error('451 try again later');
      sent.push(letter);
    });
  });

  const post = async (to = 'ana@people.test', subject = 'Hello'): Promise<void> => {
    const tenant = await database.tenant();
    await database.door.withTenant(actorIn(tenant, 'administrator'), (tx) =>
      mail.post(tx, { to, subject, text: ['Dear Ana,', 'https://plumbline.test/invitations/secret-token'] }),
    );
  };
  const rows = async () =>
    (await database.owner.query<Record<string, unknown>>('select * from mail order by id')).rows;
  const sendAll = async (): Promise<void> => {
    while (await sender.sendOne());
  };

  it('holds no readable body, and nothing of it once it was sent', async () => {
    await post();
    expect(JSON.stringify((await rows())[0])).not.toMatch(/secret-token/);
    expect((await rows())[0]?.['body_sealed']?.toString()).not.toMatch(/secret-token/);
    await sendAll();
    expect(sent.map((letter) => letter.text)).toEqual([
      'Dear Ana,\n\nhttps://plumbline.test/invitations/secret-token',
    ]);
    expect((await rows())[0]).toMatchObject({ body_sealed: null, sent_at: clock.date() });
    await sendAll();
    expect(sent).toHaveLength(1);
  });

  it('takes nothing when the transaction is undone', async () => {
    const tenant = await database.tenant();
    const undone = database.door.withTenant(actorIn(tenant, 'administrator'), async (tx) => {
      await mail.post(tx, { to: 'a@people.test', subject: 'x', text: ['x'] });
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await rows()).toEqual([]);
  });

  it('waits and tries again while the receiver is down, and other mails go on', async () => {
    await post('down@people.test');
    await post('up@people.test');
    refuse = (letter) => letter.to === 'down@people.test';
    await sendAll();
    expect(sent.map((letter) => letter.to)).toEqual(['up@people.test']);
    expect((await rows())[0]).toMatchObject({
      attempts: 1,
      last_error: '451 try again later',
      sent_at: null,
    });
    refuse = () => false;
    await sendAll();
    expect(sent).toHaveLength(1);
    clock.set('2026-03-02T09:00:05Z');
    await sendAll();
    expect(sent.map((letter) => letter.to)).toEqual(['up@people.test', 'down@people.test']);
  });

  it('gives up after twelve tries, and keeps the row with its last error', async () => {
    await post();
    refuse = () => true;
    for (let attempt = 0; attempt < 14; attempt += 1) {
      await sendAll();
      clock.set(clock.now().add({ hours: 7 }).toString());
    }
    expect((await rows())[0]).toMatchObject({ attempts: 12, sent_at: null });
    expect(pauseAfter(1)).toBe(5_000);
    expect(pauseAfter(40)).toBe(6 * 3_600_000);
  });

  it('is shared by two senders without a mail going out twice', async () => {
    for (let count = 0; count < 6; count += 1) await post(`p${count}@people.test`);
    await Promise.all([sendAll(), sendAll(), sendAll()]);
    expect(sent.map((letter) => letter.to).sort()).toEqual(
      Array.from({ length: 6 }, (_, n) => `p${n}@people.test`),
    );
  });

  it('writes files where there is no mail server, with headers that nobody can break out of', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mail-'));
    try {
      sender = new MailSender(
        database.door,
        clock,
        seal,
        fileTransport(folder, 'Plumbline <no-reply@plumbline.test>'),
      );
      await post('ana@people.test', 'Hello\r\nBcc: all@evil.example\u2028X: 1');
      await sendAll();
      const [name] = await readdir(folder);
      const text = await readFile(join(folder, name ?? ''), 'utf8');
      const [head = '', ...body] = text.split('\r\n\r\n');
      expect(name).toMatch(/^[\w-]+\.eml$/);
      expect(head).toMatch(/^Subject: Hello Bcc: all@evil\.example X: 1\r$/m);
      expect(head).not.toMatch(/^Bcc:/m);
      expect(head).toMatch(/^To: ana@people\.test\r$/m);
      expect(head).toMatch(/^Message-ID: <[\w-]+@plumbline>\r$/m);
      expect(body.join('\n')).toContain('https://plumbline.test/invitations/secret-token');
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
