import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { Request } from 'express';
import { Strategy } from 'passport-custom';
import { InvalidError } from '../errors';
import { PASSWORD_MAX } from './password-rules';
import { placeOf } from './place-of';
import { SignIn, signInFailed } from './sign-in';

/** What the `password` strategy leaves in `request.user`. */
export interface FirstFactorGiven {
  readonly personId: string;
}

/** Passport strategy `password`: e-mail address and password in the body of the sign-in call. */
@Injectable()
export class PasswordStrategy extends PassportStrategy(Strategy, 'password') {
  constructor(private readonly signIn: SignIn) {
    super();
  }

  async validate(request: Request): Promise<FirstFactorGiven> {
    const { email, password } = (request.body ?? {}) as { email?: unknown; password?: unknown };
    if (typeof email !== 'string') throw InvalidError.field('email', 'invalid', 'an e-mail address');
    if (typeof password !== 'string') throw InvalidError.field('password', 'invalid', 'a password');
    // longer than any password here can be: not worth hashing
    const fits = password.length <= 4 * PASSWORD_MAX && email.length <= 320;
    const personId = fits ? await this.signIn.personByPassword(email, password, placeOf(request)) : null;
    if (personId === null) throw signInFailed();
    return { personId };
  }
}
