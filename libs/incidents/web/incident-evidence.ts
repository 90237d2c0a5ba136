import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { addEvidence, type Incident } from '@plumbline/incidents/schema';
import {
  type ApiProblem,
  type AttachedDocument,
  DocumentLinks,
  DocumentsField,
  InstantPipe,
  ProblemView,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';
import { IncidentStore } from './incident-store';
import { incidentWords } from './incident-words';

const words = {
  en: {
    title: 'Evidence',
    lead: 'Each reading of a file is logged.',
    none: 'No file is attached.',
    add: 'Attach files',
    field: 'Evidence',
    save: 'Attach',
  },
  es: {
    title: 'Evidencias',
    lead: 'Queda registrado quién lee cada archivo.',
    none: 'No hay ningún archivo adjunto.',
    add: 'Adjuntar archivos',
    field: 'Evidencias',
    save: 'Adjuntar',
  },
};

@Component({
  selector: 'pl-incident-evidence',
  imports: [DocumentsField, DocumentLinks, ProblemView, InstantPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="pl-panel pl-stack" aria-labelledby="pl-incident-evidence">
      <h2 id="pl-incident-evidence">{{ text().title }}</h2>
      <p class="pl-muted">{{ text().lead }}</p>
      @if (problem(); as found) {
        <pl-problem [problem]="found" />
      }
      <ul class="rows">
        @for (each of incident().evidence; track each.id) {
          <li>
            <pl-document-links [documents]="[each.document]" />
            @if (each.note) {
              <p class="said">{{ each.note }}</p>
            }
            <span class="pl-muted pl-small"
              >{{ each.by }} ({{ words().sides[each.side] }}), {{ each.recordedAt | plInstant }}</span
            >
          </li>
        } @empty {
          <li class="pl-muted">{{ text().none }}</li>
        }
      </ul>
      @if (mayAdd()) {
        <details>
          <summary>{{ text().add }}</summary>
          <pl-documents-field
            [label]="text().field"
            [vendorId]="incident().vendor.id"
            [(documents)]="documents"
          />
          @if (documents().length > 0) {
            <button class="pl-button" type="button" [disabled]="busy()" (click)="attach()">
              {{ text().save }}
            </button>
          }
        </details>
      }
    </section>
  `,
  styleUrl: './panel.css',
})
export class IncidentEvidence {
  readonly incident = input.required<Incident>();

  private readonly api = inject(TenantApi);
  private readonly tenant = inject(TenantContext);
  private readonly store = inject(IncidentStore);
  protected readonly text = texts(words);
  protected readonly words = texts(incidentWords);
  protected readonly documents = signal<readonly AttachedDocument[]>([]);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | null>(null);
  protected readonly mayAdd = computed(
    () =>
      this.tenant.can('incident.report') &&
      this.tenant.can('document.upload') &&
      this.incident().state !== 'closed',
  );

  /** One after the other; what is attached leaves the list, so that a failure repeats only the rest. */
  protected async attach(): Promise<void> {
    this.busy.set(true);
    this.problem.set(null);
    try {
      for (const { id } of this.documents()) {
        const incident = await this.api.call(addEvidence, {
          params: { incidentId: this.incident().id },
          body: { documentId: id },
        });
        this.documents.update((left) => left.filter((each) => each.id !== id));
        this.store.show(incident);
      }
    } catch (error) {
      this.problem.set(this.store.refused(error));
    } finally {
      this.busy.set(false);
    }
  }
}
