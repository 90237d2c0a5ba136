import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { commentBreach, newBreachComment } from '@plumbline/slas/schema';
import {
  Control,
  ExplainPanel,
  Field,
  Figure,
  formatFigure,
  formSubmitter,
  InstantPipe,
  MonthPipe,
  Notices,
  PageHeader,
  PageStateView,
  ProblemSummary,
  Reader,
  StatusChip,
  Submission,
  TenantApi,
  TenantContext,
  texts,
  Timeline,
  VerdictChip,
  writeTarget,
} from '@plumbline/ui';
import { breachEvents, breachEventWords } from './breach-events';
import { breachPageWords } from './breach-page-words';
import { BreachStore } from './breach-store';
import { breachLook, breachName, breachWords } from './breach-words';
import { revisionWords } from './revision-words';
import { segmentText } from './segment-text';

@Component({
  selector: 'pl-breach-page',
  imports: [
    PageHeader,
    PageStateView,
    StatusChip,
    Figure,
    VerdictChip,
    Timeline,
    Field,
    Control,
    FormField,
    ProblemSummary,
    InstantPipe,
    MonthPipe,
    RouterLink,
  ],
  providers: [BreachStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './breach-page.html',
  styles: `
    .comments li {
      padding-block: var(--pl-2);
      border-bottom: 1px solid var(--pl-line);
    }
    .comments li:last-child {
      border-bottom: 0;
    }
    .said {
      white-space: pre-line;
    }
  `,
})
export class BreachPage {
  readonly breachId = input.required<string>();

  private readonly api = inject(TenantApi);
  private readonly notices = inject(Notices);
  private readonly reader = inject(Reader);
  protected readonly tenant = inject(TenantContext);
  protected readonly explain = inject(ExplainPanel);
  protected readonly store = inject(BreachStore);
  protected readonly text = texts(breachPageWords);
  protected readonly words = texts(breachWords);
  private readonly eventWords = texts(breachEventWords);
  private readonly revisions = texts(revisionWords);
  protected readonly look = breachLook;
  protected readonly nameOf = breachName;

  private submission = new Submission();
  private readonly model = signal({ text: '' });
  protected readonly form = form(this.model, (path) => validateStandardSchema(path, newBreachComment));
  protected readonly submitter = formSubmitter(this.form, () => this.comment());

  protected readonly segment = computed(() => {
    const sla = this.store.breach.value()?.sla;
    return sla ? segmentText(sla.segment, this.text().whole) : '';
  });
  private readonly unit = computed(() => this.store.breach.value()?.result?.unit ?? 'ratio');
  protected readonly agreed = computed(() => {
    const sla = this.store.breach.value()?.sla;
    return sla ? writeTarget(sla.target, this.unit(), this.reader.locale()) : '';
  });
  protected readonly events = computed(() => {
    const breach = this.store.breach.value();
    if (!breach) return [];
    const { closings, reasons, file } = this.revisions();
    const target = breach.sla?.target;
    const edge = target && 'value' in target ? target.value : null;
    return breachEvents(breach, {
      words: this.eventWords(),
      closing: breach.closingReason === null ? '' : closings[breach.closingReason],
      figureOf: (value) =>
        value === null ? '–' : formatFigure(value, this.unit(), this.reader.locale(), edge),
      whyOf: ({ reason }) => (reason.file ? file(reason.file.name) : reasons[reason.code]),
    });
  });

  constructor() {
    effect(() => this.store.id.set(this.breachId()));
  }

  private async comment(): Promise<void> {
    const breach = this.store.breach.value();
    if (!breach) return;
    const comment = await this.api.call(
      commentBreach,
      { params: { breachId: breach.id }, body: this.model() },
      { submission: this.submission },
    );
    this.store.breach.set({ ...breach, comments: [...breach.comments, comment] });
    this.submission = new Submission();
    this.form().reset();
    this.model.set({ text: '' });
    this.notices.done(this.text().added);
  }
}
