import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { type Scenario, startExercise } from '@plumbline/incidents/schema';
import {
  Control,
  Field,
  formSubmitter,
  pageResource,
  ProblemSummary,
  Submission,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';
import { listVendors } from '@plumbline/vendors/schema';
import * as z from 'zod';
import { exerciseWords } from './exercise-words';

/** Plays a scenario with a vendor, and goes to the exercise. */
@Component({
  selector: 'pl-start-form',
  imports: [Field, Control, FormField, ProblemSummary],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <details (toggle)="opened.set(true)">
      <summary>{{ text().run }}</summary>
      <form class="pl-form" novalidate (submit)="submitter.submit($event)">
        <p class="pl-muted pl-small">{{ text().startEffect }}</p>
        <pl-problem-summary [form]="form" [submitter]="submitter" />
        <pl-field [label]="text().vendor" [of]="form.vendorId">
          <select plControl [formField]="form.vendorId">
            <option value="">{{ text().choose }}</option>
            @for (vendor of vendors(); track vendor.id) {
              <option [value]="vendor.id">{{ vendor.name }}</option>
            }
          </select>
        </pl-field>
        <button class="pl-button" data-kind="primary" [disabled]="submitter.busy()">
          {{ text().start }}
        </button>
      </form>
    </details>
  `,
  styleUrl: '../panel.css',
})
export class StartForm {
  readonly scenario = input.required<Scenario>();

  private readonly api = inject(TenantApi);
  private readonly router = inject(Router);
  private readonly tenant = inject(TenantContext);
  private readonly submission = new Submission();
  protected readonly text = texts(exerciseWords);
  protected readonly opened = signal(false);
  private readonly known = pageResource({
    params: () => (this.opened() ? (true as const) : undefined),
    load: (_, signal) => this.api.call(listVendors, { query: { limit: 200 } }, { signal }),
  });
  protected readonly vendors = computed(() => this.known.value()?.items ?? []);
  private readonly model = signal({ vendorId: '' });
  protected readonly form = form(this.model, (path) =>
    validateStandardSchema(path, () => z.object({ vendorId: z.string().min(1, this.text().choose) })),
  );
  protected readonly submitter = formSubmitter(this.form, async () => {
    const { id } = await this.api.call(
      startExercise,
      { body: { scenario: this.scenario().code, ...this.model() } },
      { submission: this.submission },
    );
    await this.router.navigate(this.tenant.link('incidents', 'exercises', id));
  });
}
