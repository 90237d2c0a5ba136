import { Dialog } from '@angular/cdk/dialog';
import { createGlobalPositionStrategy } from '@angular/cdk/overlay';
import { NgTemplateOutlet } from '@angular/common';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  Injector,
  input,
  signal,
  untracked,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  approveCreditStatement,
  type CreditStatement,
  downloadCreditLines,
  downloadCreditStatement,
  exportCreditStatement,
  shareCreditStatement,
  type StatementEntry,
  type StatementLine,
  type StatementTrigger,
} from '@plumbline/credits/schema';
import {
  ApiProblem,
  Confirm,
  type Confirmation,
  formatInstant,
  formatMonth,
  Icon,
  Notices,
  PageHeader,
  PageStateView,
  ProblemView,
  Reader,
  StatusChip,
  TenantApi,
  TenantContext,
  texts,
  verdictWords,
} from '@plumbline/ui';
import { creditWords, ruleText, stateLooks } from './credit-words';
import { explainedMoney } from './explained-money';
import { formatMoney, formatShare } from './format-money';
import { MoneyDrawer } from './money-drawer';
import { StatementDisputes } from './statement-disputes';
import { StatementLines } from './statement-lines';
import { statementPageWords } from './statement-page-words';
import { StatementRemarks } from './statement-remarks';
import { StatementStore } from './statement-store';

