import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import {
  causeActions,
  causeActors,
  causeAssets,
  causeAttributes,
  type CauseCodes,
  closeIncident,
  closingOutcomes,
  type ClosingOutcome,
  type Incident,
} from '@plumbline/incidents/schema';
import {
  Control,
  Field,
  formSubmitter,
  InstantPipe,
  Notices,
  ProblemSummary,
  StatusChip,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';
import * as z from 'zod';
import { IncidentStore, versionOf } from './incident-store';
import { incidentWords } from './incident-words';

const words = {
  en: {
    title: 'Closure',
    open: 'The incident is open.',
    close: 'Close the incident',
    outcome: 'What became of it',
    groups: {
      actions: 'What was done (action)',
      actors: 'By whom (actor)',
      assets: 'What was hit (asset)',
      attributes: 'What suffered (attribute)',
    },
    coding: 'Cause codes follow VERIS 1.3.7.',
    summary: 'Summary',
    save: 'Close',
    closed: 'The incident is closed.',
    by: (by: string) => `Closed by ${by}`,
    oneEach: 'Tick at least one action, actor and asset.',
  },
  es: {
    title: 'Cierre',
    open: 'El incidente está abierto.',
    close: 'Cerrar el incidente',
    outcome: 'En qué quedó',
    groups: {
      actions: 'Qué se hizo (acción)',
      actors: 'Quién (actor)',
      assets: 'Qué afectó (activo)',
      attributes: 'Qué sufrió (atributo)',
    },
    coding: 'Los códigos de causa siguen VERIS 1.3.7.',
    summary: 'Resumen',
    save: 'Cerrar',
    closed: 'El incidente está cerrado.',
    by: (by: string) => `Cerrado por ${by}`,
    oneEach: 'Marque al menos una acción, un actor y un activo.',
  },
};

type Group = keyof CauseCodes;
const groups: Readonly<Record<Group, readonly string[]>> = {
  actions: causeActions,
  actors: causeActors,
  assets: causeAssets,
  attributes: causeAttributes,
};
const groupNames = ['actions', 'actors', 'assets', 'attributes'] as const;
interface ClosureModel {
  readonly outcome: ClosingOutcome;
  readonly summary: string;
  readonly cause: Readonly<Record<Group, readonly string[]>>;
}
const blank: ClosureModel = {
  outcome: 'resolved',
  summary: '',
  cause: { actions: [], actors: [], assets: [], attributes: [] },
};

@Component({
  selector: 'pl-incident-closure',
  imports: [Field, Control, FormField, ProblemSummary, StatusChip, InstantPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="pl-panel pl-stack" aria-labelledby="pl-incident-closure">
      <h2 id="pl-incident-closure">{{ text().title }}</h2>
      @if (incident().closure; as closure) {
        <p><pl-status hue="neutral" icon="check" [text]="words().outcomes[closure.outcome]" /></p>
        <p class="said">{{ closure.summary }}</p>
        @if (closure.cause; as cause) {
          <dl class="pl-facts">
            @for (group of groupNames; track group) {
              <dt>{{ text().groups[group] }}</dt>
              <dd>{{ saidOf(group, cause[group]) }}</dd>
            }
          </dl>
        }
        <p class="pl-muted pl-small">{{ text().by(closure.by) }}, {{ closure.at | plInstant }}</p>
      } @else {
        <p class="pl-muted">{{ text().open }}</p>
        @if (tenant.can('incident.manage')) {
          <details>
            <summary>{{ text().close }}</summary>
            <form class="pl-form" novalidate (submit)="submitter.submit($event)">
              <pl-problem-summary [form]="form" [submitter]="submitter" />
              <pl-field [label]="text().outcome" [of]="form.outcome">
                <select plControl [formField]="form.outcome">
                  @for (outcome of outcomes; track outcome) {
                    <option [value]="outcome">{{ words().outcomes[outcome] }}</option>
                  }
                </select>
              </pl-field>
              @if (model().outcome === 'resolved') {
                @for (group of groupNames; track group) {
                  <fieldset>
                    <legend>{{ text().groups[group] }}</legend>
                    <div class="answers">
                      @for (code of groups[group]; track code) {
                        <label
                          ><input
                            type="checkbox"
                            [checked]="isTicked(group, code)"
                            (change)="tick(group, code)"
                          />{{ nameOf(group, code) }}</label
                        >
                      }
                    </div>
                  </fieldset>
                }
                @if (missing()) {
                  <p class="missing" role="alert">{{ text().oneEach }}</p>
                }
                <p class="pl-muted pl-small">{{ text().coding }}</p>
              }
              <pl-field [label]="text().summary" [of]="form.summary">
                <textarea plControl rows="3" [formField]="form.summary"></textarea>
              </pl-field>
              <button class="pl-button" data-kind="primary" [disabled]="submitter.busy()">
                {{ text().save }}
              </button>
            </form>
          </details>
        }
      }
    </section>
  `,
  styleUrls: ['./panel.css', './form.css'],
  styles: `
    .missing {
      color: var(--pl-bad-text);
    }
  `,
})
export class IncidentClosure {
  readonly incident = input.required<Incident>();

  private readonly api = inject(TenantApi);
  private readonly store = inject(IncidentStore);
  private readonly notices = inject(Notices);
  protected readonly tenant = inject(TenantContext);
  protected readonly text = texts(words);
  protected readonly words = texts(incidentWords);
  protected readonly groups = groups;
  protected readonly groupNames = groupNames;
  protected readonly outcomes = closingOutcomes;
  protected readonly model = signal(blank);
  protected readonly form = form(this.model, (path) =>
    validateStandardSchema(path, () =>
      z.object({
        outcome: z.enum(closingOutcomes),
        summary: z.string().trim().min(1).max(4000),
        cause: z.custom<ClosureModel['cause']>(() => this.coded(), this.text().oneEach),
      }),
    ),
  );
  private readonly coded = computed(() => {
    const { outcome, cause } = this.model();
    return (
      outcome !== 'resolved' || [cause.actions, cause.actors, cause.assets].every((list) => list.length > 0)
    );
  });
  protected readonly submitter = formSubmitter(this.form, async () => {
    const { outcome, summary, cause } = this.model();
    const incident = await this.api.call(
      closeIncident,
      {
        params: { incidentId: this.incident().id },
        body: { outcome, summary, cause: outcome === 'resolved' ? (cause as CauseCodes) : null },
      },
      versionOf(this.incident()),
    );
    this.notices.done(this.text().closed);
    this.store.show(incident);
  });
  protected readonly missing = computed(() => this.submitter.failures() > 0 && !this.coded());

  protected isTicked(group: Group, code: string): boolean {
    return this.model().cause[group].includes(code);
  }

  protected tick(group: Group, code: string): void {
    this.model.update((now) => {
      const ticked = now.cause[group];
      const next = ticked.includes(code) ? ticked.filter((each) => each !== code) : [...ticked, code];
      return { ...now, cause: { ...now.cause, [group]: next } };
    });
  }

  protected nameOf(group: Group, code: string): string {
    return (this.words()[group] as Readonly<Record<string, string>>)[code] ?? code;
  }

  protected saidOf(group: Group, codes: readonly string[]): string {
    return codes.map((code) => this.nameOf(group, code)).join(', ') || '–';
  }
}
