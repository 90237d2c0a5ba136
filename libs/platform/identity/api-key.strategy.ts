import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { Request } from 'express';
import { Strategy } from 'passport-custom';
import { NotAllowedError } from '../errors';
import { ApiKeys } from './api-keys';
import type { Caller } from './caller';

/** Passport strategy `api-key`: `Authorization: Bearer plk_…` of a machine. */
@Injectable()
export class ApiKeyStrategy extends PassportStrategy(Strategy, 'api-key') {
  constructor(private readonly apiKeys: ApiKeys) {
    super();
  }

  async validate(request: Request): Promise<Caller | false> {
    const header = request.header('authorization');
    if (header === undefined) return false;
    const key = /^Bearer (plk_[\w-]{43})$/i.exec(header)?.[1];
    const { tenant } = request.params;
    const caller = key && typeof tenant === 'string' ? await this.apiKeys.find(tenant, key) : null;
    // unknown, expired, revoked and another tenant's answer alike
    if (!caller) throw new NotAllowedError('api-key-not-valid', 'This API key is not valid here.', 401);
    return caller;
  }
}
