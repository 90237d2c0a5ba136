import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { mailHtml } from './mail-html';

export interface Letter {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly at: Date;
  readonly language: string;
  /** Answers one-click leaving (RFC 8058); null for what cannot be left. */
  readonly unsubscribeUrl: string | null;
}

/** Hands a letter on, or throws. */
export type MailTransport = (letter: Letter) => Promise<void>;

/** By SMTP when `SMTP_URL` says where; otherwise each mail becomes a file in `PLUMBLINE_MAIL`, to be read on the spot. */
export function mailTransportFromEnvironment(env: NodeJS.ProcessEnv = process.env): MailTransport {
  const from = env['MAIL_FROM'] ?? 'Plumbline <no-reply@localhost>';
  const smtp = env['SMTP_URL'];
  return smtp ? smtpTransport(smtp, from) : fileTransport(env['PLUMBLINE_MAIL'] ?? '.plumbline/mail', from);
}

function smtpTransport(url: string, from: string): MailTransport {
  const transport = createTransport({
    url,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
  });
  return async (letter) => {
    await transport.sendMail(messageOf(letter, from));
  };
}

export function fileTransport(folder: string, from: string): MailTransport {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return async (letter) => {
    const { message } = await transport.sendMail(messageOf(letter, from));
    await mkdir(folder, { recursive: true });
    const name = join(folder, `${letter.id}.eml`);
    // whoever watches the folder never sees half a mail
    await writeFile(`${name}.part`, message as Buffer);
    await rename(`${name}.part`, name);
  };
}

/** The Message-ID follows from the row: a mail that went out twice, because the sender died in between, shows as one. */
function messageOf(letter: Letter, from: string) {
  return {
    from,
    to: { name: '', address: letter.to },
    subject: letter.subject,
    text: letter.text,
    html: mailHtml(letter),
    date: letter.at,
    messageId: `<${letter.id}@plumbline>`,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'Content-Language': letter.language,
      ...(letter.unsubscribeUrl === null
        ? {}
        : {
            'List-Unsubscribe': `<${letter.unsubscribeUrl}>`,
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          }),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
