import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { Request } from 'express';
import { Strategy } from 'passport-custom';
import type { Caller } from './caller';
import { cookieOf, SESSION_COOKIE } from './cookies';
import { Sessions } from './sessions';

/** Passport strategy `session`: the cookie of a signed-in person. */
@Injectable()
export class SessionStrategy extends PassportStrategy(Strategy, 'session') {
  constructor(private readonly sessions: Sessions) {
    super();
  }

  async validate(request: Request): Promise<Caller | false> {
    const token = cookieOf(request, SESSION_COOKIE);
    // a request that names a key is the key's, whatever cookies come along
    if (token === undefined || request.header('authorization') !== undefined) return false;
    const signedIn = await this.sessions.find(token);
    return signedIn ? { kind: 'person', signedIn } : false;
  }
}
