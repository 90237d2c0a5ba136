import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import {
  Control,
  Field,
  formSubmitter,
  languageOf,
  Notices,
  ProblemSummary,
  Reader,
  TenantApi,
  texts,
} from '@plumbline/ui';
import { decideDueDiligence, type DueDiligenceItem, type Outcome } from '@plumbline/vendors/schema';
import * as z from 'zod';
import { itemWords, saidIn } from './item-words';

interface Model {
  reason: string;
  remark: string;
}

/** Another person's word on what was handed in. */
@Component({
  selector: 'pl-item-decision-form',
  imports: [Field, Control, FormField, ProblemSummary],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form class="pl-form" novalidate (submit)="$event.preventDefault()">
      <pl-problem-summary [form]="form" [submitter]="submitter" />
      <pl-field [label]="text().reason" [hint]="text().reasonHint" [of]="form.reason">
        <input plControl [formField]="form.reason" />
      </pl-field>
      <pl-field [label]="text().remark" [hint]="text().remarkHint" [of]="form.remark" [optional]="true">
        <textarea plControl rows="2" [formField]="form.remark"></textarea>
      </pl-field>
      <div class="pl-row">
        @if (item().standing === 'submitted') {
          <button class="pl-button" data-kind="primary" type="button" (click)="decide('accepted')">
            {{ text().accept }}
          </button>
          <button class="pl-button" type="button" (click)="decide('rejected')">{{ text().reject }}</button>
        } @else {
          <button class="pl-button" data-kind="primary" type="button" (click)="decide('opened')">
            {{ text().open }}
          </button>
        }
        <button class="pl-button" type="button" (click)="closed.emit(false)">{{ text().cancel }}</button>
      </div>
    </form>
  `,
})
export class ItemDecisionForm {
  readonly item = input.required<DueDiligenceItem>();
  /** Whether something was decided. */
  readonly closed = output<boolean>();

  private readonly api = inject(TenantApi);
  private readonly notices = inject(Notices);
  private readonly reader = inject(Reader);
  protected readonly text = texts(itemWords);
  private readonly outcome = signal<Outcome>('accepted');
  private readonly model = signal<Model>({ reason: '', remark: '' });
  protected readonly form = form(this.model, (path) =>
    validateStandardSchema(path, () =>
      z.object({
        reason:
          this.outcome() === 'accepted'
            ? z.string().max(500)
            : z.string().trim().min(1, this.text().reasonHint).max(500),
        remark: z.string().max(2000),
      }),
    ),
  );
  protected readonly submitter = formSubmitter(this.form, async () => {
    const { reason, remark } = this.model();
    const item = this.item();
    const outcome = this.outcome();
    await this.api.call(
      decideDueDiligence,
      {
        params: { itemId: item.id },
        body: {
          outcome,
          ...(reason.trim() === '' ? {} : { reason }),
          ...(remark.trim() === '' ? {} : { remark }),
        },
      },
      { ifMatch: `"${item.version}"` },
    );
    const { title } = saidIn(languageOf(this.reader.locale()), item);
    this.notices.done(this.text().decided[outcome](title));
    this.closed.emit(true);
  });

  protected decide(outcome: Outcome): void {
    this.outcome.set(outcome);
    void this.submitter.submit();
  }
}
