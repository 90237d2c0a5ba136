import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import {
  askForIncidentReport,
  decideIncidentReport,
  type Incident,
  type PostIncidentReport,
  submitIncidentReport,
} from '@plumbline/incidents/schema';
import {
  type AttachedDocument,
  Control,
  DatePipe,
  DocumentLinks,
  DocumentsField,
  Field,
  formSubmitter,
  type Hue,
  type IconName,
  InstantPipe,
  ProblemSummary,
  StatusChip,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';
import * as z from 'zod';
import { IncidentStore, versionOf } from './incident-store';

const words = {
  en: {
    title: 'Post-incident report',
    none: 'No report was asked for.',
    states: {
      asked: 'Asked for',
      submitted: 'Waits for approval',
      approved: 'Approved',
      returned: 'Returned',
    },
    due: (by: string) => `asked for by ${by}, due until`,
    submittedBy: (by: string) => `Submitted by ${by}`,
    decidedBy: (by: string) => `Decided by ${by}`,
    ask: 'Ask for a report',
    move: 'Move the day',
    dueOn: 'Due until',
    dayMissing: 'Enter a day.',
    save: 'Ask',
    submit: 'Submit the report',
    text: 'What happened, why, and what was changed',
    documents: 'Documents of the report',
    own: 'Nobody approves what they submitted: somebody else decides.',
    decide: 'Decide',
    reason: 'Reason',
    reasonHint: 'Needed to return it.',
    approve: 'Approve',
    returnIt: 'Return',
    why: 'Say why it is returned.',
  },
  es: {
    title: 'Informe posterior',
    none: 'No se ha pedido ningún informe.',
    states: {
      asked: 'Pedido',
      submitted: 'Espera aprobación',
      approved: 'Aprobado',
      returned: 'Devuelto',
    },
    due: (by: string) => `pedido por ${by}, hasta el`,
    submittedBy: (by: string) => `Entregado por ${by}`,
    decidedBy: (by: string) => `Decidido por ${by}`,
    ask: 'Pedir un informe',
    move: 'Cambiar el día',
    dueOn: 'Hasta el',
    dayMissing: 'Indique un día.',
    save: 'Pedir',
    submit: 'Entregar el informe',
    text: 'Qué pasó, por qué y qué se cambió',
    documents: 'Documentos del informe',
    own: 'Nadie aprueba lo que ha entregado: decide otra persona.',
    decide: 'Decidir',
    reason: 'Motivo',
    reasonHint: 'Necesario para devolverlo.',
    approve: 'Aprobar',
    returnIt: 'Devolver',
    why: 'Diga por qué se devuelve.',
  },
};

const looks: Readonly<Record<PostIncidentReport['state'], { readonly hue: Hue; readonly icon: IconName }>> = {
  asked: { hue: 'note', icon: 'hourglass' },
  submitted: { hue: 'warn', icon: 'file' },
  approved: { hue: 'good', icon: 'check' },
  returned: { hue: 'bad', icon: 'cross' },
};

/** Asked for with a day, submitted, approved by somebody else or returned with a reason. */
@Component({
  selector: 'pl-incident-report',
  imports: [
    Field,
    Control,
    FormField,
    ProblemSummary,
    StatusChip,
    DocumentsField,
    DocumentLinks,
    DatePipe,
    InstantPipe,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="pl-panel pl-stack" aria-labelledby="pl-incident-report">
      <h2 id="pl-incident-report">{{ text().title }}</h2>
      @if (incident().report; as report) {
        <p class="line">
          <pl-status
            [hue]="looks[report.state].hue"
            [icon]="looks[report.state].icon"
            [text]="text().states[report.state]"
          />
          <span>{{ text().due(report.askedBy) }} {{ report.dueOn | plDate }}</span>
        </p>
        @if (report.text) {
          <p class="said">{{ report.text }}</p>
          <pl-document-links [documents]="report.documents" />
          <p class="pl-muted pl-small">
            {{ text().submittedBy(report.submittedBy ?? '') }}, {{ report.submittedAt | plInstant }}
          </p>
        }
        @if (report.decidedAt) {
          <p class="pl-muted pl-small">
            {{ text().decidedBy(report.decidedBy ?? '') }}, {{ report.decidedAt | plInstant }}
          </p>
          @if (report.reason) {
            <p class="said">{{ report.reason }}</p>
          }
        }
      } @else {
        <p class="pl-muted">{{ text().none }}</p>
      }
      @if (maySubmit()) {
        <details>
          <summary>{{ text().submit }}</summary>
          <form class="pl-form" novalidate (submit)="submitting.submit($event)">
            <pl-problem-summary [form]="submission" [submitter]="submitting" />
            <pl-field [label]="text().text" [of]="submission.text">
              <textarea plControl rows="6" [formField]="submission.text"></textarea>
            </pl-field>
            <pl-documents-field
              [label]="text().documents"
              [vendorId]="incident().vendor.id"
              [(documents)]="documents"
            />
            <button class="pl-button" data-kind="primary" [disabled]="submitting.busy()">
              {{ text().submit }}
            </button>
          </form>
        </details>
      }
      @if (incident().report?.state === 'submitted' && tenant.can('incident.approve')) {
        @if (incident().report?.ownSubmission) {
          <p class="pl-muted">{{ text().own }}</p>
        } @else {
          <form class="pl-form" novalidate (submit)="deciding.submit($event)">
            <pl-problem-summary [form]="decision" [submitter]="deciding" />
            <pl-field [label]="text().reason" [hint]="text().reasonHint" [of]="decision.reason">
              <input plControl autocomplete="off" [formField]="decision.reason" />
            </pl-field>
            <div class="pl-row">
              <button
                class="pl-button"
                data-kind="primary"
                [disabled]="deciding.busy()"
                (click)="choose('approved')"
              >
                {{ text().approve }}
              </button>
              <button class="pl-button" [disabled]="deciding.busy()" (click)="choose('returned')">
                {{ text().returnIt }}
              </button>
            </div>
          </form>
        }
      }
      @if (mayAsk()) {
        <details>
          <summary>{{ incident().report ? text().move : text().ask }}</summary>
          <form class="pl-form" novalidate (submit)="asking.submit($event)">
            <pl-problem-summary [form]="question" [submitter]="asking" />
            <pl-field [label]="text().dueOn" [of]="question.dueOn">
              <input plControl type="date" [formField]="question.dueOn" />
            </pl-field>
            <button class="pl-button" [disabled]="asking.busy()">{{ text().save }}</button>
          </form>
        </details>
      }
    </section>
  `,
  styleUrl: './panel.css',
})
export class IncidentReport {
  readonly incident = input.required<Incident>();

  private readonly api = inject(TenantApi);
  private readonly store = inject(IncidentStore);
  protected readonly tenant = inject(TenantContext);
  protected readonly text = texts(words);
  protected readonly looks = looks;
  protected readonly documents = signal<readonly AttachedDocument[]>([]);
  private readonly open = computed(() => this.incident().state !== 'closed');
  protected readonly maySubmit = computed(() => {
    const state = this.incident().report?.state;
    return this.open() && this.tenant.can('incident.report') && (state === 'asked' || state === 'returned');
  });
  protected readonly mayAsk = computed(
    () => this.open() && this.tenant.can('incident.manage') && this.incident().report?.state !== 'approved',
  );

  private readonly submissionModel = signal({ text: '' });
  protected readonly submission = form(this.submissionModel, (path) =>
    validateStandardSchema(path, z.object({ text: submitIncidentReport.body!.shape.text })),
  );
  protected readonly submitting = formSubmitter(this.submission, async () => {
    const incident = await this.api.call(
      submitIncidentReport,
      {
        params: this.params(),
        body: { text: this.submissionModel().text, documentIds: this.documents().map(({ id }) => id) },
      },
      versionOf(this.incident()),
    );
    this.documents.set([]);
    this.store.show(incident);
  });

  private readonly questionModel = signal({ dueOn: '' });
  protected readonly question = form(this.questionModel, (path) =>
    validateStandardSchema(path, () => z.object({ dueOn: z.iso.date(this.text().dayMissing) })),
  );
  protected readonly asking = formSubmitter(this.question, async () => {
    this.store.show(
      await this.api.call(
        askForIncidentReport,
        { params: this.params(), body: this.questionModel() },
        versionOf(this.incident()),
      ),
    );
  });

  private readonly outcome = signal<'approved' | 'returned'>('approved');
  private readonly decisionModel = signal({ reason: '' });
  protected readonly decision = form(this.decisionModel, (path) =>
    validateStandardSchema(path, () =>
      z.object({
        reason:
          this.outcome() === 'returned'
            ? z.string().trim().min(1, this.text().why).max(1000)
            : z.string().max(1000),
      }),
    ),
  );
  protected readonly deciding = formSubmitter(this.decision, async () => {
    const reason = this.decisionModel().reason.trim();
    this.store.show(
      await this.api.call(
        decideIncidentReport,
        {
          params: this.params(),
          body: { outcome: this.outcome(), ...(reason === '' ? {} : { reason }) },
        },
        versionOf(this.incident()),
      ),
    );
    this.decision().reset({ reason: '' });
  });

  /** The button pressed says which; the form's submit follows. */
  protected choose(outcome: 'approved' | 'returned'): void {
    this.outcome.set(outcome);
  }

  private params() {
    return { incidentId: this.incident().id };
  }
}