@Component({
  selector: 'pl-statement-page',
  imports: [
    PageHeader,
    PageStateView,
    ProblemView,
    StatusChip,
    Icon,
    RouterLink,
    NgTemplateOutlet,
    StatementLines,
    StatementDisputes,
    StatementRemarks,
  ],
  providers: [StatementStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './statement-page.html',
  styles: `
    .total {
      font-size: var(--pl-text-28);
      font-weight: 600;
      font-variant-numeric: tabular-nums;
      letter-spacing: -0.02em;
    }
    .entry {
      min-height: 1.5rem;
      padding: 0 var(--pl-1);
      border: 0;
      border-radius: 4px;
      background: none;
      font-weight: 600;
      font-variant-numeric: tabular-nums;
      text-decoration: underline dotted var(--pl-line-strong);
      text-underline-offset: 0.25em;
      cursor: pointer;
    }
    li {
      overflow-wrap: anywhere;
    }
    summary {
      min-height: 1.5rem;
      cursor: pointer;
    }
    .triggers {
      gap: var(--pl-2);
    }
  `,
})
export class StatementPage {
  readonly statementId = input.required<string>();
  /** From the address: the amount whose explanation is open. */
  readonly amount = input<string>();

  private readonly api = inject(TenantApi);
  private readonly router = inject(Router);
  private readonly reader = inject(Reader);
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  private readonly injector = inject(Injector);
  private readonly verdicts = texts(verdictWords);
  protected readonly tenant = inject(TenantContext);
  protected readonly store = inject(StatementStore);
  protected readonly text = texts(statementPageWords);
  protected readonly words = texts(creditWords);
  protected readonly looks = stateLooks;
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | null>(null);
  /** The line that is about to be disputed. */
  protected readonly disputing = signal<StatementLine | null>(null);

  private readonly statement = computed(() => this.store.statement.value());
  protected readonly month = computed(() => this.monthOf(this.statement()?.period ?? ''));
  protected readonly urls = computed(() => {
    const params = { statementId: this.statementId() };
    return {
      json: this.api.urlOf(downloadCreditStatement, { params }),
      csv: this.api.urlOf(downloadCreditLines, { params }),
    };
  });
  protected readonly arithmetic = computed(() => {
    const statement = this.statement();
    if (!statement) return '';
    const atRisk = formatShare(statement.terms.atRisk, this.reader.locale());
    return this.text().arithmetic(this.money(statement.fee), atRisk, this.money(statement.cap));
  });
  protected readonly held = computed(() =>
    (this.statement()?.triggers ?? []).filter(({ triggered }) => triggered),
  );
  protected readonly notHeld = computed(() =>
    (this.statement()?.triggers ?? []).filter(({ triggered }) => !triggered),
  );
  /** Who did what, oldest first. */
  protected readonly history = computed(() => {
    const statement = this.statement();
    if (!statement) return [];
    const text = this.text();
    const { sharedBy, sharedAt, approvers, approvedAt, export: handed } = statement;
    return [
      text.builtAt(this.instant(statement.builtAt)),
      ...(sharedAt === null ? [] : [text.sharedBy(sharedBy ?? '', this.instant(sharedAt))]),
      ...approvers.map(({ name, at }) => text.approvedBy(name, this.instant(at))),
      ...(approvedAt === null ? [] : [text.approvedAt(this.instant(approvedAt))]),
      ...(handed === null
        ? []
        : [text.exportedBy(handed.reference, handed.exportedBy, this.instant(handed.exportedAt))]),
    ];
  });

  constructor() {
    effect(() => this.store.id.set(this.statementId()));
    effect((onCleanup) => {
      const [key, statement] = [this.amount(), this.statement()];
      if (key === undefined || statement === undefined) return;
      onCleanup(untracked(() => this.openDrawer(statement, key)));
    });
  }

  protected money(amount: string): string {
    return formatMoney(amount, this.statement()?.currency ?? 'USD', this.reader.locale());
  }

  protected monthOf(period: string): string {
    return formatMonth(period, this.reader.locale(), 'long');
  }

  protected entryName({ kind, period, name }: StatementEntry): string {
    return this.text().entry(this.words().entries[kind], this.monthOf(period), name);
  }

  protected changeText({ name, before, after }: StatementEntry['changes'][number]): string {
    const states = this.verdicts();
    return this.text().change(name, states[before.state], states[after.state]);
  }

  protected ruleOf({ rule, effect }: StatementTrigger): string {
    return `${this.words().effects[effect]}: ${ruleText(rule, this.words())}`;
  }

  /** The months a rule looked at, in words. */
  protected monthsOf({ months }: StatementTrigger): string {
    const { passed, failed, skipped, verdicts } = this.text();
    const said = { P: passed, F: failed, '?': skipped };
    return verdicts(
      months
        .slice(-12)
        .map(({ period, verdict }) => `${formatMonth(period, this.reader.locale())} ${said[verdict]}`)
        .join(', '),
    );
  }

  protected explain(key: string | null): void {
    void this.router.navigate([], { queryParams: { amount: key }, queryParamsHandling: 'merge' });
  }

  protected async share(statement: CreditStatement): Promise<void> {
    const [text, { vendor }] = [this.text(), statement];
    await this.act(
      {
        title: text.shareTitle(this.month()),
        effect: text.shareEffect(vendor.name, this.money(statement.total)),
        action: text.share,
      },
      () => this.api.call(shareCreditStatement, this.params(), this.version(statement)),
      () => text.shared(vendor.name),
    );
  }

  protected async approve(statement: CreditStatement): Promise<void> {
    const text = this.text();
    const total = this.money(statement.total);
    await this.act(
      {
        title: text.approveTitle(this.month()),
        effect: statement.approvals === 0 ? text.approveFirst(total) : text.approveSecond(total),
        action: text.approve,
      },
      () => this.api.call(approveCreditStatement, this.params(), this.version(statement)),
      (now) => (now.state === 'approved' ? text.approvedSecond : text.approvedFirst),
    );
  }

  protected async export(statement: CreditStatement): Promise<void> {
    const text = this.text();
    await this.act(
      {
        title: text.exportTitle(this.month()),
        effect: text.exportEffect(this.money(statement.total)),
        action: text.export,
      },
      () => this.api.call(exportCreditStatement, this.params()),
      (now) => text.exported(now.export?.reference ?? ''),
    );
  }

  protected onChanged(statement: CreditStatement): void {
    this.store.statement.set(statement);
    this.disputing.set(null);
  }

  protected print(): void {
    window.print();
  }

  private params() {
    return { params: { statementId: this.statementId() } };
  }

  private version({ version }: CreditStatement) {
    return { ifMatch: `"${version}"` };
  }

  private instant(at: string): string {
    return formatInstant(at, { locale: this.reader.locale(), timeZone: this.tenant.timeZone() });
  }

  private async act(
    confirmation: Confirmation,
    call: () => Promise<CreditStatement>,
    done: (now: CreditStatement) => string,
  ): Promise<void> {
    if (this.busy() || !(await this.confirm.ask(confirmation))) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const now = await call();
      this.store.statement.set(now);
      this.notices.done(done(now));
    } catch (error) {
      const problem = ApiProblem.from(error);
      this.problem.set(problem);
      // somebody else was faster, or results moved: the page shows what is there now, under the word of what happened
      if (problem.status === 409 || problem.status === 412) this.store.statement.reload();
    } finally {
      this.busy.set(false);
    }
  }

  /** Opens the drawer; what is answered closes it without touching the address. */
  private openDrawer(statement: CreditStatement, key: string): () => void {
    const text = this.text();
    const entries = statement.entries.map((entry) => this.entryName(entry));
    const explained = explainedMoney(
      statement,
      key,
      { credit: text.credit, entry: (index) => entries[index] ?? '' },
      (amount) => this.money(amount),
    );
    if (explained === null) return () => undefined;
    let left = false;
    const opened = this.injector.get(Dialog).open(MoneyDrawer, {
      injector: this.injector,
      data: explained,
      ariaLabelledBy: 'pl-money-title',
      ariaModal: true,
      autoFocus: '#pl-money-title',
      width: 'min(46rem, 100vw)',
      height: '100dvh',
      positionStrategy: createGlobalPositionStrategy(this.injector).top('0').end('0'),
    });
    opened.closed.subscribe(() => {
      if (!left) this.explain(null);
    });
    return () => {
      left = true;
      opened.close();
    };
  }
}
