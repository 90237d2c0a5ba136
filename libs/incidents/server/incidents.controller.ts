import { Controller } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import {
  acknowledgeIncident,
  addSupplement,
  giveIncidentNotice,
  listIncidents,
  recordMilestone,
  reportIncident,
  triageIncident,
  viewIncident,
} from '@plumbline/incidents/schema';
import { CurrentActor, Handles, IfMatch, Input } from '@plumbline/platform/http';
import type { Actor } from '@plumbline/platform/tenancy';
import { IncidentsService } from './incidents.service';
import { ReportingService } from './reporting.service';

@Controller()
export class IncidentsController {
  constructor(
    private readonly incidents: IncidentsService,
    private readonly reporting: ReportingService,
  ) {}

  @Handles(reportIncident)
  report(@CurrentActor() actor: Actor, @Input() { body }: InputOf<typeof reportIncident>) {
    return this.reporting.report(actor, body);
  }

  @Handles(listIncidents)
  list(@CurrentActor() actor: Actor, @Input() { query }: InputOf<typeof listIncidents>) {
    return this.incidents.list(actor, query);
  }

  @Handles(viewIncident)
  view(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof viewIncident>) {
    return this.incidents.view(actor, params.incidentId);
  }

  @Handles(giveIncidentNotice)
  giveNotice(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<typeof giveIncidentNotice>) {
    return this.incidents.giveNotice(actor, params.incidentId, body);
  }

  @Handles(recordMilestone)
  recordMilestone(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<typeof recordMilestone>) {
    return this.incidents.recordMilestone(actor, params.incidentId, body);
  }

  @Handles(addSupplement)
  supplement(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<typeof addSupplement>) {
    return this.incidents.supplement(actor, params.incidentId, body);
  }

  @Handles(acknowledgeIncident)
  acknowledge(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof acknowledgeIncident>,
    @IfMatch() version: number,
  ) {
    return this.incidents.acknowledge(actor, params.incidentId, version);
  }

  @Handles(triageIncident)
  triage(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof triageIncident>,
    @IfMatch() version: number,
  ) {
    return this.incidents.triage(actor, params.incidentId, body, version);
  }
}
