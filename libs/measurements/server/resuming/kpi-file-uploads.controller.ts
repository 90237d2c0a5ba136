import { Controller, Req, Res } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import {
  beginKpiFileUpload,
  completeKpiFileUpload,
  continueKpiFileUpload,
  listKpiFileUploads,
  removeKpiFileUpload,
  viewKpiFileUpload,
} from '@plumbline/measurements/schema';
import { InvalidError } from '@plumbline/platform/errors';
import { CurrentActor, Handles, Input } from '@plumbline/platform/http';
import type { Actor } from '@plumbline/platform/tenancy';
import type { Request, Response } from 'express';
import { arrivalOf } from '../files/arrival-of';
import { KpiFileUploads } from '../files/kpi-file-uploads';
import { asRule } from '../reading/refusal';
import { IncomingPieces } from './incoming-pieces';
import { declaredFile, declaredPiece, speakTus, tellOffset } from './tus-headers';
import { UnfinishedUploads } from './unfinished-uploads';

/** KPI files in pieces, by the tus protocol 1.0: core, creation, checksum, expiration, termination (decision 0011). */
@Controller()
export class KpiFileUploadsController {
  constructor(
    private readonly unfinished: UnfinishedUploads,
    private readonly uploads: KpiFileUploads,
  ) {}

  @Handles(beginKpiFileUpload)
  async begin(
    @CurrentActor() actor: Actor,
    @Input() { query }: InputOf<typeof beginKpiFileUpload>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    speakTus(request, response);
    const file = await asRule(() => declaredFile(request));
    const vendor = await this.uploads.admit(actor, whoseOf(query));
    const arrival = arrivalOf(actor, request);
    const autoConfirm = query.autoConfirm === 'true';
    const upload = await this.unfinished.begin(actor, { vendor, file, arrival, autoConfirm });
    response.setHeader('Location', `${request.path}/${upload.id}`);
    tellOffset(response, upload);
    return this.unfinished.answer(actor, upload);
  }

  @Handles(listKpiFileUploads)
  async list(@CurrentActor() actor: Actor, @Input() { query }: InputOf<typeof listKpiFileUploads>) {
    const whose = query.vendorId ?? query.vendorCode;
    const vendor = whose === undefined ? undefined : await this.uploads.admit(actor, whoseOf(query));
    return { items: await this.unfinished.list(actor, vendor?.id), nextCursor: null };
  }

  /** Express answers HEAD by it, without the body. */
  @Handles(viewKpiFileUpload)
  async view(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof viewKpiFileUpload>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    speakTus(request, response);
    const upload = await this.unfinished.find(actor, params.kpiFileUploadId);
    tellOffset(response, upload);
    return this.unfinished.answer(actor, upload);
  }

  @Handles(continueKpiFileUpload)
  async continue(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof continueKpiFileUpload>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    speakTus(request, response);
    const { offset, checksum } = declaredPiece(request);
    const incoming = new IncomingPieces(request);
    try {
      tellOffset(
        response,
        await this.unfinished.take(actor, params.kpiFileUploadId, offset, incoming, checksum),
      );
    } finally {
      await incoming.dropRest();
    }
    if (incoming.broken !== undefined)
      throw new InvalidError('bad-request', 'The connection broke: go on from where the upload stands.');
  }

  @Handles(completeKpiFileUpload)
  complete(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof completeKpiFileUpload>) {
    return this.unfinished.complete(actor, params.kpiFileUploadId);
  }

  @Handles(removeKpiFileUpload)
  remove(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof removeKpiFileUpload>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    speakTus(request, response);
    return this.unfinished.remove(actor, params.kpiFileUploadId);
  }
}

function whoseOf({
  vendorId,
  vendorCode = '',
}: {
  vendorId?: string | undefined;
  vendorCode?: string | undefined;
}) {
  return vendorId === undefined ? { code: vendorCode } : { id: vendorId };
}
