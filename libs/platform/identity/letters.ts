import { Injectable } from '@nestjs/common';
import { Mail } from '../notifications';
import { PublicUrl } from './public-url';

type Transaction = Parameters<Mail['post']>[0];

interface Addressee {
  readonly name: string;
  readonly email: string;
}

/** What identity writes to people: each letter in the transaction that makes it necessary, links by `PublicUrl` only. */
@Injectable()
export class Letters {
  constructor(
    private readonly mail: Mail,
    private readonly publicUrl: PublicUrl,
  ) {}

  passwordLink(transaction: Transaction, to: Addressee, token: string, minutes: number): Promise<void> {
    return this.mail.post(transaction, {
      to: to.email,
      subject: 'Choose a new password for Plumbline',
      text: [
        `Hello ${to.name},`,
        'somebody, probably you, asked for a new password for your Plumbline account. Choose it here:',
        this.publicUrl.link('reset-password', token),
        `The link works once, within ${minutes} minutes. Your authenticator app stays as it is.`,
        'If it was not you, nothing has changed, and you need do nothing.',
      ],
    });
  }

  passwordChanged(transaction: Transaction, to: Addressee): Promise<void> {
    return this.mail.post(transaction, {
      to: to.email,
      subject: 'Your Plumbline password was changed',
      text: [
        `Hello ${to.name},`,
        'the password of your Plumbline account was just changed, and you were signed out everywhere.',
        'If it was not you, tell your administrator at once.',
      ],
    });
  }

  invitation(
    transaction: Transaction,
    {
      email,
      from,
      tenant,
      token,
      days,
    }: { email: string; from: string; tenant: string; token: string; days: number },
  ): Promise<void> {
    return this.mail.post(transaction, {
      to: email,
      subject: `${from} invites you to ${tenant} on Plumbline`,
      text: [
        'Hello,',
        `${from} invites you to work with ${tenant} on Plumbline. Accept here:`,
        this.publicUrl.link('invitations', token),
        `The link works once, within ${days} days. If you did not expect it, ignore it.`,
      ],
    });
  }
}
