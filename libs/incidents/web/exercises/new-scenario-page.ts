import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { Router } from '@angular/router';
import {
  addScenario,
  phiAnswers,
  type PhiAnswer,
  policyCode,
  severities,
  type Severity,
} from '@plumbline/incidents/schema';
import {
  Control,
  Field,
  formSubmitter,
  Notices,
  PageHeader,
  ProblemSummary,
  Submission,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';
import { type Service, services } from '@plumbline/vendors/schema';
import * as z from 'zod';
import { incidentWords } from '../incident-words';
import { exerciseWords } from './exercise-words';

@Component({
  selector: 'pl-new-scenario-page',
  imports: [PageHeader, Field, Control, FormField, ProblemSummary],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="pl-stack">
      <pl-page-header
        [title]="text().newTitle"
        [breadcrumbs]="[
          { text: text().incidents, link: tenant.link('incidents') },
          { text: text().title, link: tenant.link('incidents', 'exercises') },
        ]"
      />
      <form class="pl-form" novalidate (submit)="submitter.submit($event)">
        <pl-problem-summary [form]="form" [submitter]="submitter" />
        <pl-field [label]="text().code" [hint]="text().codeHint" [of]="form.code">
          <input plControl autocomplete="off" [formField]="form.code" />
        </pl-field>
        <pl-field [label]="text().name" [of]="form.title">
          <input plControl autocomplete="off" [formField]="form.title" />
        </pl-field>
        <pl-field [label]="text().story" [of]="form.story">
          <textarea plControl rows="3" [formField]="form.story"></textarea>
        </pl-field>
        <pl-field [label]="text().nameEs" [of]="form.titleEs">
          <input plControl autocomplete="off" [formField]="form.titleEs" />
        </pl-field>
        <pl-field [label]="text().storyEs" [of]="form.storyEs">
          <textarea plControl rows="3" [formField]="form.storyEs"></textarea>
        </pl-field>
        <pl-field [label]="text().service" [of]="form.service">
          <select plControl [formField]="form.service">
            @for (service of services; track service) {
              <option [value]="service">{{ words().services[service] }}</option>
            }
          </select>
        </pl-field>
        <pl-field [label]="text().phi" [of]="form.phi">
          <select plControl [formField]="form.phi">
            @for (answer of phiAnswers; track answer) {
              <option [value]="answer">{{ words().phi[answer] }}</option>
            }
          </select>
        </pl-field>
        <pl-field [label]="text().severity" [of]="form.severity">
          <select plControl [formField]="form.severity">
            @for (severity of severities; track severity) {
              <option [value]="severity">{{ words().severities[severity] }}</option>
            }
          </select>
        </pl-field>
        <button class="pl-button" data-kind="primary" [disabled]="submitter.busy()">
          {{ text().addScenario }}
        </button>
      </form>
    </div>
  `,
})
export class NewScenarioPage {
  private readonly api = inject(TenantApi);
  private readonly router = inject(Router);
  private readonly notices = inject(Notices);
  private readonly submission = new Submission();
  protected readonly tenant = inject(TenantContext);
  protected readonly text = texts(exerciseWords);
  protected readonly words = texts(incidentWords);
  protected readonly services = services;
  protected readonly phiAnswers = phiAnswers;
  protected readonly severities = severities;
  private readonly model = signal({
    code: '',
    title: '',
    story: '',
    titleEs: '',
    storyEs: '',
    service: 'voice' as Service,
    phi: 'yes' as PhiAnswer,
    severity: 'high' as Severity,
  });
  protected readonly form = form(this.model, (path) =>
    validateStandardSchema(path, () => {
      const filled = (length: number) => z.string().trim().min(1, this.text().text).max(length);
      return z.object({
        code: z
          .string()
          .refine((code) => policyCode.safeParse(code).success, { error: this.text().codeHint }),
        title: filled(200),
        story: filled(4000),
        titleEs: filled(200),
        storyEs: filled(4000),
        service: z.enum(services),
        phi: z.enum(phiAnswers),
        severity: z.enum(severities),
      });
    }),
  );
  protected readonly submitter = formSubmitter(this.form, async () => {
    const { code, ...terms } = this.model();
    await this.api.call(
      addScenario,
      { body: { code, terms: { ...terms, injects: [] } } },
      { submission: this.submission },
    );
    this.notices.done(this.text().added);
    await this.router.navigate(this.tenant.link('incidents', 'exercises'));
  });
}
