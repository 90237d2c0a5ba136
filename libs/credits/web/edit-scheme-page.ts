import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { viewContract, viewContractVersion } from '@plumbline/contracts/schema';
import {
  creditSchemeTerms,
  listCreditSchemes,
  proposeCreditScheme,
  saveCreditScheme,
  viewCreditScheme,
} from '@plumbline/credits/schema';
import {
  ApiProblem,
  Control,
  Field,
  formSubmitter,
  Icon,
  Notices,
  PageHeader,
  pageResource,
  PageStateView,
  ProblemSummary,
  Submission,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';
import { schemeFormSchema } from './scheme-form-schema';
import { SchemeLineFields } from './scheme-line-fields';
import { emptyScheme, type SchemeModel, toSchemeModel, toSchemeTerms } from './scheme-model';
import { schemeWords } from './scheme-words';
import { creditWords } from './credit-words';
import { WorkedExample } from './worked-example';

/** The scheme of a contract version as a form: checked by the engine while it is filled in, with a worked example. */
@Component({
  selector: 'pl-edit-scheme-page',
  imports: [
    PageHeader,
    PageStateView,
    ProblemSummary,
    Field,
    Control,
    FormField,
    Icon,
    SchemeLineFields,
    WorkedExample,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './edit-scheme-page.html',
  styles: `
    .wide.pl-form {
      max-width: 56rem;
    }
    .line {
      display: flex;
      flex-wrap: wrap;
      align-items: flex-start;
      gap: var(--pl-3);
    }
    .line > pl-field {
      flex: 1 1 10rem;
    }
    .line > button[data-kind='icon'] {
      margin-top: 1.45rem;
    }
    .from {
      gap: var(--pl-1);
      max-width: 34rem;
      margin-bottom: var(--pl-4);
      font-size: var(--pl-text-13);
      font-weight: 550;
    }
    section > button {
      align-self: flex-start;
    }
  `,
})
export class EditSchemePage {
  readonly contractId = input.required<string>();
  readonly number = input.required<string>();

  private readonly api = inject(TenantApi);
  private readonly router = inject(Router);
  private readonly notices = inject(Notices);
  private readonly submission = new Submission();
  protected readonly tenant = inject(TenantContext);
  protected readonly text = texts(schemeWords);
  protected readonly words = texts(creditWords);

  /** The contract version, and what its scheme says already; no scheme is no failure. */
  protected readonly known = pageResource({
    params: () => ({ contractId: this.contractId(), number: Number(this.number()) }),
    load: async (params, signal) => {
      const [contract, version, schemes] = await Promise.all([
        this.api.call(viewContract, { params: { contractId: params.contractId } }, { signal }),
        this.api.call(viewContractVersion, { params }, { signal }),
        this.api.call(
          listCreditSchemes,
          { query: { contractId: params.contractId, limit: 200 } },
          { signal },
        ),
      ]);
      const numbers = schemes.items.map((each) => each.contract.versionNumber);
      const there = numbers.includes(params.number);
      const scheme = there ? await this.api.call(viewCreditScheme, { params }, { signal }) : null;
      // an amendment begins with what the version before it says about money
      const amended = !there && numbers.some((number) => number < params.number);
      const proposal = amended
        ? await this.api.call(proposeCreditScheme, { params, query: {} }, { signal })
        : null;
      return { contract, version, scheme, proposal };
    },
  });
  protected readonly slas = computed(() => this.known.value()?.version.slas ?? []);

  protected readonly model = signal<SchemeModel>(emptyScheme('', []));
  protected readonly form = form(this.model, (path) =>
    validateStandardSchema(
      path,
      schemeFormSchema(() => this.slas()),
    ),
  );
  protected readonly pools = computed(() => this.model().pools.map(({ name }) => name));
  protected readonly submitter = formSubmitter(this.form, async () => {
    const [contractId, number] = [this.contractId(), Number(this.number())];
    const scheme = await this.api.call(
      saveCreditScheme,
      {
        body: {
          contractId,
          number,
          replaces: this.known.value()?.scheme?.revision ?? 0,
          terms: creditSchemeTerms.parse(toSchemeTerms(this.model())),
        },
      },
      { submission: this.submission },
    );
    this.notices.done(this.text().saved(scheme.revision));
    await this.router.navigate([...this.tenant.link('credits', 'schemes', contractId, `${number}`)]);
  });

  /** Schemes of other contracts, for one that has none and comes after none. */
  protected readonly others = pageResource({
    params: () => {
      const known = this.known.value();
      return known && !known.scheme && !known.proposal ? known.contract.id : undefined;
    },
    load: async (contractId, signal) => {
      const { items } = await this.api.call(listCreditSchemes, { query: { limit: 200 } }, { signal });
      const newest = new Map(items.map(({ contract, vendor }) => [contract.id, { contract, vendor }]));
      newest.delete(contractId);
      return [...newest.values()];
    },
  });

  constructor() {
    effect(() => {
      const known = this.known.value();
      if (!known) return;
      const { version, scheme, proposal } = known;
      const terms = scheme?.terms ?? proposal?.terms;
      this.model.set(
        terms
          ? toSchemeModel(terms, version.slas)
          : emptyScheme(version.effectiveFrom.slice(0, 7), version.slas),
      );
    });
  }

  /** Fills the form in from another contract's newest scheme; nothing is entered by that. */
  protected async takeOver(fromContractId: string): Promise<void> {
    const known = this.known.value();
    if (!known || fromContractId === '') return;
    const params = { contractId: this.contractId(), number: Number(this.number()) };
    try {
      const proposal = await this.api.call(proposeCreditScheme, { params, query: { fromContractId } });
      this.model.set(toSchemeModel(proposal.terms, known.version.slas));
      this.notices.done(this.text().takenOver(proposal.source.contract.reference));
    } catch (error) {
      this.notices.problem(ApiProblem.from(error).detail);
    }
  }

  protected addFee(): void {
    this.model.update((now) => ({ ...now, fees: [...now.fees, { from: '', amount: '' }] }));
  }

  protected removeFee(index: number): void {
    this.model.update((now) => ({ ...now, fees: now.fees.filter((_, at) => at !== index) }));
  }

  protected addPool(): void {
    this.model.update((now) => ({ ...now, pools: [...now.pools, { name: '', share: '' }] }));
  }

  protected removePool(index: number): void {
    this.model.update((now) => ({ ...now, pools: now.pools.filter((_, at) => at !== index) }));
  }

  protected addTrigger(): void {
    const rule = { effect: 'chronic', kind: 'consecutive', k: '', n: '3' } as const;
    this.model.update((now) => ({ ...now, triggers: [...now.triggers, { ...rule }] }));
  }

  protected removeTrigger(index: number): void {
    this.model.update((now) => ({ ...now, triggers: now.triggers.filter((_, at) => at !== index) }));
  }
}
