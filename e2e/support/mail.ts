import { expect } from '@playwright/test';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The link of the newest mail to an address whose path begins so, and that says something, where that is named: the worker
 * writes mails to a folder here.
 */
export async function mailedLink(to: string, path: string, says = ''): Promise<string> {
  let link: string | undefined;
  await expect
    .poll(() => (link = newestLink(to, path, says)), { message: `a mail to ${to} with a link to ${path}` })
    .toBeDefined();
  return link ?? '';
}

function newestLink(to: string, path: string, says: string): string | undefined {
  const folder = process.env['PLUMBLINE_MAIL'] ?? '';
  const links = readdirSync(folder)
    .filter((name) => name.endsWith('.eml'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .filter((mail) => new RegExp(`^To: .*${to.replaceAll('.', '\\.')}`, 'im').test(mail))
    .filter((mail) => unfolded(mail).includes(says))
    .map((mail) => ({
      at: Date.parse(/^Date: (.*)$/im.exec(mail)?.[1] ?? ''),
      path: new RegExp(`https?://[^\\s"<]+(${path}[^\\s"<>]+)`).exec(unfolded(mail))?.[1],
    }))
    .filter((each) => each.path !== undefined)
    .sort((one, other) => one.at - other.at);
  return links.at(-1)?.path;
}

/** Quoted-printable undone: soft line ends and escaped characters. */
function unfolded(mail: string): string {
  return mail
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
