import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type ContractVersion, viewContractVersion } from '@plumbline/contracts/schema';
import type { CreditSchemeLine } from '@plumbline/credits/schema';
import {
  formatInstant,
  formatMonth,
  PageHeader,
  pageResource,
  PageStateView,
  Reader,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';
import { creditWords, ruleText } from './credit-words';
import { formatMoney, formatShare } from './format-money';
import { SchemeStore } from './schemes-store';
import { schemeViewWords } from './scheme-view-words';

/** What a contract version says about money, in words. */
@Component({
  selector: 'pl-scheme-page',
  imports: [PageHeader, PageStateView, RouterLink],
  providers: [SchemeStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './scheme-page.html',
})
export class SchemePage {
  readonly contractId = input.required<string>();
  readonly number = input.required<string>();

  private readonly api = inject(TenantApi);
  private readonly reader = inject(Reader);
  protected readonly tenant = inject(TenantContext);
  protected readonly store = inject(SchemeStore);
  protected readonly text = texts(schemeViewWords);
  protected readonly words = texts(creditWords);
  private readonly version = pageResource({
    params: () => this.store.version(),
    load: (params, signal): Promise<ContractVersion> =>
      this.api.call(viewContractVersion, { params }, { signal }),
  });
  private readonly names = computed(
    () => new Map((this.version.value()?.slas ?? []).map(({ id, name }) => [id, name])),
  );

  /** The facts of the scheme, each with its name. */
  protected readonly facts = computed((): readonly (readonly [string, readonly string[]])[] => {
    const scheme = this.store.scheme.value();
    if (!scheme) return [];
    const [text, { terms }] = [this.text(), scheme];
    const { caps } = terms;
    const agreedCaps = [
      ...(caps.perFailure === null ? [] : [text.perFailure(this.share(caps.perFailure))]),
      ...(caps.month === null ? [] : [text.month(this.share(caps.month))]),
      ...(caps.amount === null ? [] : [text.amount(this.money(caps.amount))]),
      ...(caps.yearAmount === null ? [] : [text.year(this.money(caps.yearAmount))]),
    ];
    return [
      [text.from, [this.month(terms.from)]],
      [text.fee, terms.fees.map(({ from, amount }) => text.feeFrom(this.money(amount), this.month(from)))],
      [text.atRisk, [text.ofFee(this.share(terms.atRisk))]],
      [text.pools, terms.pools.map(({ name, share }) => text.ofAtRisk(name, this.share(share)))],
      [text.caps, agreedCaps.length === 0 ? [text.noCaps] : agreedCaps],
      [text.repeat, [terms.repeat.length === 0 ? text.noRepeat : text.multipliers(terms.repeat.join(', '))]],
      [text.election, [text.elections[terms.election]]],
      [
        text.earnBack,
        [terms.earnBackMonths === null ? text.noEarnBack : text.earnBackAfter(terms.earnBackMonths)],
      ],
      [text.notReported, [text.notReporteds[terms.notReported]]],
      ...(terms.speedOutweighsReason === null ? [] : [[text.speed, [terms.speedOutweighsReason]] as const]),
    ];
  });
  protected readonly rules = computed(() =>
    (this.store.scheme.value()?.terms.triggers ?? []).map(
      ({ effect: held, rule }) => `${this.words().effects[held]}: ${ruleText(rule, this.words())}`,
    ),
  );

  constructor() {
    effect(() => this.store.version.set({ contractId: this.contractId(), number: Number(this.number()) }));
  }

  protected nameOf({ slaId }: CreditSchemeLine): string {
    return this.names().get(slaId) ?? '…';
  }

  protected lineText({ pool, allocation, method, event }: CreditSchemeLine): string {
    const text = this.text();
    const said = [text.lineText(this.share(allocation), pool), this.methodText(method)];
    return [...said, ...(event === null ? [] : [text.event(event)])].join('; ');
  }

  protected instant(at: string): string {
    return formatInstant(at, { locale: this.reader.locale(), timeZone: this.tenant.timeZone() });
  }

  private methodText(method: CreditSchemeLine['method']): string {
    const { methods, bandText } = this.text();
    switch (method.kind) {
      case 'allocation':
        return methods.allocation;
      case 'bands': {
        const bands = method.bands.map(({ from, to, share }) => bandText(from, to, this.share(share)));
        return `${methods.bands} (${bands.join(', ')})`;
      }
      case 'points':
        return methods.points(method.points, this.share(method.value));
      case 'perFullPoint':
        return methods.perFullPoint(this.share(method.share), method.pointSize);
      case 'percentageGap':
        return method.gap === 'relative' ? methods.relativeGap : methods.percentageGap;
    }
  }

  private money(amount: string): string {
    return formatMoney(amount, this.store.scheme.value()?.terms.currency ?? 'USD', this.reader.locale());
  }

  private share(share: string): string {
    return formatShare(share, this.reader.locale());
  }

  private month(month: string): string {
    return formatMonth(month, this.reader.locale(), 'long');
  }
}
