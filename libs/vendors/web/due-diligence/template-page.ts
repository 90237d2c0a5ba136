import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  InstantPipe,
  languageOf,
  PageHeader,
  pageResource,
  PageStateView,
  Reader,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';
import { itemGates, viewTemplate } from '@plumbline/vendors/schema';
import { vendorWords } from '../vendor-words';
import { appliesText, itemWords, saidIn } from './item-words';
import { templateWords } from './template-words';

/** What the tenant asks of its vendors, at any of its versions. */
@Component({
  selector: 'pl-template-page',
  imports: [PageHeader, PageStateView, RouterLink, InstantPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="pl-stack">
      <pl-page-header
        [title]="text().title"
        [lead]="text().lead"
        [breadcrumbs]="[{ text: text().vendors, link: tenant.link('vendors') }]"
      >
        @if (tenant.can('due-diligence-template.write')) {
          <a
            class="pl-button"
            data-kind="primary"
            [routerLink]="tenant.link('vendors', 'due-diligence-template', 'new')"
            >{{ text().newVersion }}</a
          >
        }
      </pl-page-header>
      <pl-page-state [state]="template.state()" (retry)="template.reload()">
        @if (template.value(); as shown) {
          <div class="pl-stack">
            <nav class="pl-row" [attr.aria-label]="text().versions">
              @for (each of shown.versions; track each.number) {
                <a
                  class="pl-button"
                  [routerLink]="[]"
                  [queryParams]="{ number: each.number }"
                  [attr.aria-current]="each.number === shown.number ? 'page' : null"
                  >{{ text().version(each.number) }}</a
                >
              }
            </nav>
            <p class="pl-muted">
              @if (shown.madeBy; as by) {
                {{ text().made(by, (shown.madeAt | plInstant) ?? '') }} {{ shown.reason }}
              } @else {
                {{ text().defaults }}
              }
            </p>
            @for (gate of gates(); track gate.gate) {
              <section class="pl-panel" [attr.aria-labelledby]="'pl-gate-' + gate.gate">
                <h2 [id]="'pl-gate-' + gate.gate">{{ items().gates[gate.gate] }}</h2>
                <ul>
                  @for (item of gate.items; track item.code) {
                    <li>
                      <strong>{{ item.said.title }}</strong>
                      <p class="pl-muted pl-small">
                        {{ items().askedOf[item.askedOf] }}; {{ item.applies }}. {{ item.said.guidance }}
                      </p>
                    </li>
                  }
                </ul>
              </section>
            }
          </div>
        }
      </pl-page-state>
    </div>
  `,
  styles: `
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      padding-block: var(--pl-2);
      border-bottom: 1px solid var(--pl-line);
      overflow-wrap: anywhere;
    }
    li:last-child {
      border-bottom: 0;
    }
    [aria-current] {
      border-color: var(--pl-accent);
    }
  `,
})
export class TemplatePage {
  /** From the address: the version shown. */
  readonly number = input<string>();

  private readonly api = inject(TenantApi);
  private readonly reader = inject(Reader);
  protected readonly tenant = inject(TenantContext);
  protected readonly text = texts(templateWords);
  protected readonly items = texts(itemWords);
  private readonly words = texts(vendorWords);
  private readonly asked = signal<{ number?: number } | undefined>(undefined);
  protected readonly template = pageResource({
    params: () => this.asked(),
    load: (query, signal) => this.api.call(viewTemplate, { query }, { signal }),
  });
  protected readonly gates = computed(() => {
    const asked = this.template.value()?.items ?? [];
    const [words, { services }] = [this.items(), this.words()];
    const language = languageOf(this.reader.locale());
    return itemGates.map((gate) => ({
      gate,
      items: asked
        .filter((item) => item.gate === gate)
        .map((item) => ({
          ...item,
          said: saidIn(language, item),
          applies: appliesText(item.applies, words, services),
        })),
    }));
  });

  constructor() {
    effect(() => {
      const number = Number(this.number());
      this.asked.set(Number.isInteger(number) && number > 0 ? { number } : {});
    });
  }
}
