/**
 * The mails of `npm start` as web pages: the worker writes each into a file (there is no mail server), and this shows them. A
 * server of the start command alone, on the loopback address; no part of the product knows of it. Builtins only.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { readMessage } from './mail-message.mjs';

const NAME = /^[0-9a-f-]{36}$/;
const SHOWN = 200;

/**
 * @param {string} folder of the .eml files
 * @param {number} port 0: any
 * @returns {Promise<{port: number, stop: () => Promise<void>}>}
 */
export async function serveMails(folder, port) {
  const server = createServer((request, response) => {
    const { status, type, body, policy } = answer(
      folder,
      request.method ?? '',
      request.url ?? '',
      request.headers.host ?? '',
    );
    response.writeHead(status, {
      'Content-Type': `${type}; charset=utf-8`,
      'Content-Security-Policy': policy,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cache-Control': 'no-store',
    });
    response.end(body);
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(undefined));
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const OWN_PAGE =
  "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/** A mail's own HTML: shown inside the page, in a box that runs nothing and fetches nothing; its links open elsewhere. */
const BOXED =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";

/**
 * @param {string} folder
 * @param {string} method
 * @param {string} url
 * @param {string} host
 */
export function answer(folder, method, url, host) {
  // another site's name that leads here would read the mails with its own scripts
  if (!/^(?:localhost|127\.0\.0\.1)(?::\d+)?$/.test(host))
    return plain(421, 'This answers at localhost only.');
  if (method !== 'GET') return plain(405, 'There is nothing to change here.');
  const [, thing = '', id = '', part = ''] = url.split('?')[0]?.split('/') ?? [];
  if (thing === '') return page(listOf(folder), 'Mails', '<meta http-equiv="refresh" content="5">');
  const file = join(folder, `${id}.eml`);
  if (thing !== 'mails' || !NAME.test(id) || !existsSync(file)) return plain(404, 'There is no such mail.');
  const mail = readMessage(readFileSync(file, 'utf8'));
  if (part === 'html' && mail.html !== null) {
    return {
      status: 200,
      type: 'text/html',
      body: mail.html.replace('<head>', '<head><base target="_blank">'),
      policy: BOXED,
    };
  }
  if (part !== '') return plain(404, 'There is no such part.');
  return page(mailPage(id, mail), mail.subject);
}

/** @param {string} folder */
function listOf(folder) {
  const names = existsSync(folder)
    ? readdirSync(folder).filter((name) => name.endsWith('.eml') && NAME.test(name.slice(0, -4)))
    : [];
  // names are uuid v7: they sort by time
  const newest = names.sort().reverse().slice(0, SHOWN);
  const rows = newest.map((name) => {
    const { subject, to, date } = readMessage(readFileSync(join(folder, name), 'utf8'));
    const cells = [
      `<a href="/mails/${name.slice(0, -4)}">${escape(subject || '(no subject)')}</a>`,
      escape(to),
      escape(date),
    ];
    return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  });
  if (rows.length === 0) return '<h1>Mails</h1><p>None yet. Every mail of this start appears here.</p>';
  const more = names.length > SHOWN ? `<p>The newest ${SHOWN} of ${names.length}.</p>` : '';
  return `<h1>Mails</h1>${more}<table><thead><tr><th scope="col">Subject</th><th scope="col">To</th><th scope="col">Date</th></tr></thead><tbody>${rows.join('\n')}</tbody></table>`;
}

/**
 * @param {string} id
 * @param {import('./mail-message.mjs').MailMessage} mail
 */
function mailPage(id, { subject, to, date, text, html, headers }) {
  const linked = escape(text).replace(
    /https?:\/\/[^\s<]+/g,
    (address) => `<a href="${address}" target="_blank" rel="noopener">${address}</a>`,
  );
  const head = headers.map(([name, value]) => `${escape(name)}: ${escape(value)}`).join('\n');
  return [
    '<p><a href="/">All mails</a></p>',
    `<h1>${escape(subject)}</h1>`,
    `<p>To ${escape(to)}<br>${escape(date)}</p>`,
    `<h2>Plain text</h2><pre>${linked}</pre>`,
    ...(html === null
      ? []
      : [
          `<h2>HTML</h2><iframe title="HTML part" src="/mails/${id}/html" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`,
        ]),
    `<details><summary>Headers</summary><pre>${head}</pre></details>`,
  ].join('\n');
}

/**
 * @param {string} body
 * @param {string} title
 * @param {string} [head]
 */
function page(body, title, head = '') {
  const style =
    'body{font:16px/1.5 system-ui,sans-serif;margin:0 auto;max-width:70rem;padding:1rem;color:#1e293b;background:#fff}table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.5rem;border-bottom:1px solid #cbd5e1;overflow-wrap:anywhere}pre{white-space:pre-wrap;overflow-wrap:anywhere;background:#f1f5f9;padding:1rem}iframe{width:100%;height:36rem;border:1px solid #cbd5e1}a{color:#0f5f59}';
  return {
    status: 200,
    type: 'text/html',
    body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">${head}<title>${escape(title)}</title><style>${style}</style></head><body><main>${body}</main></body></html>`,
    policy: OWN_PAGE,
  };
}

/**
 * @param {number} status
 * @param {string} body
 */
function plain(status, body) {
  return { status, type: 'text/plain', body, policy: "default-src 'none'" };
}

/** @param {string} text */
function escape(text) {
  return text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
}
