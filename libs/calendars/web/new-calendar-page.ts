import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { createCalendar, newCalendar } from '@plumbline/calendars/schema';
import {
  Control,
  Field,
  formSubmitter,
  keepDraft,
  Notices,
  PageHeader,
  ProblemSummary,
  Submission,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';
import * as z from 'zod';
import { TermsEditor } from './terms-editor';
import { termsProblems } from './terms-form-schema';
import { emptyTerms, type HolidayModel, type TermsModel, toTerms } from './terms-model';

const words = {
  en: {
    title: 'Add a calendar',
    calendars: 'Calendars',
    name: 'Name',
    nameHint: 'Such as the site; partners see it',
    save: 'Save as reviewed',
    saved: (name: string) => `${name} was added.`,
  },
  es: {
    title: 'Añadir un calendario',
    calendars: 'Calendarios',
    name: 'Nombre',
    nameHint: 'Por ejemplo el centro; los socios lo ven',
    save: 'Guardar como revisado',
    saved: (name: string) => `${name} se ha añadido.`,
  },
};

type CalendarModel = TermsModel & { name: string };

const formSchema = z
  .custom<CalendarModel>()
  .superRefine((model, context) => {
    const name = newCalendar.shape.name.safeParse(model.name);
    for (const { message } of name.error?.issues ?? []) {
      context.addIssue({ code: 'custom', message, path: ['name'] });
    }
  })
  .superRefine(termsProblems);

@Component({
  selector: 'pl-new-calendar-page',
  imports: [PageHeader, ProblemSummary, Field, Control, FormField, TermsEditor],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="pl-stack">
      <pl-page-header
        [title]="text().title"
        [breadcrumbs]="[{ text: text().calendars, link: tenant.link('calendars') }]"
      />
      <form class="pl-form wide" novalidate (submit)="submitter.submit($event)">
        <pl-problem-summary [form]="form" [submitter]="submitter" />
        <pl-field class="narrow" [label]="text().name" [hint]="text().nameHint" [of]="form.name">
          <input plControl [formField]="form.name" />
        </pl-field>
        <pl-terms-editor [form]="form" [holidays]="model().holidays" (holidaysChange)="setHolidays($event)" />
        <button class="pl-button" data-kind="primary" [disabled]="submitter.busy()">
          {{ text().save }}
        </button>
      </form>
    </div>
  `,
  styles: `
    .wide.pl-form {
      max-width: 48rem;
    }
    .narrow {
      max-width: 34rem;
    }
  `,
})
export class NewCalendarPage {
  private readonly api = inject(TenantApi);
  private readonly router = inject(Router);
  private readonly notices = inject(Notices);
  private readonly submission = new Submission();
  protected readonly tenant = inject(TenantContext);
  protected readonly text = texts(words);

  protected readonly model = signal<CalendarModel>({ name: '', ...emptyTerms(this.tenant.timeZone()) });
  protected readonly form = form(this.model, (path) => validateStandardSchema(path, formSchema));
  private readonly draft = keepDraft(this.model, `${this.tenant.slug}:calendar-new`);
  protected readonly submitter = formSubmitter(this.form, async () => {
    const body = { name: this.model().name, ...toTerms(this.model()) };
    const made = await this.api.call(createCalendar, { body }, { submission: this.submission });
    this.draft.discard();
    this.notices.done(this.text().saved(made.name));
    await this.router.navigate([...this.tenant.link('calendars', made.id)]);
  });

  protected setHolidays(holidays: HolidayModel[]): void {
    this.model.update((now) => ({ ...now, holidays }));
  }
}
