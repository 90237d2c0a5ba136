import { Controller } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import { CurrentActor, Handles, IfMatch, Input } from '@plumbline/platform/http';
import type { Actor } from '@plumbline/platform/tenancy';
import {
  addTemplateVersion,
  decideDueDiligence,
  listAnswersElsewhere,
  listDueDiligence,
  submitDueDiligence,
  takeOverAnswer,
  takeOverTemplate,
  viewDueDiligence,
  viewTemplate,
} from '@plumbline/vendors/schema';
import { AnswersElsewhereService } from './answers-elsewhere.service';
import { DueDiligenceService } from './due-diligence.service';
import { TemplatesService } from './templates.service';

@Controller()
export class DueDiligenceController {
  constructor(
    private readonly dueDiligence: DueDiligenceService,
    private readonly templates: TemplatesService,
    private readonly elsewhere: AnswersElsewhereService,
  ) {}

  @Handles(viewDueDiligence)
  view(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof viewDueDiligence>) {
    return this.dueDiligence.view(actor, params.vendorId);
  }

  @Handles(listDueDiligence)
  list(@CurrentActor() actor: Actor, @Input() { query }: InputOf<typeof listDueDiligence>) {
    return this.dueDiligence.list(actor, query);
  }

  @Handles(submitDueDiligence)
  submit(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof submitDueDiligence>,
    @IfMatch() version: number,
  ) {
    return this.dueDiligence.submit(actor, params.itemId, body, version);
  }

  @Handles(listAnswersElsewhere)
  answersElsewhere(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof listAnswersElsewhere>) {
    return this.elsewhere.list(actor, params.itemId);
  }

  @Handles(takeOverAnswer)
  takeOverAnswer(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof takeOverAnswer>,
    @IfMatch() version: number,
  ) {
    return this.elsewhere.take(actor, params.itemId, body, version);
  }

  @Handles(decideDueDiligence)
  decide(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof decideDueDiligence>,
    @IfMatch() version: number,
  ) {
    return this.dueDiligence.decide(actor, params.itemId, body, version);
  }

  @Handles(takeOverTemplate)
  takeOver(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof takeOverTemplate>,
    @IfMatch() version: number,
  ) {
    return this.templates.takeOver(actor, params.vendorId, body.reason, version);
  }

  @Handles(viewTemplate)
  template(@CurrentActor() actor: Actor, @Input() { query }: InputOf<typeof viewTemplate>) {
    return this.templates.view(actor, query.number);
  }

  @Handles(addTemplateVersion)
  addVersion(
    @CurrentActor() actor: Actor,
    @Input() { body }: InputOf<typeof addTemplateVersion>,
    @IfMatch() version: number,
  ) {
    return this.templates.add(actor, body, version);
  }
}
