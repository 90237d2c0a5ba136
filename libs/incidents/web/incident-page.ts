import { ChangeDetectionStrategy, Component, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { acknowledgeIncident, type Incident } from '@plumbline/incidents/schema';
import {
  type ApiProblem,
  Notices,
  PageHeader,
  PageStateView,
  ProblemView,
  StatusChip,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';
import { GiveNotice } from './give-notice';
import { HandOver } from './hand-over';
import { IncidentAffected } from './incident-affected';
import { IncidentClocks } from './incident-clocks';
import { IncidentClosure } from './incident-closure';
import { IncidentEvidence } from './incident-evidence';
import { IncidentLinks } from './incident-links';
import { IncidentNotes } from './incident-notes';
import { IncidentReport } from './incident-report';
import { IncidentStore, versionOf } from './incident-store';
import { IncidentTasks } from './incident-tasks';
import { IncidentTimeline } from './incident-timeline';
import { IncidentTriage } from './incident-triage';
import { incidentWords, severityLooks, stateLooks } from './incident-words';
import { InsurersPeople } from './insurers-people';
import { ToldWhen } from './told-when';

const words = {
  en: {
    loading: 'Incident',
    incidents: 'Incidents',
    acknowledge: 'Acknowledge',
    acknowledged: 'The incident is acknowledged.',
    receipt: 'Receipt',
    veris: 'VERIS JSON',
    handOver: 'Hand over',
    exercise: 'To the exercise',
  },
  es: {
    loading: 'Incidente',
    incidents: 'Incidentes',
    acknowledge: 'Confirmar',
    acknowledged: 'El incidente está confirmado.',
    receipt: 'Recibo',
    veris: 'VERIS JSON',
    handOver: 'Pasar el turno',
    exercise: 'Ir al ejercicio',
  },
};

/** Everything about one incident: what is known, its clocks, who does what, what was written, how it ended. */
@Component({
  selector: 'pl-incident-page',
  imports: [
    PageHeader,
    PageStateView,
    ProblemView,
    StatusChip,
    RouterLink,
    GiveNotice,
    HandOver,
    IncidentAffected,
    IncidentClocks,
    IncidentClosure,
    IncidentEvidence,
    IncidentLinks,
    IncidentNotes,
    IncidentReport,
    IncidentTasks,
    IncidentTimeline,
    IncidentTriage,
    ToldWhen,
  ],
  providers: [IncidentStore, InsurersPeople],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './incident-page.html',
  styles: `
    /* parts of very different heights: filled column by column, in the order they are read */
    .parts {
      columns: 24rem 2;
      column-gap: var(--pl-4);
    }
    .parts > * {
      display: block;
      break-inside: avoid;
      margin-bottom: var(--pl-4);
    }
    .drill {
      padding: var(--pl-2) var(--pl-4);
      border: 2px dashed var(--pl-note-mark);
      border-radius: var(--pl-radius);
      background: var(--pl-note-tint);
      color: var(--pl-note-text);
    }
  `,
})
export class IncidentPage {
  readonly incidentId = input.required<string>();

  private readonly api = inject(TenantApi);
  private readonly notices = inject(Notices);
  protected readonly tenant = inject(TenantContext);
  protected readonly store = inject(IncidentStore);
  protected readonly text = texts(words);
  protected readonly words = texts(incidentWords);
  protected readonly stateLooks = stateLooks;
  protected readonly severityLooks = severityLooks;
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | null>(null);

  constructor() {
    effect(() => this.store.id.set(this.incidentId()));
  }

  protected async acknowledge(incident: Incident): Promise<void> {
    this.busy.set(true);
    this.problem.set(null);
    try {
      const params = { incidentId: incident.id };
      this.store.show(await this.api.call(acknowledgeIncident, { params }, versionOf(incident)));
      this.notices.done(this.text().acknowledged);
    } catch (error) {
      this.problem.set(this.store.refused(error));
    } finally {
      this.busy.set(false);
    }
  }
}
