import { Controller, Res } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import { downloadKpiFileTemplate } from '@plumbline/contracts/schema';
import { asAttachment, CurrentActor, Handles, Input } from '@plumbline/platform/http';
import type { Actor } from '@plumbline/platform/tenancy';
import type { Response } from 'express';
import { KpiFileTemplatesService } from './kpi-file-templates.service';

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

@Controller()
export class KpiFileTemplatesController {
  constructor(private readonly templates: KpiFileTemplatesService) {}

  @Handles(downloadKpiFileTemplate)
  async download(
    @CurrentActor() actor: Actor,
    @Input() { query }: InputOf<typeof downloadKpiFileTemplate>,
    @Res() response: Response,
  ): Promise<void> {
    const { name, content } = await this.templates.download(actor, query);
    asAttachment(response, name, types[query.format]).send(content);
  }
}
