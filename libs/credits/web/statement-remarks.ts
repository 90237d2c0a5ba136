import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { type CreditStatement, newCreditRemark, remarkOnCreditStatement } from '@plumbline/credits/schema';
import {
  Control,
  Field,
  formSubmitter,
  InstantPipe,
  ProblemSummary,
  Submission,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';

const words = {
  en: {
    title: 'Internal remarks',
    lead: 'Only your side reads these.',
    text: 'Remark',
    add: 'Add remark',
  },
  es: {
    title: 'Notas internas',
    lead: 'Solo las lee su lado.',
    text: 'Nota',
    add: 'Añadir nota',
  },
};

/** What the insurer's people say among themselves. */
@Component({
  selector: 'pl-statement-remarks',
  imports: [ProblemSummary, Field, Control, FormField, InstantPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="pl-panel pl-stack pl-no-print" aria-labelledby="pl-remarks">
      <h2 id="pl-remarks">{{ text().title }}</h2>
      <p class="pl-muted">{{ text().lead }}</p>
      <ul class="remarks">
        @for (remark of statement().remarks; track remark.id) {
          <li>
            <strong>{{ remark.author }}</strong>
            <span class="pl-muted pl-small"> · {{ remark.createdAt | plInstant }}</span>
            <p class="said">{{ remark.text }}</p>
          </li>
        }
      </ul>
      @if (tenant.can('credit.manage')) {
        <form class="pl-form" novalidate (submit)="submitter.submit($event)">
          <pl-problem-summary [form]="form" [submitter]="submitter" />
          <pl-field [label]="text().text" [of]="form.text">
            <textarea plControl rows="2" [formField]="form.text"></textarea>
          </pl-field>
          <button class="pl-button" [disabled]="submitter.busy()">{{ text().add }}</button>
        </form>
      }
    </section>
  `,
  styles: `
    .said {
      max-width: 70ch;
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
  `,
})
export class StatementRemarks {
  readonly statement = input.required<CreditStatement>();
  readonly changed = output<CreditStatement>();

  private readonly api = inject(TenantApi);
  private readonly submission = new Submission();
  protected readonly tenant = inject(TenantContext);
  protected readonly text = texts(words);
  private readonly model = signal({ text: '' });
  protected readonly form = form(this.model, (path) => validateStandardSchema(path, newCreditRemark));
  protected readonly submitter = formSubmitter(this.form, async () => {
    const statement = await this.api.call(
      remarkOnCreditStatement,
      { params: { statementId: this.statement().id }, body: this.model() },
      { submission: this.submission },
    );
    this.form().reset({ text: '' });
    this.changed.emit(statement);
  });
}
