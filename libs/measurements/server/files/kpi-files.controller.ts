import { Controller, Req, Res } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import {
  confirmKpiFile,
  downloadKpiFile,
  downloadKpiFileProblems,
  listKpiFileProblems,
  listKpiFiles,
  mapKpiFile,
  previewKpiFile,
  resolveKpiFileNames,
  resolveKpiFileVendors,
  suggestKpiMapping,
  uploadKpiFile,
  viewKpiFile,
  viewKpiFileReceipt,
  withdrawKpiFile,
} from '@plumbline/measurements/schema';
import { asAttachment, CurrentActor, Handles, IfMatch, Input } from '@plumbline/platform/http';
import type { Actor } from '@plumbline/platform/tenancy';
import type { Request, Response } from 'express';
import { pipeline } from 'node:stream/promises';
import { KpiFileMappingsService } from './kpi-file-mappings.service';
import { arrivalOf } from './arrival-of';
import { KpiFileReceipts } from './kpi-file-receipts';
import { KpiFileUploads } from './kpi-file-uploads';
import { KpiFilesService } from './kpi-files.service';
import { receiveUpload } from './receive-upload';

@Controller()
export class KpiFilesController {
  constructor(
    private readonly files: KpiFilesService,
    private readonly mappings: KpiFileMappingsService,
    private readonly uploads: KpiFileUploads,
    private readonly receipts: KpiFileReceipts,
  ) {}

  @Handles(listKpiFiles)
  list(@CurrentActor() actor: Actor, @Input() { query }: InputOf<typeof listKpiFiles>) {
    return this.files.list(actor, query);
  }

  @Handles(uploadKpiFile)
  async upload(
    @CurrentActor() actor: Actor,
    @Input() { query }: InputOf<typeof uploadKpiFile>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    const { vendorId, vendorCode = '', name: said, autoConfirm } = query;
    const vendor = await this.uploads.admit(
      actor,
      vendorId === undefined ? { code: vendorCode } : { id: vendorId },
    );
    const arrival = arrivalOf(actor, request);
    const whenKnown = autoConfirm === 'true' ? 'load' : 'ask';
    return receiveUpload(request, response, said, (content, name) =>
      this.uploads.receive(actor, { vendor, name, content, arrival, whenKnown }),
    );
  }

  @Handles(viewKpiFile)
  view(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof viewKpiFile>) {
    return this.files.view(actor, params.kpiFileId);
  }

  @Handles(viewKpiFileReceipt)
  receipt(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof viewKpiFileReceipt>) {
    return this.receipts.of(actor, params.kpiFileId);
  }

  @Handles(suggestKpiMapping)
  suggest(@CurrentActor() actor: Actor, @Input() { params, query }: InputOf<typeof suggestKpiMapping>) {
    return this.mappings.suggest(actor, params.kpiFileId, query);
  }

  @Handles(previewKpiFile)
  preview(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<typeof previewKpiFile>) {
    return this.mappings.preview(actor, params.kpiFileId, body.mapping);
  }

  @Handles(mapKpiFile)
  map(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof mapKpiFile>,
    @IfMatch() version: number,
  ) {
    return this.mappings.map(actor, params.kpiFileId, body, version);
  }

  @Handles(confirmKpiFile)
  confirm(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof confirmKpiFile>,
    @IfMatch() version: number,
  ) {
    return this.files.confirm(actor, params.kpiFileId, body, version);
  }

  @Handles(withdrawKpiFile)
  withdraw(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof withdrawKpiFile>,
    @IfMatch() version: number,
  ) {
    return this.files.withdraw(actor, params.kpiFileId, version);
  }

  @Handles(resolveKpiFileVendors)
  resolveVendors(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof resolveKpiFileVendors>,
  ) {
    return this.files.resolveVendors(actor, params.kpiFileId, body);
  }

  @Handles(resolveKpiFileNames)
  resolveNames(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof resolveKpiFileNames>,
    @IfMatch() version: number,
  ) {
    return this.files.resolveNames(actor, params.kpiFileId, body, version);
  }

  @Handles(listKpiFileProblems)
  problems(@CurrentActor() actor: Actor, @Input() { params, query }: InputOf<typeof listKpiFileProblems>) {
    return this.files.problems(actor, params.kpiFileId, query);
  }

  @Handles(downloadKpiFileProblems)
  async downloadProblems(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: InputOf<typeof downloadKpiFileProblems>,
    @Res() response: Response,
  ): Promise<void> {
    const { name, text } = await this.files.problemsAsCsv(actor, params.kpiFileId, query.language);
    asAttachment(response, name, 'text/csv; charset=utf-8').send(text);
  }

  @Handles(downloadKpiFile)
  async download(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof downloadKpiFile>,
    @Res() response: Response,
  ): Promise<void> {
    const { name, bytes, content } = await this.files.content(actor, params.kpiFileId);
    asAttachment(response, name, 'application/octet-stream').setHeader('Content-Length', bytes);
    // a frame that fails half way destroys the connection: a part must not pass for the whole
    await pipeline(content, response);
  }
}
