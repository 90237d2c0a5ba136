import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { ruleUnits } from '@plumbline/clocks/schema';
import {
  addIncidentPolicy,
  changeIncidentPolicy,
  listIncidentPolicies,
  policyCode,
  policyTerms,
  severities,
  type Severity,
  sides,
} from '@plumbline/incidents/schema';
import { milestones } from '@plumbline/sla-engine';
import {
  Control,
  Field,
  formSubmitter,
  Notices,
  PageHeader,
  pageResource,
  PageStateView,
  ProblemSummary,
  Reader,
  Submission,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';
import * as z from 'zod';
import { policyName } from '../clock-views';
import { incidentWords } from '../incident-words';
import { blankPolicy, fieldOf, modelOf, type PolicyModel, termsOf } from './policy-model';
import { policyWords } from './policy-words';

/** Adds a policy of the insurer's own, or gives one other terms from a day on. */
@Component({
  selector: 'pl-policy-form-page',
  imports: [PageHeader, PageStateView, Field, Control, FormField, ProblemSummary],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="pl-stack">
      <pl-page-header
        [title]="editing() ? text().editTitle(name()) : text().formTitle"
        [breadcrumbs]="[
          { text: text().incidents, link: tenant.link('incidents') },
          { text: text().title, link: tenant.link('incidents', 'policies') },
        ]"
      />
      <pl-page-state [state]="state()" (retry)="policies.reload()">
        <form class="pl-form" novalidate (submit)="submitter.submit($event)">
          <pl-problem-summary [form]="form" [submitter]="submitter" />
          @if (!editing()) {
            <pl-field [label]="text().code" [hint]="text().codeHint" [of]="form.code">
              <input plControl autocomplete="off" [formField]="form.code" />
            </pl-field>
          }
          <pl-field [label]="text().name" [of]="form.name">
            <input plControl autocomplete="off" [formField]="form.name" />
          </pl-field>
          <pl-field [label]="text().nameEs" [of]="form.nameEs">
            <input plControl autocomplete="off" [formField]="form.nameEs" />
          </pl-field>
          <pl-field [label]="text().sourceTitle" [of]="form.sourceTitle">
            <input plControl autocomplete="off" [formField]="form.sourceTitle" />
          </pl-field>
          <pl-field [label]="text().sourceUrl" [optional]="true" [of]="form.sourceUrl">
            <input plControl type="url" autocomplete="off" [formField]="form.sourceUrl" />
          </pl-field>
          <pl-field [label]="text().owedBy" [of]="form.owedBy">
            <select plControl [formField]="form.owedBy">
              @for (side of sides; track side) {
                <option [value]="side">{{ words().sides[side] }}</option>
              }
            </select>
          </pl-field>
          <pl-field [label]="text().amount" [of]="form.amount">
            <input plControl inputmode="numeric" autocomplete="off" [formField]="form.amount" />
          </pl-field>
          <pl-field [label]="text().unit" [of]="form.unit">
            <select plControl [formField]="form.unit">
              @for (unit of units; track unit) {
                <option [value]="unit">{{ text().units[unit] }}</option>
              }
            </select>
          </pl-field>
          @if (model().unit === 'businessDays' || model().unit === 'businessHours') {
            <p class="pl-muted pl-small">{{ text().calendar }}</p>
          }
          <pl-field [label]="text().startsAt" [of]="form.startsAt">
            <select plControl [formField]="form.startsAt">
              @for (each of milestones; track each) {
                <option [value]="each">{{ words().milestones[each] }}</option>
              }
            </select>
          </pl-field>
          <pl-field [label]="text().metBy" [of]="form.metBy">
            <select plControl [formField]="form.metBy">
              @for (each of milestones; track each) {
                <option [value]="each">{{ words().milestones[each] }}</option>
              }
            </select>
          </pl-field>
          <label class="check"><input type="checkbox" [formField]="form.phiOnly" />{{ text().phi }}</label>
          <fieldset>
            <legend>{{ text().only }}</legend>
            <div class="answers">
              @for (severity of severities; track severity) {
                <label
                  ><input
                    type="checkbox"
                    [checked]="model().severities.includes(severity)"
                    (change)="tick(severity)"
                  />{{ words().severities[severity] }}</label
                >
              }
            </div>
            <p class="pl-muted pl-small">{{ text().onlyHint }}</p>
          </fieldset>
          <pl-field
            [label]="text().placesField"
            [hint]="text().placesHint"
            [optional]="true"
            [of]="form.places"
          >
            <input plControl autocomplete="off" [formField]="form.places" />
          </pl-field>
          <label class="check"
            ><input type="checkbox" [formField]="form.respectHours" />{{ text().respect }}</label
          >
          <pl-field [label]="text().from" [hint]="text().fromHint" [of]="form.effectiveFrom">
            <input plControl type="date" [formField]="form.effectiveFrom" />
          </pl-field>
          <pl-field [label]="text().reason" [of]="form.reason">
            <input plControl autocomplete="off" [formField]="form.reason" />
          </pl-field>
          <button class="pl-button" data-kind="primary" [disabled]="submitter.busy()">
            {{ text().save }}
          </button>
        </form>
      </pl-page-state>
    </div>
  `,
  styleUrl: '../form.css',
})
export class PolicyFormPage {
  /** From the address: the policy whose terms change. */
  readonly policy = input<string>();

  private readonly api = inject(TenantApi);
  private readonly router = inject(Router);
  private readonly reader = inject(Reader);
  private readonly notices = inject(Notices);
  private readonly submission = new Submission();
  protected readonly tenant = inject(TenantContext);
  protected readonly text = texts(policyWords);
  protected readonly words = texts(incidentWords);
  protected readonly units = ruleUnits;
  protected readonly milestones = milestones;
  protected readonly severities = severities;
  protected readonly sides = sides;
  protected readonly editing = computed(() => this.policy() !== undefined);
  protected readonly policies = pageResource({
    params: () => (this.editing() ? (true as const) : undefined),
    load: (_, signal) => this.api.call(listIncidentPolicies, {}, { signal }),
  });
  protected readonly state = computed(() =>
    this.editing() ? this.policies.state() : ({ is: 'ready', value: null } as const),
  );
  private readonly known = computed(() =>
    this.policies.value()?.items.find(({ code }) => code === this.policy()),
  );
  protected readonly name = computed(() => {
    const known = this.known();
    return known ? policyName(known.terms, this.reader.locale()) : '';
  });
  protected readonly model = signal<PolicyModel>(blankPolicy);
  protected readonly form = form(this.model, (path) =>
    validateStandardSchema(path, () =>
      z.custom<PolicyModel>().superRefine((model, context) => {
        const add = (field: keyof PolicyModel, message: string) =>
          context.addIssue({ code: 'custom', path: [field], message });
        const code = policyCode.safeParse(model.code);
        if (!this.editing() && !code.success) add('code', this.text().codeHint);
        for (const { path: at, message } of policyTerms.safeParse(termsOf(model)).error?.issues ?? [])
          add(fieldOf(at), message);
        if (!z.iso.date().safeParse(model.effectiveFrom).success) add('effectiveFrom', this.text().day);
        if (model.reason.trim() === '') add('reason', this.text().why);
      }),
    ),
  );
  protected readonly submitter = formSubmitter(this.form, async () => {
    const model = this.model();
    const { effectiveFrom, reason } = model;
    const body = { terms: termsOf(model), effectiveFrom, reason };
    const policy = this.policy();
    if (policy === undefined)
      await this.api.call(
        addIncidentPolicy,
        { body: { ...body, code: model.code } },
        { submission: this.submission },
      );
    else await this.api.call(changeIncidentPolicy, { params: { policy }, body });
    this.notices.done(this.text().saved);
    await this.router.navigate(this.tenant.link('incidents', 'policies'));
  });

  constructor() {
    effect(() => {
      const known = this.known();
      if (known) untracked(() => this.model.set(modelOf(known.code, known.terms)));
    });
  }

  protected tick(severity: Severity): void {
    this.model.update((now) => ({
      ...now,
      severities: now.severities.includes(severity)
        ? now.severities.filter((each) => each !== severity)
        : [...now.severities, severity],
    }));
  }
}
