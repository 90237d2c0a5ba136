import { Controller, Res } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import { downloadRestatedFigures, listRestatedFigures } from '@plumbline/measurements/schema';
import { asAttachment, CurrentActor, Handles, Input } from '@plumbline/platform/http';
import type { Actor } from '@plumbline/platform/tenancy';
import type { Response } from 'express';
import { pipeline } from 'node:stream/promises';
import { RestatedFiguresService } from './restated-figures.service';

@Controller()
export class RestatedFiguresController {
  constructor(private readonly restated: RestatedFiguresService) {}

  @Handles(listRestatedFigures)
  list(@CurrentActor() actor: Actor, @Input() { params, query }: InputOf<typeof listRestatedFigures>) {
    return this.restated.list(actor, params.kpiFileId, query);
  }

  @Handles(downloadRestatedFigures)
  async download(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof downloadRestatedFigures>,
    @Res() response: Response,
  ): Promise<void> {
    const { name, content } = await this.restated.asCsv(actor, params.kpiFileId);
    // what fails half way destroys the connection: a part must not pass for the whole
    await pipeline(content, asAttachment(response, name, 'text/csv; charset=utf-8'));
  }
}
