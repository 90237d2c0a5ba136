import { Controller } from '@nestjs/common';
import { operation } from '@plumbline/api/schema';
import { Handles, openApiDocument } from '@plumbline/platform/http';
import { DeclaredOperations, PublicUrl } from '@plumbline/platform/identity';
import * as z from 'zod';

export const viewOpenApi = operation({
  id: 'viewOpenApi',
  method: 'GET',
  path: '/api/openapi.json',
  summary: 'This document: every operation that is served, as OpenAPI 3.1',
  thing: 'api',
  access: { open: 'the interface is public; it tells of no tenant' },
  response: z.looseObject({ openapi: z.literal('3.1.0') }),
  example: { response: { openapi: '3.1.0' } },
});

@Controller()
export class OpenApiController {
  private document: { [key: string]: unknown } | undefined;

  constructor(
    private readonly operations: DeclaredOperations,
    private readonly publicUrl: PublicUrl,
  ) {}

  @Handles(viewOpenApi)
  view(): { [key: string]: unknown } {
    this.document ??= openApiDocument(this.operations.all(), {
      version: '0.1.0',
      url: this.publicUrl.origin,
    });
    return this.document;
  }
}
