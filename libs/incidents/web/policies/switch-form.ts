import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { type IncidentPolicy, switchIncidentPolicy } from '@plumbline/incidents/schema';
import { Control, Field, formSubmitter, Notices, ProblemSummary, TenantApi, texts } from '@plumbline/ui';
import * as z from 'zod';
import { policyWords } from './policy-words';

/** Switches a policy from a day on, with a reason. */
@Component({
  selector: 'pl-switch-form',
  imports: [Field, Control, FormField, ProblemSummary],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <details>
      <summary>{{ policy().switchedOn ? text().switchOff : text().switchOn }}</summary>
      <form class="pl-form" novalidate (submit)="submitter.submit($event)">
        <pl-problem-summary [form]="form" [submitter]="submitter" />
        <pl-field [label]="text().from" [hint]="text().fromHint" [of]="form.effectiveFrom">
          <input plControl type="date" [formField]="form.effectiveFrom" />
        </pl-field>
        <pl-field [label]="text().reason" [of]="form.reason">
          <input plControl autocomplete="off" [formField]="form.reason" />
        </pl-field>
        <button class="pl-button" data-kind="primary" [disabled]="submitter.busy()">
          {{ policy().switchedOn ? text().switchOff : text().switchOn }}
        </button>
      </form>
    </details>
  `,
  styleUrl: '../panel.css',
})
export class SwitchForm {
  readonly policy = input.required<IncidentPolicy>();
  readonly changed = output<void>();

  private readonly api = inject(TenantApi);
  private readonly notices = inject(Notices);
  protected readonly text = texts(policyWords);
  private readonly model = signal({ effectiveFrom: '', reason: '' });
  protected readonly form = form(this.model, (path) =>
    validateStandardSchema(path, () =>
      z.object({
        effectiveFrom: z.iso.date(this.text().day),
        reason: z.string().trim().min(1, this.text().why).max(500),
      }),
    ),
  );
  protected readonly submitter = formSubmitter(this.form, async () => {
    const { code, switchedOn } = this.policy();
    await this.api.call(switchIncidentPolicy, {
      params: { policy: code },
      body: { switchedOn: !switchedOn, ...this.model() },
    });
    this.form().reset({ effectiveFrom: '', reason: '' });
    this.notices.done(this.text().switched);
    this.changed.emit();
  });
}
