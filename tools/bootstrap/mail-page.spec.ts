import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileTransport } from '@plumbline/platform/notifications';
import { readMessage } from './mail-message.mjs';
import { answer, serveMails } from './mail-page.mjs';

const id = '019b2f6e-0000-7000-8000-000000000001';
const older = '019b2f6e-0000-7000-8000-000000000000';

describe('the page of mails', () => {
  let folder: string;
  const get = (url: string, host = 'localhost:3025') => answer(folder, 'GET', url, host);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mails-'));
    const send = fileTransport(folder, 'Plumbline <no-reply@plumbline.test>');
    const letter = {
      to: 'ana@people.test',
      at: new Date('2026-03-02T09:00:00Z'),
      language: 'es',
      unsubscribeUrl: null,
    };
    await send({ ...letter, id: older, subject: 'Earlier', text: 'x' });
    await send({
      ...letter,
      id,
      subject:
        'Incumplido: «plazo» <b>de la compañía</b> con un asunto que es bastante más largo que una línea',
      text: 'Hola, Ana:\n\nuna línea con ñ, € y = y <script>alert(1)</script>, y que es mucho más larga que las 76 letras de una línea\n\nhttps://plumbline.test/t/x?a=1',
      unsubscribeUrl: 'https://plumbline.test/u/1',
    });
    await writeFile(join(folder, 'half.eml.part'), 'not yet');
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('lists them, the newest first', () => {
    const { status, body } = get('/');
    expect(status).toBe(200);
    expect([...body.matchAll(/href="\/mails\/([^"]+)"/g)].map(([, name]) => name)).toEqual([id, older]);
    expect(body).toContain('Incumplido: «plazo» &#60;b&#62;de la compañía&#60;/b&#62; con un asunto');
  });

  it('shows text, headers and the HTML part in a box that runs nothing', () => {
    const { body, policy } = get(`/mails/${id}`);
    expect(body).toContain(
      'una línea con ñ, € y = y &#60;script&#62;alert(1)&#60;/script&#62;, y que es mucho más larga que las 76 letras',
    );
    expect(body).toContain('<a href="https://plumbline.test/t/x?a=1" target="_blank" rel="noopener">');
    expect(body).toContain('List-Unsubscribe: &#60;https://plumbline.test/u/1&#62;');
    expect(body).toMatch(/<iframe [^>]*sandbox="allow-popups allow-popups-to-escape-sandbox"/);
    expect(policy).toContain("default-src 'none'");
    const boxed = get(`/mails/${id}/html`);
    expect(boxed.policy).toMatch(/^sandbox .*default-src 'none'/);
    expect(boxed.body).toContain('<base target="_blank">');
    expect(boxed.body).toContain('Abrir en Plumbline');
    expect(boxed.body).not.toContain('<script>');
  });

  it('answers at localhost only, to looking only, and knows no other file', () => {
    expect(get('/', 'evil.example').status).toBe(421);
    expect(answer(folder, 'POST', '/', 'localhost').status).toBe(405);
    for (const url of [
      '/mails/..%2f..%2fetc',
      '/mails/half',
      `/mails/${id.replace('1', '9')}`,
      `/mails/${id}/x`,
      '/x',
    ])
      expect(get(url).status).toBe(404);
    expect(answer('/no/such/folder', 'GET', '/', 'localhost').body).toContain('None yet');
  });

  it('listens on the loopback address, and stops', async () => {
    const { port, stop } = await serveMails(folder, 0);
    const response = await fetch(`http://127.0.0.1:${port}/`);
    expect([response.status, response.headers.get('content-security-policy')]).toEqual([
      200,
      expect.stringContaining("default-src 'none'"),
    ]);
    await response.text();
    await stop();
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
  });

  it('reads mails of one part, too', () => {
    const mail = readMessage(
      'Subject: =?UTF-8?B?SG9sYQ==?=\r\nTo: a@b.test\r\nContent-Type: text/plain\r\n\r\nfirst\r\nsecond',
    );
    expect(mail).toMatchObject({ subject: 'Hola', to: 'a@b.test', text: 'first\nsecond', html: null });
  });
});
