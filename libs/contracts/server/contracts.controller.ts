import { Controller } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import {
  activateContractVersion,
  changeContract,
  changeContractDraft,
  compareContractVersions,
  copyContract,
  createContract,
  draftContractVersion,
  listContracts,
  viewContract,
  viewContractVersion,
} from '@plumbline/contracts/schema';
import { CurrentActor, Handles, IfMatch, Input } from '@plumbline/platform/http';
import type { Actor } from '@plumbline/platform/tenancy';
import { ContractCopiesService } from './contract-copies.service';
import { ContractVersionsService } from './contract-versions.service';
import { ContractsService } from './contracts.service';

@Controller()
export class ContractsController {
  constructor(
    private readonly contracts: ContractsService,
    private readonly versions: ContractVersionsService,
    private readonly copies: ContractCopiesService,
  ) {}

  @Handles(listContracts)
  list(@CurrentActor() actor: Actor, @Input() { query }: InputOf<typeof listContracts>) {
    return this.contracts.list(actor, query);
  }

  @Handles(createContract)
  create(@CurrentActor() actor: Actor, @Input() { body }: InputOf<typeof createContract>) {
    return this.contracts.create(actor, body);
  }

  @Handles(viewContract)
  view(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof viewContract>) {
    return this.contracts.view(actor, params.contractId);
  }

  @Handles(changeContract)
  change(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof changeContract>,
    @IfMatch() version: number,
  ) {
    return this.contracts.change(actor, params.contractId, body, version);
  }

  @Handles(draftContractVersion)
  amend(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<typeof draftContractVersion>) {
    return this.versions.amend(actor, params.contractId, body.effectiveFrom);
  }

  @Handles(viewContractVersion)
  viewVersion(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof viewContractVersion>) {
    return this.versions.view(actor, params.contractId, params.number);
  }

  @Handles(compareContractVersions)
  compare(
    @CurrentActor() actor: Actor,
    @Input() { params, query: { before, after } }: InputOf<typeof compareContractVersions>,
  ) {
    return this.versions.compare(actor, params.contractId, { before, after });
  }

  @Handles(changeContractDraft)
  changeDraft(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof changeContractDraft>,
    @IfMatch() version: number,
  ) {
    return this.versions.replace(actor, params.contractId, params.number, body, version);
  }

  @Handles(activateContractVersion)
  activate(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof activateContractVersion>,
    @IfMatch() version: number,
  ) {
    return this.versions.activate(actor, params.contractId, params.number, version);
  }

  @Handles(copyContract)
  copy(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<typeof copyContract>) {
    return this.copies.copy(actor, params.contractId, body);
  }
}
