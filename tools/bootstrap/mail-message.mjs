/**
 * Reads a mail as the worker writes it where there is no mail server: headers, a plain text part, an HTML part. Not a mail
 * program: it knows what nodemailer writes, and nothing else has to be read here. Builtins only.
 */

/**
 * @typedef {object} MailMessage
 * @property {string} subject
 * @property {string} to
 * @property {string} date
 * @property {string} text
 * @property {string | null} html
 * @property {readonly (readonly [string, string])[]} headers as they stand, in order
 */

/**
 * @param {string} source
 * @returns {MailMessage}
 */
export function readMessage(source) {
  const { headers, body } = splitPart(source);
  const header = (/** @type {string} */ name) =>
    headers.find(([key]) => key.toLowerCase() === name)?.[1] ?? '';
  const parts = partsOf(header('content-type'), header('content-transfer-encoding'), body);
  return {
    subject: decodeWords(header('subject')),
    to: decodeWords(header('to')),
    date: header('date'),
    text: parts.find(({ type }) => type === 'text/plain')?.content ?? '',
    html: parts.find(({ type }) => type === 'text/html')?.content ?? null,
    headers: headers.map(([name, value]) => /** @type {const} */ ([name, decodeWords(value)])),
  };
}

/**
 * @param {string} source
 * @returns {{headers: [string, string][], body: string}}
 */
function splitPart(source) {
  const text = source.replaceAll('\r\n', '\n');
  const end = text.indexOf('\n\n');
  const head = end < 0 ? text : text.slice(0, end);
  const headers = head
    .replace(/\n[ \t]+/g, ' ')
    .split('\n')
    .flatMap((line) => {
      const at = line.indexOf(':');
      return at < 0 ? [] : [/** @type {[string, string]} */ ([line.slice(0, at), line.slice(at + 1).trim()])];
    });
  return { headers, body: end < 0 ? '' : text.slice(end + 2) };
}

/**
 * @param {string} type
 * @param {string} encoding
 * @param {string} body
 * @returns {{type: string, content: string}[]}
 */
function partsOf(type, encoding, body) {
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1];
  if (boundary === undefined) {
    return [
      {
        type: (type.split(';')[0] || 'text/plain').trim().toLowerCase(),
        content: decodeBody(encoding, body),
      },
    ];
  }
  return body
    .split(`--${boundary}`)
    .slice(1)
    .filter((part) => !part.startsWith('--'))
    .flatMap((part) => {
      const { headers, body: inner } = splitPart(part.replace(/^\n/, ''));
      const of = (/** @type {string} */ name) =>
        headers.find(([key]) => key.toLowerCase() === name)?.[1] ?? '';
      return partsOf(of('content-type'), of('content-transfer-encoding'), inner.replace(/\n$/, ''));
    });
}

/**
 * @param {string} encoding
 * @param {string} body
 */
function decodeBody(encoding, body) {
  if (/base64/i.test(encoding)) return Buffer.from(body, 'base64').toString('utf8');
  if (/quoted-printable/i.test(encoding)) return quotedPrintable(body.replaceAll('=\n', ''));
  return body;
}

/** @param {string} text */
function quotedPrintable(text) {
  const bytes = text
    .replace(/[^\0-\x7f]/gu, '?')
    .replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** Encoded words (RFC 2047); the white space between two of them is none. */
function decodeWords(/** @type {string} */ text) {
  return text
    .replace(/(\?=)\s+(=\?)/g, '$1$2')
    .replace(/=\?utf-8\?([QB])\?([^?]*)\?=/gi, (_, way, words) =>
      way.toUpperCase() === 'B'
        ? Buffer.from(words, 'base64').toString('utf8')
        : quotedPrintable(words.replaceAll('_', ' ')),
    );
}
