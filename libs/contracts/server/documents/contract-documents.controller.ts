import { Controller } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import {
  attachContractDocuments,
  detachContractDocument,
  listContractDocuments,
} from '@plumbline/contracts/schema';
import { CurrentActor, Handles, Input } from '@plumbline/platform/http';
import type { Actor } from '@plumbline/platform/tenancy';
import { ContractDocumentsService } from './contract-documents.service';

@Controller()
export class ContractDocumentsController {
  constructor(private readonly documents: ContractDocumentsService) {}

  @Handles(listContractDocuments)
  list(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof listContractDocuments>) {
    return this.documents.list(actor, params.contractId);
  }

  @Handles(attachContractDocuments)
  attach(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<typeof attachContractDocuments>) {
    return this.documents.attach(actor, params.contractId, body);
  }

  @Handles(detachContractDocument)
  detach(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof detachContractDocument>) {
    return this.documents.detach(actor, params.contractId, params.attachmentId);
  }
}
