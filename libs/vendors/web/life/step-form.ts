import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import {
  Control,
  Field,
  formSubmitter,
  Notices,
  ProblemSummary,
  Submission,
  TenantApi,
  texts,
} from '@plumbline/ui';
import { moveVendor, type Vendor, type VendorLife, vendorTransition } from '@plumbline/vendors/schema';
import * as z from 'zod';
import { VendorStore } from '../vendor-store';
import { vendorWords } from '../vendor-words';
import { lifeWords } from './life-words';

/** Asks for one step of a vendor's life, with its reason. */
@Component({
  selector: 'pl-step-form',
  imports: [Field, Control, FormField, ProblemSummary],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form class="pl-form" novalidate (submit)="submitter.submit($event)">
      <p>
        {{ text().effects[step().to] }}
        {{ step().approval === 'at-once' ? text().atOnce : text().anotherPerson }}
      </p>
      <pl-problem-summary [form]="form" [submitter]="submitter" />
      <pl-field [label]="text().reason" [of]="form.reason">
        <input plControl [formField]="form.reason" />
      </pl-field>
      @if (step().asksEndDate) {
        <pl-field [label]="text().endDate" [hint]="text().endDateHint" [of]="form.endDate">
          <input plControl type="date" [formField]="form.endDate" />
        </pl-field>
      }
      <div class="pl-row">
        <button
          class="pl-button"
          [attr.data-kind]="step().to === 'ended' ? 'danger' : 'primary'"
          [disabled]="submitter.busy()"
        >
          {{ step().approval === 'at-once' ? text().steps[step().to] : text().ask }}
        </button>
        <button class="pl-button" type="button" (click)="closed.emit()">{{ text().cancel }}</button>
      </div>
    </form>
  `,
})
export class StepForm {
  readonly vendor = input.required<Vendor>();
  readonly step = input.required<VendorLife['next'][number]>();
  readonly closed = output<void>();

  private readonly api = inject(TenantApi);
  private readonly notices = inject(Notices);
  private readonly store = inject(VendorStore);
  private readonly submission = new Submission();
  protected readonly text = texts(lifeWords);
  private readonly words = texts(vendorWords);
  private readonly model = signal({ reason: '', endDate: '' });
  protected readonly form = form(this.model, (path) =>
    validateStandardSchema(path, () =>
      z.object({
        reason: vendorTransition.shape.reason,
        endDate: this.step().asksEndDate ? z.iso.date() : z.string(),
      }),
    ),
  );
  protected readonly submitter = formSubmitter(this.form, async () => {
    const { reason, endDate } = this.model();
    const { to, asksEndDate } = this.step();
    const asked = await this.api.call(
      moveVendor,
      {
        params: { vendorId: this.vendor().id },
        body: { to, reason, ...(asksEndDate ? { endDate } : {}) },
      },
      { ifMatch: `"${this.vendor().version}"`, submission: this.submission },
    );
    const text = this.text();
    this.notices.done(
      asked.state === 'pending'
        ? text.requested(text.steps[to])
        : text.done(this.vendor().name, this.words().states[to]),
    );
    this.closed.emit();
    this.store.reload();
  });
}
