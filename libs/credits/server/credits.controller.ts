import { Controller, StreamableFile } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import {
  approveCreditStatement,
  attachCreditDisputeDocuments,
  type CreditStatement,
  decideCreditDispute,
  disputeCreditLine,
  downloadCreditLines,
  downloadCreditStatement,
  exportCreditStatement,
  listCreditSchemeGaps,
  listCreditSchemes,
  listCreditStatements,
  listHeldTriggers,
  proposeCreditScheme,
  remarkOnCreditStatement,
  saveCreditScheme,
  shareCreditStatement,
  viewCreditScheme,
  viewCreditStatement,
  withdrawCreditDispute,
} from '@plumbline/credits/schema';
import { CurrentActor, Handles, IfMatch, Input } from '@plumbline/platform/http';
import type { Actor } from '@plumbline/platform/tenancy';
import { ApprovalsService } from './approvals.service';
import { DisputesService } from './disputes.service';
import { SchemesService } from './schemes.service';
import { statementCsv, statementFileName } from './statement-csv';
import { StatementsService } from './statements.service';

@Controller()
export class CreditsController {
  constructor(
    private readonly schemes: SchemesService,
    private readonly statements: StatementsService,
    private readonly approvals: ApprovalsService,
    private readonly disputes: DisputesService,
  ) {}

  @Handles(listCreditSchemes)
  listSchemes(@CurrentActor() actor: Actor, @Input() { query }: InputOf<typeof listCreditSchemes>) {
    return this.schemes.list(actor, query);
  }

  @Handles(viewCreditScheme)
  viewScheme(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof viewCreditScheme>) {
    return this.schemes.view(actor, params.contractId, params.number);
  }

  @Handles(proposeCreditScheme)
  proposeScheme(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: InputOf<typeof proposeCreditScheme>,
  ) {
    return this.schemes.propose(actor, params.contractId, params.number, query.fromContractId);
  }

  @Handles(listCreditSchemeGaps)
  schemeGaps(@CurrentActor() actor: Actor) {
    return this.schemes.gaps(actor);
  }

  @Handles(saveCreditScheme)
  saveScheme(@CurrentActor() actor: Actor, @Input() { body }: InputOf<typeof saveCreditScheme>) {
    return this.schemes.save(actor, body);
  }

  @Handles(listCreditStatements)
  list(@CurrentActor() actor: Actor, @Input() { query }: InputOf<typeof listCreditStatements>) {
    return this.statements.list(actor, query);
  }

  @Handles(viewCreditStatement)
  view(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof viewCreditStatement>) {
    return this.statements.view(actor, params.statementId);
  }

  @Handles(listHeldTriggers)
  triggers(@CurrentActor() actor: Actor, @Input() { query }: InputOf<typeof listHeldTriggers>) {
    return this.statements.triggers(actor, query);
  }

  @Handles(shareCreditStatement)
  share(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof shareCreditStatement>,
    @IfMatch() version: number,
  ) {
    return this.approvals.share(actor, params.statementId, version);
  }

  @Handles(approveCreditStatement)
  approve(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof approveCreditStatement>,
    @IfMatch() version: number,
  ) {
    return this.approvals.approve(actor, params.statementId, version);
  }

  @Handles(disputeCreditLine)
  dispute(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<typeof disputeCreditLine>) {
    return this.disputes.raise(actor, params.statementId, body);
  }

  @Handles(attachCreditDisputeDocuments)
  attach(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof attachCreditDisputeDocuments>,
  ) {
    return this.disputes.attach(actor, params.statementId, params.disputeId, body.documents);
  }

  @Handles(decideCreditDispute)
  decide(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<typeof decideCreditDispute>) {
    return this.disputes.decide(actor, params.statementId, params.disputeId, body);
  }

  @Handles(withdrawCreditDispute)
  withdraw(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof withdrawCreditDispute>) {
    return this.disputes.withdraw(actor, params.statementId, params.disputeId);
  }

  @Handles(remarkOnCreditStatement)
  remark(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<typeof remarkOnCreditStatement>) {
    return this.disputes.remark(actor, params.statementId, body);
  }

  @Handles(exportCreditStatement)
  export(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof exportCreditStatement>) {
    return this.approvals.export(actor, params.statementId);
  }

  @Handles(downloadCreditStatement)
  async download(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof downloadCreditStatement>) {
    const exported = await this.statements.export(actor, params.statementId);
    const text = JSON.stringify(exported, null, 2);
    return download(exported.statement, 'json', 'application/json', text);
  }

  @Handles(downloadCreditLines)
  async downloadLines(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof downloadCreditLines>,
  ) {
    const statement = await this.statements.view(actor, params.statementId);
    return download(statement, 'csv', 'text/csv; charset=utf-8', statementCsv(statement));
  }
}

function download(statement: CreditStatement, extension: string, type: string, text: string): StreamableFile {
  const name = statementFileName(statement, extension);
  return new StreamableFile(Buffer.from(text), { type, disposition: `attachment; filename="${name}"` });
}
