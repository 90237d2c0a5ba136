import { Controller, Res } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import { createApiKey, listApiKeys, revokeApiKey } from '@plumbline/people/schema';
import { CurrentActor, Handles, IfMatch, Input } from '@plumbline/platform/http';
import type { Actor } from '@plumbline/platform/tenancy';
import type { Response } from 'express';
import { ApiKeysService } from './api-keys.service';

@Controller()
export class ApiKeysController {
  constructor(private readonly apiKeys: ApiKeysService) {}

  @Handles(listApiKeys)
  list(@CurrentActor() actor: Actor, @Input() { query }: InputOf<typeof listApiKeys>) {
    return this.apiKeys.list(actor, query);
  }

  @Handles(createApiKey)
  create(
    @CurrentActor() actor: Actor,
    @Input() { body }: InputOf<typeof createApiKey>,
    @Res({ passthrough: true }) response: Response,
  ) {
    response.setHeader('Cache-Control', 'no-store');
    return this.apiKeys.create(actor, body);
  }

  @Handles(revokeApiKey)
  revoke(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof revokeApiKey>,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.apiKeys.revoke(actor, params.apiKeyId, version);
  }
}
