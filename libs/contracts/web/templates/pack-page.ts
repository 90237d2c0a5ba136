import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { Router } from '@angular/router';
import {
  changeSlaPack,
  createSlaPack,
  listSlaPacks,
  type SlaPack,
  slaPackChange,
  weightsTotal,
} from '@plumbline/contracts/schema';
import {
  Control,
  Field,
  formSubmitter,
  Icon,
  languageOf,
  Notices,
  PageHeader,
  pageResource,
  PageStateView,
  ProblemSummary,
  Reader,
  Submission,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';
import { MetricsStore } from '../metrics-store';
import { SlaFields } from '../sla-fields';
import { emptySla } from '../terms-model';
import { emptyPack, packFormSchema, type PackModel, toPackInput, toPackModel } from './pack-model';
import { packWords } from './pack-words';

/** A pack of one's own, new or changed as a whole: a change is its next version. */
@Component({
  selector: 'pl-pack-page',
  imports: [PageHeader, PageStateView, ProblemSummary, Field, Control, FormField, Icon, SlaFields],
  providers: [MetricsStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="pl-stack">
      <pl-page-header
        [title]="packId() ? (known()?.name ?? text().change) : text().make"
        [lead]="text().lead"
        [breadcrumbs]="[
          { text: text().contracts, link: tenant.link('contracts') },
          { text: text().packs, link: tenant.link('contracts', 'packs') },
        ]"
      />
      <pl-page-state [state]="metrics.metrics.state()" (retry)="metrics.metrics.reload()">
        <pl-page-state [state]="packs.state()" (retry)="packs.reload()">
          @if (packId() && !known()) {
            <p role="status">{{ text().gone }}</p>
          } @else {
            <form class="pl-form wide" novalidate (submit)="submitter.submit($event)">
              <pl-problem-summary [form]="form" [submitter]="submitter" />
              <pl-field [label]="text().name" [of]="form.name">
                <input plControl [formField]="form.name" />
              </pl-field>
              @for (sla of form.slas; track $index) {
                <pl-sla-fields
                  class="pl-panel"
                  [form]="sla"
                  [metrics]="all()"
                  [clauses]="null"
                  (remove)="remove($index)"
                />
              }
              <div>
                <button class="pl-button" type="button" (click)="add()">
                  <pl-icon name="plus" />{{ text().add }}
                </button>
              </div>
              <p role="status">{{ text().weights(weights()) }}</p>
              <div>
                <button class="pl-button" data-kind="primary" [disabled]="submitter.busy()">
                  {{ text().save }}
                </button>
              </div>
            </form>
          }
        </pl-page-state>
      </pl-page-state>
    </div>
  `,
  styles: `
    .wide.pl-form {
      max-width: 60rem;
    }
  `,
})
export class PackPage {
  /** From the address; none: a new one. */
  readonly packId = input<string>();

  private readonly api = inject(TenantApi);
  private readonly router = inject(Router);
  private readonly notices = inject(Notices);
  private readonly reader = inject(Reader);
  private readonly submission = new Submission();
  protected readonly metrics = inject(MetricsStore);
  protected readonly tenant = inject(TenantContext);
  protected readonly text = texts(packWords);
  protected readonly all = computed(() => this.metrics.metrics.value() ?? []);

  protected readonly packs = pageResource({
    params: () => languageOf(this.reader.locale()),
    load: (language, signal) => this.api.call(listSlaPacks, { query: { language } }, { signal }),
  });
  protected readonly known = computed((): SlaPack | undefined =>
    this.packs.value()?.items.find(({ key, shipped }) => !shipped && key === this.packId()),
  );

  protected readonly model = signal<PackModel>(emptyPack());
  protected readonly form = form(this.model, (path) =>
    validateStandardSchema(
      path,
      packFormSchema(() => this.all()),
    ),
  );
  protected readonly weights = computed(() => weightsTotal(this.model().slas));
  protected readonly submitter = formSubmitter(this.form, async () => {
    const body = slaPackChange.parse(toPackInput(this.model(), this.all()));
    const known = this.known();
    const saved = known
      ? await this.api.call(
          changeSlaPack,
          { params: { slaPackId: known.key }, body },
          { ifMatch: `"${known.version ?? 0}"` },
        )
      : await this.api.call(createSlaPack, { body }, { submission: this.submission });
    this.notices.done(this.text().saved(saved.name, saved.version ?? 1));
    await this.router.navigate([...this.tenant.link('contracts', 'packs')]);
  });

  constructor() {
    effect(() => {
      const [known, metrics] = [this.known(), this.metrics.metrics.value()];
      if (known && metrics) this.model.set(toPackModel(known, metrics));
    });
  }

  protected add(): void {
    this.model.update((now) => ({ ...now, slas: [...now.slas, emptySla('')] }));
  }

  protected remove(index: number): void {
    this.model.update((now) => ({ ...now, slas: now.slas.filter((_, at) => at !== index) }));
  }
}
