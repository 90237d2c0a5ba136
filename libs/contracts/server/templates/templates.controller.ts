import { Controller, Res } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import {
  applySlaSchedule,
  changeSlaPack,
  createSlaPack,
  downloadSlaSchedule,
  listSlaPacks,
  previewSlaSchedule,
  retireSlaPack,
} from '@plumbline/contracts/schema';
import { asAttachment, CurrentActor, Handles, IfMatch, Input } from '@plumbline/platform/http';
import type { Actor } from '@plumbline/platform/tenancy';
import type { Response } from 'express';
import { SlaPacksService } from './sla-packs.service';
import { SlaSchedulesService } from './sla-schedules.service';

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

@Controller()
export class SlaTemplatesController {
  constructor(
    private readonly packs: SlaPacksService,
    private readonly schedules: SlaSchedulesService,
  ) {}

  @Handles(listSlaPacks)
  list(@CurrentActor() actor: Actor, @Input() { query }: InputOf<typeof listSlaPacks>) {
    return this.packs.list(actor, query.language);
  }

  @Handles(createSlaPack)
  create(@CurrentActor() actor: Actor, @Input() { body }: InputOf<typeof createSlaPack>) {
    return this.packs.create(actor, body);
  }

  @Handles(changeSlaPack)
  change(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof changeSlaPack>,
    @IfMatch() version: number,
  ) {
    return this.packs.change(actor, params.slaPackId, body, version);
  }

  @Handles(retireSlaPack)
  retire(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof retireSlaPack>,
    @IfMatch() version: number,
  ) {
    return this.packs.retire(actor, params.slaPackId, version);
  }

  @Handles(previewSlaSchedule)
  preview(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<typeof previewSlaSchedule>) {
    return this.schedules.preview(actor, params.contractId, params.number, body);
  }

  @Handles(applySlaSchedule)
  apply(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof applySlaSchedule>,
    @IfMatch() version: number,
  ) {
    return this.schedules.apply(actor, params.contractId, params.number, body, version);
  }

  @Handles(downloadSlaSchedule)
  async download(
    @CurrentActor() actor: Actor,
    @Input() { params, query: { format } }: InputOf<typeof downloadSlaSchedule>,
    @Res() response: Response,
  ): Promise<void> {
    const { name, content } = await this.schedules.download(actor, params.contractId, params.number, format);
    asAttachment(response, name, types[format]).send(content);
  }
}
