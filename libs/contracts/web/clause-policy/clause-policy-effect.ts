import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ClausePolicyEffect } from '@plumbline/contracts/schema';
import { type Hue, type IconName, Reader, StatusChip, TenantContext, texts } from '@plumbline/ui';
import { findingSaid } from '../finding-said';
import { clausePolicyWords } from './clause-policy-words';

interface Line {
  readonly key: string;
  readonly hue: Hue;
  readonly icon: IconName;
  readonly word: string;
  readonly said: string;
}

/** Version by version, which findings another policy would bring, end or turn. */
@Component({
  selector: 'pl-clause-policy-effect',
  imports: [RouterLink, StatusChip],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @for (item of versions(); track item.id) {
      <section class="pl-stack" [attr.aria-labelledby]="item.id">
        <h3 class="pl-row" [id]="item.id">
          <a
            [routerLink]="tenant.link('contracts', item.contractId)"
            [queryParams]="{ version: item.number }"
            >{{ item.name }}</a
          >
          @if (item.isDraft) {
            <pl-status hue="neutral" icon="edit" [text]="text().draft" />
          }
        </h3>
        <ul>
          @for (line of item.lines; track line.key) {
            <li class="pl-row">
              <pl-status [hue]="line.hue" [icon]="line.icon" [text]="line.word" />
              <span class="pl-wrap-anywhere">{{ line.said }}</span>
            </li>
          }
        </ul>
      </section>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--pl-4);
    }
    h3 {
      margin: 0;
    }
    ul {
      display: grid;
      gap: var(--pl-2);
      margin: 0;
      padding: 0;
      list-style: none;
    }
  `,
})
export class ClausePolicyEffectView {
  readonly items = input.required<readonly ClausePolicyEffect[]>();

  private readonly reader = inject(Reader);
  protected readonly tenant = inject(TenantContext);
  protected readonly text = texts(clausePolicyWords);

  protected readonly versions = computed(() =>
    this.items().map(({ contract, vendor, number, state, came, went, turned }) => ({
      id: `pl-effect-${contract.id}-${number}`,
      contractId: contract.id,
      number,
      isDraft: state === 'draft',
      name: this.text().version(contract.reference, number, vendor.name),
      lines: [
        ...came.map((each) => this.line('came', each)),
        ...turned.map((each) => this.line('turned', each)),
        ...went.map((each) => this.line('went', each)),
      ],
    })),
  );

  private line(change: 'came' | 'went' | 'turned', finding: ClausePolicyEffect['came'][number]): Line {
    const text = this.text();
    const isBlocking = finding.severity === 'blocking';
    const word = change === 'turned' ? (isBlocking ? text.turnedBlocking : text.turnedAdvice) : text[change];
    const look: Pick<Line, 'hue' | 'icon'> =
      change === 'went'
        ? { hue: 'good', icon: 'check' }
        : isBlocking
          ? { hue: 'bad', icon: 'cross' }
          : { hue: 'warn', icon: 'alert' };
    return {
      ...look,
      word,
      key: `${change}/${finding.key}`,
      said: findingSaid(finding, this.reader.locale()),
    };
  }
}
