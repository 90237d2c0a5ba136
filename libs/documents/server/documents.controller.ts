import { Controller, Req, Res } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import { downloadDocument, uploadDocument, viewDocument } from '@plumbline/documents/schema';
import { InvalidError } from '@plumbline/platform/errors';
import {
  asAttachment,
  CurrentActor,
  fileName,
  Handles,
  Input,
  receivePart,
  saidName,
} from '@plumbline/platform/http';
import type { Actor } from '@plumbline/platform/tenancy';
import type { Request, Response } from 'express';
import { pipeline } from 'node:stream/promises';
import { DocumentsService } from './documents.service';

const NAMELESS = 'document';

@Controller()
export class DocumentsController {
  constructor(private readonly documents: DocumentsService) {}

  @Handles(uploadDocument)
  async upload(
    @CurrentActor() actor: Actor,
    @Input() { query }: InputOf<typeof uploadDocument>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    const { vendorId } = query;
    await this.documents.admit(actor, vendorId);
    if (request.is('multipart/form-data'))
      return receivePart(request, response, NAMELESS, (content, name) =>
        this.documents.receive(actor, { vendorId, name, content }),
      );
    const said = query.name ?? saidName(request.header('content-disposition'));
    if (said === undefined)
      throw InvalidError.field(
        'query.name',
        'required',
        'say what the document is called: name=certificate.pdf',
      );
    try {
      return await this.documents.receive(actor, {
        vendorId,
        name: fileName(said, NAMELESS),
        content: request,
      });
    } catch (error) {
      // the rest is read and dropped, so that the answer reaches a client that is still sending
      request.resume();
      throw error;
    }
  }

  @Handles(viewDocument)
  view(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof viewDocument>) {
    return this.documents.view(actor, params.documentId);
  }

  @Handles(downloadDocument)
  async download(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof downloadDocument>,
    @Res() response: Response,
  ): Promise<void> {
    const { name, bytes, content } = await this.documents.content(actor, params.documentId);
    asAttachment(response, name, 'application/octet-stream').setHeader('Content-Length', bytes);
    // a frame that fails half way destroys the connection: a part must not pass for the whole
    await pipeline(content, response);
  }
}
