import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import {
  Control,
  Field,
  formSubmitter,
  languageOf,
  Notices,
  ProblemSummary,
  Reader,
  Submission,
  TenantApi,
  texts,
} from '@plumbline/ui';
import {
  type DueDiligenceItem,
  type NewSubmission,
  newSubmission,
  submitDueDiligence,
} from '@plumbline/vendors/schema';
import { itemWords, saidIn } from './item-words';

interface Model {
  note: string;
  until: string;
}

/** Hands in evidence for an item, or asks to do without it. */
@Component({
  selector: 'pl-submission-form',
  imports: [Field, Control, FormField, ProblemSummary],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form class="pl-form" novalidate (submit)="submitter.submit($event)">
      <pl-problem-summary [form]="form" [submitter]="submitter" />
      <pl-field
        [label]="waiver() ? text().waiver : text().note"
        [hint]="waiver() ? text().waiverHint : text().noteHint"
        [of]="form.note"
      >
        <textarea plControl rows="3" [formField]="form.note"></textarea>
      </pl-field>
      @if (waiver()) {
        <pl-field [label]="text().lastDay" [of]="form.until">
          <input plControl type="date" [formField]="form.until" />
        </pl-field>
      }
      <div class="pl-row">
        <button class="pl-button" data-kind="primary" [disabled]="submitter.busy()">
          {{ waiver() ? text().askWaiver : text().send }}
        </button>
        <button class="pl-button" type="button" (click)="closed.emit(false)">{{ text().cancel }}</button>
      </div>
    </form>
  `,
})
export class SubmissionForm {
  readonly item = input.required<DueDiligenceItem>();
  readonly kind = input.required<NewSubmission['kind']>();
  /** Whether something was handed in. */
  readonly closed = output<boolean>();

  private readonly api = inject(TenantApi);
  private readonly notices = inject(Notices);
  private readonly reader = inject(Reader);
  private readonly submission = new Submission();
  protected readonly text = texts(itemWords);
  protected readonly waiver = computed(() => this.kind() === 'waiver');
  private readonly model = signal<Model>({ note: '', until: '' });
  protected readonly form = form(this.model, (path) =>
    validateStandardSchema(path, () => {
      const [evidence, waiver] = newSubmission.options;
      return this.waiver() ? waiver.omit({ kind: true }) : evidence.pick({ note: true });
    }),
  );
  protected readonly submitter = formSubmitter(this.form, async () => {
    const { note, until } = this.model();
    const item = this.item();
    await this.api.call(
      submitDueDiligence,
      {
        params: { itemId: item.id },
        body: this.waiver() ? { kind: 'waiver', note, until } : { kind: 'evidence', note },
      },
      { ifMatch: `"${item.version}"`, submission: this.submission },
    );
    const { title } = saidIn(languageOf(this.reader.locale()), item);
    this.notices.done(this.text().sent(title));
    this.closed.emit(true);
  });
}
