import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { commentOnScorecard, type Scorecard, type ScorecardComment } from '@plumbline/scorecards/schema';
import {
  Control,
  Field,
  formSubmitter,
  InstantPipe,
  keepDraft,
  ProblemSummary,
  StatusChip,
  Submission,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';
import { commentFormSchema } from './comment-form-schema';

const words = {
  en: {
    title: 'Comments',
    none: 'Nobody has said anything yet.',
    insurer: 'Insurer',
    vendor: 'Vendor',
    whole: 'the scorecard',
    about: 'About',
    onRevision: (revision: number) => `on revision ${revision}`,
    text: 'Comment',
    hint: 'Both sides read it; it stays as it is',
    send: 'Add comment',
  },
  es: {
    title: 'Comentarios',
    none: 'Nadie ha dicho nada todavía.',
    insurer: 'Aseguradora',
    vendor: 'Proveedor',
    whole: 'el cuadro de mando',
    about: 'Sobre',
    onRevision: (revision: number) => `en la revisión ${revision}`,
    text: 'Comentario',
    hint: 'Lo leen ambas partes; queda como está',
    send: 'Añadir comentario',
  },
};

/** What both sides said about a vendor's month, and a form to say more. */
@Component({
  selector: 'pl-scorecard-comments',
  imports: [StatusChip, ProblemSummary, Field, Control, FormField, InstantPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './scorecard-comments.html',
  styles: `
    .comments > li {
      padding-block: var(--pl-2);
      border-bottom: 1px solid var(--pl-line);
    }
    .said {
      max-width: 70ch;
      white-space: pre-line;
    }
  `,
})
export class ScorecardComments {
  readonly scorecard = input.required<Scorecard>();
  readonly added = output<ScorecardComment>();

  private readonly api = inject(TenantApi);
  private readonly submission = new Submission();
  protected readonly tenant = inject(TenantContext);
  protected readonly text = texts(words);
  private readonly names = computed(
    () => new Map(this.scorecard().lines.map(({ slaId, name }) => [slaId, name])),
  );

  private readonly model = signal({ text: '', slaId: '' });
  protected readonly form = form(this.model, (path) => validateStandardSchema(path, commentFormSchema));
  private readonly draft = keepDraft(this.model, `${this.tenant.slug}:scorecard-comment`);
  protected readonly submitter = formSubmitter(this.form, async () => {
    const { text, slaId } = this.model();
    const comment = await this.api.call(
      commentOnScorecard,
      {
        params: { scorecardId: this.scorecard().id },
        body: { text, ...(slaId === '' ? {} : { slaId }) },
      },
      { submission: this.submission },
    );
    this.draft.discard();
    this.form().reset({ text: '', slaId: '' });
    this.added.emit(comment);
  });

  protected aboutOf({ slaId }: ScorecardComment): string {
    return (slaId === null ? undefined : this.names().get(slaId)) ?? this.text().whole;
  }
}
