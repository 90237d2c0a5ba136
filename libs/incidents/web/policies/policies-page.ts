import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type IncidentPolicy, listIncidentPolicies } from '@plumbline/incidents/schema';
import {
  DatePipe,
  formatDate,
  Icon,
  PageHeader,
  pageResource,
  PageStateView,
  Reader,
  StatusChip,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';
import { policyName } from '../clock-views';
import { incidentWords } from '../incident-words';
import { policyWords } from './policy-words';
import { SwitchForm } from './switch-form';

/** Every policy with its rule, source, switch and what was decided about it. */
@Component({
  selector: 'pl-policies-page',
  imports: [PageHeader, PageStateView, StatusChip, Icon, RouterLink, SwitchForm, DatePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="pl-stack">
      <pl-page-header
        [title]="text().title"
        [lead]="text().lead"
        [breadcrumbs]="[{ text: text().incidents, link: tenant.link('incidents') }]"
      >
        @if (tenant.can('incident-policy.write')) {
          <a class="pl-button" data-kind="primary" [routerLink]="tenant.link('incidents', 'policies', 'new')"
            ><pl-icon name="plus" />{{ text().add }}</a
          >
        }
      </pl-page-header>
      <pl-page-state [state]="policies.state()" (retry)="policies.reload()">
        <div class="pl-grid">
          @for (each of shown(); track each.policy.code) {
            <section class="pl-panel pl-stack" [attr.aria-labelledby]="'policy-' + each.policy.code">
              <div class="pl-row">
                <h2 [id]="'policy-' + each.policy.code">{{ each.name }}</h2>
                <pl-status
                  [hue]="each.policy.switchedOn ? 'good' : 'neutral'"
                  [icon]="each.policy.switchedOn ? 'check' : 'dash'"
                  [text]="each.policy.switchedOn ? text().on : text().off"
                />
                <span class="pl-muted pl-small"
                  >{{ each.policy.shipped ? text().shipped : text().own }},
                  {{ text().version(each.policy.version) }}</span
                >
              </div>
              @if (each.policy.next; as next) {
                <p>
                  <pl-status
                    hue="note"
                    icon="calendar"
                    [text]="text().next(next.switchedOn ? text().on : text().off, date(next.effectiveFrom))"
                  />
                </p>
              }
              <dl class="pl-facts">
                <dt>{{ text().rule }}</dt>
                <dd>
                  @for (leg of each.policy.terms.legs; track $index) {
                    <p>
                      {{ text().leg(words().units[leg.unit](leg.amount), words().milestones[leg.startsAt]) }}
                    </p>
                  }
                  @if (each.policy.terms.legs.length > 1) {
                    <p class="pl-muted">{{ text().earliest }}</p>
                  }
                  @if (each.policy.terms.amountFromContract) {
                    <p class="pl-muted">{{ text().fromContract }}</p>
                  }
                </dd>
                <dt>{{ text().metBy }}</dt>
                <dd>{{ words().milestones[each.policy.terms.metBy] }}</dd>
                <dt>{{ text().owedBy }}</dt>
                <dd>{{ words().sides[each.policy.terms.owedBy] }}</dd>
                <dt>{{ text().applies }}</dt>
                <dd>{{ each.applies }}</dd>
                @if (each.policy.terms.shortened.length > 0) {
                  <dt>{{ text().shorter }}</dt>
                  <dd>
                    @for (one of each.policy.terms.shortened; track one.severity) {
                      <p>{{ text().shortened(words().severities[one.severity], one.amount) }}</p>
                    }
                  </dd>
                }
                <dt>{{ text().source }}</dt>
                <dd>
                  {{ each.policy.terms.source.title }}
                  @if (each.policy.terms.source.url; as url) {
                    <a [href]="url" target="_blank" rel="noopener noreferrer"
                      ><pl-icon name="external" />{{ text().openSource }}</a
                    >
                  }
                </dd>
              </dl>
              @if (each.policy.terms.respectHours) {
                <p class="pl-muted pl-small">{{ text().hours }}</p>
              }
              <details>
                <summary>{{ text().history }}</summary>
                <ul class="rows">
                  @for (one of each.policy.history; track one.number) {
                    <li>
                      {{
                        text().decided(
                          one.switchedOn ? text().on : text().off,
                          date(one.effectiveFrom),
                          one.by
                        )
                      }}
                      · {{ text().version(one.version) }}
                      <span class="pl-muted pl-small">{{ one.reason }} ({{ one.at | plDate }})</span>
                    </li>
                  } @empty {
                    <li class="pl-muted">{{ text().asShipped }}</li>
                  }
                </ul>
              </details>
              @if (tenant.can('incident-policy.write')) {
                <pl-switch-form [policy]="each.policy" (changed)="onChanged()" />
                @if (!each.policy.shipped) {
                  <div>
                    <a
                      class="pl-button"
                      [routerLink]="tenant.link('incidents', 'policies', each.policy.code, 'edit')"
                      >{{ text().edit }}</a
                    >
                  </div>
                }
              }
            </section>
          }
        </div>
      </pl-page-state>
    </div>
  `,
  styleUrl: '../panel.css',
  styles: `
    dd a {
      display: inline-flex;
      align-items: center;
      gap: var(--pl-1);
      min-height: 1.5rem;
    }
    dd {
      min-width: 0;
      overflow-wrap: anywhere;
    }
  `,
})
export class PoliciesPage {
  private readonly api = inject(TenantApi);
  private readonly reader = inject(Reader);
  protected readonly tenant = inject(TenantContext);
  protected readonly text = texts(policyWords);
  protected readonly words = texts(incidentWords);
  protected readonly policies = pageResource({
    params: () => true as const,
    load: (_, signal) => this.api.call(listIncidentPolicies, {}, { signal }),
  });
  protected readonly shown = computed(() =>
    (this.policies.value()?.items ?? []).map((policy) => ({
      policy,
      name: policyName(policy.terms, this.reader.locale()),
      applies: this.appliesTo(policy),
    })),
  );

  protected onChanged(): void {
    this.policies.reload();
  }

  protected date(day: string): string {
    return formatDate(day, this.reader.locale());
  }

  private appliesTo({ terms: { appliesTo } }: IncidentPolicy): string {
    const [text, words] = [this.text(), this.words()];
    const parts = [
      ...(appliesTo.phiOnly ? [text.phiOnly] : []),
      ...(appliesTo.severities.length > 0
        ? [text.severities(appliesTo.severities.map((each) => words.severities[each]).join(', '))]
        : []),
      ...(appliesTo.places.length > 0 ? [text.places(appliesTo.places.join(', '))] : []),
    ];
    return parts.length === 0 ? text.always : parts.join(' · ');
  }
}
