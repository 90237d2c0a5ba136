import { Controller } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import {
  addEvidence,
  addIncidentNote,
  addIncidentTask,
  askForIncidentReport,
  changeIncidentTask,
  closeIncident,
  decideIncidentReport,
  estimateAffected,
  handOverIncident,
  linkIncident,
  submitIncidentReport,
  unlinkIncident,
} from '@plumbline/incidents/schema';
import { CurrentActor, Handles, IfMatch, Input } from '@plumbline/platform/http';
import type { Actor } from '@plumbline/platform/tenancy';
import { ClosingService } from './closing.service';
import { WorkService } from './work.service';

@Controller()
export class WorkController {
  constructor(
    private readonly work: WorkService,
    private readonly closing: ClosingService,
  ) {}

  @Handles(addIncidentTask)
  addTask(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<typeof addIncidentTask>) {
    return this.work.addTask(actor, params.incidentId, body);
  }

  @Handles(changeIncidentTask)
  changeTask(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof changeIncidentTask>,
    @IfMatch() version: number,
  ) {
    return this.work.changeTask(actor, params.incidentId, params.taskId, body, version);
  }

  @Handles(estimateAffected)
  estimate(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<typeof estimateAffected>) {
    return this.work.estimate(actor, params.incidentId, body);
  }

  @Handles(addEvidence)
  addEvidence(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<typeof addEvidence>) {
    return this.work.addEvidence(actor, params.incidentId, body);
  }

  @Handles(addIncidentNote)
  addNote(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<typeof addIncidentNote>) {
    return this.work.addNote(actor, params.incidentId, body);
  }

  @Handles(linkIncident)
  link(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<typeof linkIncident>) {
    return this.work.link(actor, params.incidentId, body);
  }

  @Handles(unlinkIncident)
  unlink(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof unlinkIncident>) {
    return this.work.unlink(actor, params.incidentId, params.linkId);
  }

  @Handles(handOverIncident)
  handOver(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<typeof handOverIncident>) {
    return this.work.handOver(actor, params.incidentId, body);
  }

  @Handles(askForIncidentReport)
  ask(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof askForIncidentReport>,
    @IfMatch() version: number,
  ) {
    return this.closing.ask(actor, params.incidentId, body.dueOn, version);
  }

  @Handles(submitIncidentReport)
  submit(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof submitIncidentReport>,
    @IfMatch() version: number,
  ) {
    return this.closing.submit(actor, params.incidentId, body, version);
  }

  @Handles(decideIncidentReport)
  decide(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof decideIncidentReport>,
    @IfMatch() version: number,
  ) {
    return this.closing.decide(actor, params.incidentId, body, version);
  }

  @Handles(closeIncident)
  close(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof closeIncident>,
    @IfMatch() version: number,
  ) {
    return this.closing.close(actor, params.incidentId, body, version);
  }
}
