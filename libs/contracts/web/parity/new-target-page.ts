import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { form, validateStandardSchema } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { createInternalTarget } from '@plumbline/contracts/schema';
import {
  formSubmitter,
  Notices,
  PageHeader,
  PageStateView,
  ProblemSummary,
  Submission,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';
import { MetricsStore } from '../metrics-store';
import { today } from '../today';
import { TargetFields } from './target-fields';
import { emptyTarget, targetFormSchema, toTargetInput } from './target-model';

const words = {
  en: {
    title: 'Set an internal target',
    lead: 'What the insurer itself expects. Vendors never see it; their contracts are held against it.',
    parity: 'SLA parity',
    targets: 'Internal targets',
    save: 'Set this target',
    saved: (metric: string) => `${metric} is expected from now on; contracts are compared with it.`,
  },
  es: {
    title: 'Fijar un objetivo interno',
    lead: 'Lo que la propia aseguradora espera. Los proveedores nunca lo ven; sus contratos se comparan con él.',
    parity: 'Paridad de SLA',
    targets: 'Objetivos internos',
    save: 'Fijar este objetivo',
    saved: (metric: string) => `${metric} se espera desde ahora; los contratos se comparan con ello.`,
  },
};

@Component({
  selector: 'pl-new-target-page',
  imports: [PageHeader, PageStateView, ProblemSummary, TargetFields],
  providers: [MetricsStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="pl-stack">
      <pl-page-header
        [title]="text().title"
        [lead]="text().lead"
        [breadcrumbs]="[
          { text: text().parity, link: tenant.link('parity') },
          { text: text().targets, link: tenant.link('parity', 'targets') },
        ]"
      />
      <pl-page-state [state]="metrics.metrics.state()" (retry)="metrics.metrics.reload()">
        <form class="pl-form wide" novalidate (submit)="submitter.submit($event)">
          <pl-problem-summary [form]="form" [submitter]="submitter" />
          <pl-target-fields [form]="form" [metrics]="known()" [whole]="true" />
          <button class="pl-button" data-kind="primary" [disabled]="submitter.busy()">
            {{ text().save }}
          </button>
        </form>
      </pl-page-state>
    </div>
  `,
  styles: `
    .wide.pl-form {
      max-width: 52rem;
    }
  `,
})
export class NewTargetPage {
  private readonly api = inject(TenantApi);
  private readonly router = inject(Router);
  private readonly notices = inject(Notices);
  private readonly submission = new Submission();
  protected readonly metrics = inject(MetricsStore);
  protected readonly tenant = inject(TenantContext);
  protected readonly text = texts(words);
  protected readonly known = () => this.metrics.metrics.value() ?? [];

  protected readonly model = signal(emptyTarget(today(this.tenant.timeZone()).slice(0, 7)));
  protected readonly form = form(this.model, (path) =>
    validateStandardSchema(
      path,
      targetFormSchema(() => this.known(), 'new'),
    ),
  );
  protected readonly submitter = formSubmitter(this.form, async () => {
    const metric = this.known().find(({ id }) => id === this.model().metricId);
    const set = await this.api.call(
      createInternalTarget,
      { body: toTargetInput(this.model(), metric) },
      { submission: this.submission },
    );
    this.notices.done(this.text().saved(set.metric.name));
    await this.router.navigate([...this.tenant.link('parity')]);
  });
}
