import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { addCalendarVersion, newCalendarVersion } from '@plumbline/calendars/schema';
import {
  Control,
  Field,
  formSubmitter,
  Notices,
  PageHeader,
  PageStateView,
  ProblemSummary,
  Submission,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';
import * as z from 'zod';
import { CalendarStore } from './calendar-store';
import { TermsEditor } from './terms-editor';
import { termsProblems } from './terms-form-schema';
import { emptyTerms, type HolidayModel, type TermsModel, toTerms, toTermsModel } from './terms-model';

const words = {
  en: {
    title: (name: string) => `New version of ${name}`,
    loading: 'New version',
    calendars: 'Calendars',
    reason: 'What changes, and why',
    reasonHint: 'Kept with the version; clocks that run keep the version they started with',
    save: 'Save as reviewed',
    saved: (number: number) => `Version ${number} is known from now on.`,
  },
  es: {
    title: (name: string) => `Nueva versión de ${name}`,
    loading: 'Nueva versión',
    calendars: 'Calendarios',
    reason: 'Qué cambia, y por qué',
    reasonHint: 'Se guarda con la versión; los plazos en curso siguen con la versión con que empezaron',
    save: 'Guardar como revisado',
    saved: (number: number) => `La versión ${number} se conoce desde ahora.`,
  },
};

type VersionModel = TermsModel & { reason: string };

const formSchema = z
  .custom<VersionModel>()
  .superRefine((model, context) => {
    const reason = newCalendarVersion.shape.reason.safeParse(model.reason);
    for (const { message } of reason.error?.issues ?? []) {
      context.addIssue({ code: 'custom', message, path: ['reason'] });
    }
  })
  .superRefine(termsProblems);

@Component({
  selector: 'pl-new-version-page',
  imports: [PageHeader, PageStateView, ProblemSummary, Field, Control, FormField, TermsEditor],
  providers: [CalendarStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="pl-stack">
      @let calendar = store.calendar.value();
      <pl-page-header
        [title]="calendar ? text().title(calendar.name) : text().loading"
        [breadcrumbs]="[
          { text: text().calendars, link: tenant.link('calendars') },
          { text: calendar?.name ?? '…', link: tenant.link('calendars', calendarId()) },
        ]"
      />
      <pl-page-state [state]="state()" (retry)="reload()">
        <form class="pl-form wide" novalidate (submit)="submitter.submit($event)">
          <pl-problem-summary [form]="form" [submitter]="submitter" />
          <pl-field class="narrow" [label]="text().reason" [hint]="text().reasonHint" [of]="form.reason">
            <input plControl [formField]="form.reason" />
          </pl-field>
          <pl-terms-editor
            [form]="form"
            [holidays]="model().holidays"
            (holidaysChange)="setHolidays($event)"
          />
          <button class="pl-button" data-kind="primary" [disabled]="submitter.busy()">
            {{ text().save }}
          </button>
        </form>
      </pl-page-state>
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
export class NewVersionPage {
  readonly calendarId = input.required<string>();

  private readonly api = inject(TenantApi);
  private readonly router = inject(Router);
  private readonly notices = inject(Notices);
  private readonly submission = new Submission();
  protected readonly tenant = inject(TenantContext);
  protected readonly store = inject(CalendarStore);
  protected readonly text = texts(words);

  protected readonly model = signal<VersionModel>({ reason: '', ...emptyTerms(this.tenant.timeZone()) });
  protected readonly form = form(this.model, (path) => validateStandardSchema(path, formSchema));
  /** The form is shown once the version it starts from is there. */
  protected readonly state = computed(() => {
    const calendar = this.store.calendar.state();
    return calendar.is === 'ready' ? this.store.version.state() : calendar;
  });
  protected readonly submitter = formSubmitter(this.form, async () => {
    const calendarId = this.calendarId();
    const { reason, ...model } = this.model();
    const added = await this.api.call(
      addCalendarVersion,
      { params: { calendarId }, body: { reason, ...toTerms(model) } },
      { ifMatch: `"${this.store.calendar.value()?.version ?? 0}"`, submission: this.submission },
    );
    this.notices.done(this.text().saved(added.number));
    await this.router.navigate([...this.tenant.link('calendars', calendarId)]);
  });

  constructor() {
    effect(() => this.store.id.set(this.calendarId()));
    effect(() => {
      const version = this.store.version.value();
      if (version) this.model.update(({ reason }) => ({ reason, ...toTermsModel(version) }));
    });
  }

  protected setHolidays(holidays: HolidayModel[]): void {
    this.model.update((now) => ({ ...now, holidays }));
  }

  protected reload(): void {
    this.store.calendar.reload();
    this.store.version.reload();
  }
}
