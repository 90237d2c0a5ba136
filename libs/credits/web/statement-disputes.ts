import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import {
  type CreditDispute,
  type CreditStatement,
  creditDisputeDecision,
  decideCreditDispute,
  disputeCreditLine,
  newCreditDispute,
  type StatementLine,
  withdrawCreditDispute,
} from '@plumbline/credits/schema';
import {
  ApiProblem,
  type AttachedDocument,
  Control,
  DocumentsField,
  Field,
  formSubmitter,
  InstantPipe,
  Notices,
  ProblemSummary,
  problemWords,
  StatusChip,
  Submission,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';
import * as z from 'zod';
import { creditWords, disputeLooks } from './credit-words';
import { DisputeDocuments } from './dispute-documents';

const words = {
  en: {
    title: 'Disputes',
    none: 'No line is disputed.',
    dispute: (name: string) => `Dispute ${name}`,
    reason: 'Why this line is wrong',
    reasonHint: 'The insurer reads it and decides; the statement cannot be approved before',
    documents: 'What bears it out, which the insurer reads too',
    send: 'Send the dispute',
    leave: 'Leave it',
    sent: (name: string) => `${name} is disputed.`,
    decision: 'Decision',
    upheld: 'The line stands',
    changed: 'An exclusion or a waiver changed it',
    note: 'What you say about it',
    noteHint: 'Both sides read it; it stays as it is',
    decide: 'Decide',
    decided: 'The dispute is decided.',
    withdraw: 'Take it back',
    withdrawn: 'The dispute is taken back.',
    by: (by: string) => `by ${by}`,
  },
  es: {
    title: 'Disputas',
    none: 'No hay ninguna línea en disputa.',
    dispute: (name: string) => `Disputar ${name}`,
    reason: 'Por qué esta línea es incorrecta',
    reasonHint: 'La aseguradora la lee y decide; antes la liquidación no se puede aprobar',
    documents: 'Lo que lo demuestra, que la aseguradora también lee',
    send: 'Enviar la disputa',
    leave: 'Dejarlo',
    sent: (name: string) => `${name} está en disputa.`,
    decision: 'Decisión',
    upheld: 'La línea se mantiene',
    changed: 'Una exclusión o una dispensa la ha cambiado',
    note: 'Qué dice usted al respecto',
    noteHint: 'Lo leen ambas partes; queda como está',
    decide: 'Decidir',
    decided: 'La disputa está decidida.',
    withdraw: 'Retirarla',
    withdrawn: 'La disputa está retirada.',
    by: (by: string) => `por ${by}`,
  },
};

const disputeForm = z.object({ reason: newCreditDispute.shape.reason });
const decisionForm = z.object({
  decision: creditDisputeDecision.shape.decision,
  note: creditDisputeDecision.shape.note,
});

/** What the vendor disputes and the insurer decides; forms for whoever's turn it is. */
@Component({
  selector: 'pl-statement-disputes',
  imports: [
    StatusChip,
    ProblemSummary,
    Field,
    Control,
    FormField,
    InstantPipe,
    DocumentsField,
    DisputeDocuments,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './statement-disputes.html',
  styles: `
    .disputes > li {
      padding-block: var(--pl-2);
      border-bottom: 1px solid var(--pl-line);
    }
    .said {
      max-width: 70ch;
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
  `,
})
export class StatementDisputes {
  readonly statement = input.required<CreditStatement>();
  /** The line whose dispute is being written. */
  readonly disputing = input<StatementLine | null>(null);
  readonly changed = output<CreditStatement>();
  readonly left = output<void>();

  private readonly api = inject(TenantApi);
  private readonly notices = inject(Notices);
  private readonly problemSaid = problemWords();
  private readonly submission = new Submission();
  protected readonly tenant = inject(TenantContext);
  protected readonly text = texts(words);
  protected readonly words = texts(creditWords);
  protected readonly looks = disputeLooks;
  protected readonly open = computed(() => this.statement().disputes.find(({ state }) => state === 'open'));

  protected readonly chosen = signal<readonly AttachedDocument[]>([]);
  protected readonly field = viewChild(DocumentsField);
  private readonly disputeModel = signal({ reason: '' });
  protected readonly disputeForm = form(this.disputeModel, (path) =>
    validateStandardSchema(path, disputeForm),
  );
  protected readonly disputeSubmitter = formSubmitter(this.disputeForm, async () => {
    const line = this.disputing();
    if (!line) return;
    const statement = await this.api.call(
      disputeCreditLine,
      {
        ...this.params(),
        body: {
          slaId: line.slaId,
          reason: this.disputeModel().reason,
          documents: this.chosen().map(({ id }) => id),
        },
      },
      { submission: this.submission },
    );
    this.notices.done(this.text().sent(line.name));
    this.disputeForm().reset({ reason: '' });
    this.chosen.set([]);
    this.changed.emit(statement);
  });

  private readonly decisionModel = signal<{ decision: 'upheld' | 'changed'; note: string }>({
    decision: 'upheld',
    note: '',
  });
  protected readonly decisionForm = form(this.decisionModel, (path) =>
    validateStandardSchema(path, decisionForm),
  );
  protected readonly decisionSubmitter = formSubmitter(this.decisionForm, async () => {
    const dispute = this.open();
    if (!dispute) return;
    const { decision, note } = this.decisionModel();
    const statement = await this.api.call(
      decideCreditDispute,
      { params: { ...this.params().params, disputeId: dispute.id }, body: { decision, note } },
      { submission: this.submission },
    );
    this.notices.done(this.text().decided);
    this.decisionForm().reset({ decision: 'upheld', note: '' });
    this.changed.emit(statement);
  });

  constructor() {
    // each line has a dispute of its own: what was begun about another one is not carried over
    effect(() => {
      this.disputing();
      untracked(() => {
        this.disputeForm().reset({ reason: '' });
        this.chosen.set([]);
      });
    });
  }

  protected async withdraw(dispute: CreditDispute): Promise<void> {
    try {
      const params = { ...this.params().params, disputeId: dispute.id };
      this.changed.emit(await this.api.call(withdrawCreditDispute, { params }));
      this.notices.done(this.text().withdrawn);
    } catch (error) {
      this.notices.problem(this.problemSaid(ApiProblem.from(error)).detail);
    }
  }

  private params() {
    return { params: { statementId: this.statement().id } };
  }
}
