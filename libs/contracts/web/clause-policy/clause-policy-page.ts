import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, signal } from '@angular/core';
import {
  boundTerms,
  changeClausePolicy,
  type ClausePolicy,
  clausePolicy,
  type ClausePolicyEffects,
  type ClausePolicyRule,
  previewClausePolicy,
} from '@plumbline/contracts/schema';
import {
  ApiProblem,
  InstantPipe,
  Notices,
  PageHeader,
  PageStateView,
  ProblemView,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';
import { ClausePolicyStore } from '../clause-policy-store';
import { contractWords } from '../contract-words';
import { ClausePolicyEffectView } from './clause-policy-effect';
import { clausePolicyWords } from './clause-policy-words';

/** A rule as it is typed: its bound may be blank, or no number yet. */
type TypedRule = Omit<ClausePolicyRule, 'bound'> & { readonly bound: string };

const toTyped = (rules: ClausePolicy): readonly TypedRule[] =>
  rules.map(({ bound, ...rule }) => ({ ...rule, bound: bound === null ? '' : `${bound}` }));
const toRules = (typed: readonly TypedRule[]) =>
  typed.map(({ bound, ...rule }) => ({ ...rule, bound: bound.trim() === '' ? null : Number(bound) }));

/** Which clauses the insurer demands: changed with a reason, once what it changes has been seen. */
@Component({
  selector: 'pl-clause-policy-page',
  imports: [PageHeader, PageStateView, ProblemView, InstantPipe, ClausePolicyEffectView],
  providers: [ClausePolicyStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './clause-policy-page.html',
  styles: `
    .rules {
      display: grid;
      gap: var(--pl-3);
      margin: 0;
      padding: 0;
      list-style: none;
    }
    .rule {
      display: grid;
      /* auto-fill: columns stand under one another, also where a rule has fewer */
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 12rem), 1fr));
      gap: var(--pl-2) var(--pl-4);
      padding-top: var(--pl-3);
      border-top: 1px solid var(--pl-line);
    }
    h3 {
      margin: 0;
    }
    label,
    .fact {
      display: grid;
      align-content: start;
      gap: var(--pl-1);
    }
  `,
})
export class ClausePolicyPage {
  private readonly api = inject(TenantApi);
  private readonly notices = inject(Notices);
  protected readonly tenant = inject(TenantContext);
  protected readonly store = inject(ClausePolicyStore);
  protected readonly text = texts(clausePolicyWords);
  protected readonly words = texts(contractWords);
  protected readonly mayWrite = this.tenant.can('clause-policy.write');
  protected readonly demands = ['always', 'where_phi', 'never'] as const;
  protected readonly severities = ['blocking', 'advice'] as const;

  private readonly kept = computed(() => toTyped(this.store.policy.value()?.rules ?? []));
  protected readonly rules = linkedSignal(() => this.kept());
  protected readonly reason = signal('');
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | null>(null);
  /** What was looked at; another edit makes it say nothing any more. */
  private readonly looked = signal<{
    readonly rules: readonly TypedRule[];
    readonly effects: ClausePolicyEffects;
  } | null>(null);
  protected readonly effects = computed(() => {
    const looked = this.looked();
    return looked?.rules === this.rules() ? looked.effects : null;
  });
  protected readonly changed = computed(() => JSON.stringify(this.rules()) !== JSON.stringify(this.kept()));
  protected readonly sound = computed(() => clausePolicy.safeParse(toRules(this.rules())).success);

  protected unitOf({ kind }: TypedRule): string | null {
    return kind in boundTerms ? this.text().units[kind as keyof typeof boundTerms] : null;
  }

  protected isWrong({ bound }: TypedRule): boolean {
    return bound.trim() !== '' && !/^\d{1,4}$/.test(bound.trim());
  }

  protected set(rule: TypedRule, field: 'demanded' | 'severity' | 'bound', event: Event): void {
    const value = (event.target as HTMLInputElement | HTMLSelectElement).value;
    this.rules.update((rules) =>
      rules.map((each) => (each.kind === rule.kind ? ({ ...each, [field]: value } as TypedRule) : each)),
    );
  }

  protected look(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.changed() || !this.sound()) return Promise.resolve();
    const rules = this.rules();
    return this.run(async () => {
      const effects = await this.api.call(previewClausePolicy, { body: { rules: toRules(rules) } });
      this.looked.set({ rules, effects });
    });
  }

  protected save(event: Event): Promise<void> {
    event.preventDefault();
    const looked = this.looked();
    const version = this.store.policy.value()?.version;
    const reason = this.reason().trim();
    if (!looked || !this.effects() || version === undefined || reason === '') return Promise.resolve();
    return this.run(async () => {
      const body = { rules: toRules(looked.rules), reason };
      const kept = await this.api.call(changeClausePolicy, { body }, { ifMatch: `"${version}"` });
      this.store.policy.set(kept);
      this.looked.set(null);
      this.reason.set('');
      this.notices.done(this.text().saved);
    });
  }

  private async run(work: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await work();
    } catch (error) {
      this.problem.set(ApiProblem.from(error));
    } finally {
      this.busy.set(false);
    }
  }
}
