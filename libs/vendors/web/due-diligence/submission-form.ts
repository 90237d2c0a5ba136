import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import {
  type AttachedDocument,
  Control,
  DocumentsField,
  Field,
  formSubmitter,
  languageOf,
  Notices,
  pageResource,
  ProblemSummary,
  Reader,
  SessionStore,
  Submission,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';
import {
  type AnswerElsewhere,
  type DueDiligenceItem,
  listAnswersElsewhere,
  type NewSubmission,
  newSubmission,
  submitDueDiligence,
  takeOverAnswer,
} from '@plumbline/vendors/schema';
import * as z from 'zod';
import { itemWords, saidIn } from './item-words';

interface Model {
  note: string;
  until: string;
}

/** Hands in evidence for an item, or asks to do without it. */
@Component({
  selector: 'pl-submission-form',
  imports: [Field, Control, FormField, ProblemSummary, DocumentsField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form class="pl-form" novalidate (submit)="submitter.submit($event)">
      <pl-problem-summary [form]="form" [submitter]="submitter" />
      @for (answer of elsewhere(); track answer.submissionId) {
        <label class="check">
          <input
            type="checkbox"
            [checked]="taken()?.submissionId === answer.submissionId"
            (change)="choose(answer)"
          />
          <span>
            {{ text().elsewhere(answer.insurer, answer.title) }}
            @if (answer.documents.length > 0) {
              <span class="pl-muted pl-small">{{ namesOf(answer) }}</span>
            }
          </span>
        </label>
      }
      @if (taken()) {
        <p class="pl-muted pl-small">{{ text().elsewhereHint }}</p>
      }
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
      } @else if (!taken() && tenant.can('document.upload')) {
        <pl-documents-field
          #files
          [label]="text().documents"
          [vendorId]="whose()"
          [(documents)]="documents"
        />
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
  private readonly session = inject(SessionStore);
  private readonly submission = new Submission();
  protected readonly tenant = inject(TenantContext);
  protected readonly text = texts(itemWords);
  protected readonly waiver = computed(() => this.kind() === 'waiver');
  protected readonly documents = signal<readonly AttachedDocument[]>([]);
  /** What the insurer hands in is its own; what the vendor does, both see. */
  protected readonly whose = computed(() => (this.tenant.side() === 'vendor' ? this.item().vendor.id : null));
  /** What this person handed in for the same to other insurers; asked only where they have others. */
  private readonly answers = pageResource({
    params: () =>
      !this.waiver() &&
      this.tenant.side() === 'vendor' &&
      (this.session.session()?.memberships.length ?? 0) > 1
        ? this.item().id
        : undefined,
    load: (itemId, signal) => this.api.call(listAnswersElsewhere, { params: { itemId } }, { signal }),
  });
  protected readonly elsewhere = computed(() => this.answers.value()?.items ?? []);
  protected readonly taken = signal<AnswerElsewhere | null>(null);
  private readonly model = signal<Model>({ note: '', until: '' });
  protected readonly form = form(this.model, (path) =>
    validateStandardSchema(path, () => {
      const [evidence, waiver] = newSubmission.options;
      return z.object({
        note: evidence.shape.note,
        until: this.waiver() ? waiver.shape.until : z.string(),
      });
    }),
  );
  protected readonly submitter = formSubmitter(this.form, async () => {
    const { note, until } = this.model();
    const item = this.item();
    const taken = this.taken();
    const options = { ifMatch: `"${item.version}"`, submission: this.submission };
    if (taken) {
      const { tenant, submissionId } = taken;
      const body = { from: { tenant, submissionId }, note };
      await this.api.call(takeOverAnswer, { params: { itemId: item.id }, body }, options);
      return this.done(item);
    }
    await this.api.call(
      submitDueDiligence,
      {
        params: { itemId: item.id },
        body: this.waiver()
          ? { kind: 'waiver', note, until }
          : { kind: 'evidence', note, documents: this.documents().map(({ id }) => id) },
      },
      options,
    );
    this.done(item);
  });

  /** Its note can be worded anew: it may have named the other insurer. */
  protected choose(answer: AnswerElsewhere): void {
    const isTaken = this.taken()?.submissionId === answer.submissionId;
    this.taken.set(isTaken ? null : answer);
    if (!isTaken) this.model.update((now) => ({ ...now, note: answer.note }));
  }

  protected namesOf({ documents }: AnswerElsewhere): string {
    return documents.map(({ name }) => name).join(', ');
  }

  private done(item: DueDiligenceItem): void {
    const { title } = saidIn(languageOf(this.reader.locale()), item);
    this.notices.done(this.text().sent(title));
    this.closed.emit(true);
  }
}
