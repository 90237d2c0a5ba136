import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { Control, Field, formSubmitter, ProblemView, TenantContext, texts } from '@plumbline/ui';
import {
  type Contact,
  contactOperations,
  type ContactRole,
  contactRoles,
  newContact,
} from '@plumbline/vendors/schema';
import { bodySchema, orNull } from './body-schema';
import { CalendarsStore } from './calendars-store';
import { EntryEditor } from './entry-editor';
import { EntryPage } from './entry-page';
import {
  emptyHours,
  type HoursModel,
  hoursPath,
  toHours,
  toHoursModel,
  ZonedHoursFields,
} from './hours-fields';
import { ProfileStore } from './profile-store';
import { profileWords } from './profile-words';

const words = {
  en: {
    new: 'New contact',
    change: (name: string) => `Change ${name}`,
    name: 'Name',
    nameHint: 'A person, or a desk that somebody always answers',
    role: 'Role',
    email: 'E-mail',
    phone: 'Telephone',
    phoneHint: 'With the country code, such as +1 312 555 0100',
    language: 'Language',
    languageHint: 'A tag such as en or es-PR',
    when: 'Reachable',
    never: 'Hours are not said',
    weekly: 'Weekly hours in a zone',
    byCalendar: 'By a calendar',
    calendar: 'Calendar',
    choose: 'Choose',
  },
  es: {
    new: 'Nuevo contacto',
    change: (name: string) => `Cambiar ${name}`,
    name: 'Nombre',
    nameHint: 'Una persona, o un puesto que siempre responde',
    role: 'Función',
    email: 'Correo electrónico',
    phone: 'Teléfono',
    phoneHint: 'Con el código del país, como +1 312 555 0100',
    language: 'Idioma',
    languageHint: 'Una etiqueta como en o es-PR',
    when: 'Localizable',
    never: 'Sin horario indicado',
    weekly: 'Horario semanal en una zona',
    byCalendar: 'Según un calendario',
    calendar: 'Calendario',
    choose: 'Elija',
  },
};

interface ContactModel {
  name: string;
  role: ContactRole;
  email: string;
  phone: string;
  language: string;
  when: 'not-said' | 'weekly' | 'calendar';
  hours: HoursModel;
  calendarId: string;
}

const toBody = ({ when, hours, calendarId, email, phone, ...rest }: ContactModel) => ({
  ...rest,
  email: orNull(email),
  phone: orNull(phone),
  hours: when === 'weekly' ? toHours(hours) : null,
  calendarId: when === 'calendar' ? calendarId : null,
});

const pathOf = ([first = 'name', ...rest]: readonly PropertyKey[]) =>
  first === 'hours' ? ['hours', ...hoursPath(rest)] : [first];

@Component({
  selector: 'pl-contact-page',
  imports: [EntryPage, ProblemView, Field, Control, FormField, ZonedHoursFields],
  providers: [ProfileStore, CalendarsStore, EntryEditor],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <pl-entry-page
      [heading]="entry() ? text().change(entry()!.name) : text().new"
      [vendorId]="vendorId()"
      [form]="form"
      [submitter]="submitter"
      [removable]="entry() !== undefined"
      [gone]="gone()"
      (remove)="remove()"
    >
      @if (editor.problem(); as problem) {
        <pl-problem [problem]="problem" />
      }
      <pl-field [label]="text().name" [hint]="text().nameHint" [of]="form.name">
        <input plControl autocomplete="off" [formField]="form.name" />
      </pl-field>
      <pl-field [label]="text().role" [of]="form.role">
        <select plControl [formField]="form.role">
          @for (role of roles; track role) {
            <option [value]="role">{{ parts().roles[role] }}</option>
          }
        </select>
      </pl-field>
      <pl-field [label]="text().email" [optional]="true" [of]="form.email">
        <input plControl type="email" autocomplete="off" [formField]="form.email" />
      </pl-field>
      <pl-field [label]="text().phone" [optional]="true" [hint]="text().phoneHint" [of]="form.phone">
        <input plControl type="tel" autocomplete="off" [formField]="form.phone" />
      </pl-field>
      <pl-field [label]="text().language" [hint]="text().languageHint" [of]="form.language">
        <input plControl spellcheck="false" [formField]="form.language" />
      </pl-field>
      <pl-field [label]="text().when" [of]="form.when">
        <select plControl [formField]="form.when">
          <option value="not-said">{{ text().never }}</option>
          <option value="weekly">{{ text().weekly }}</option>
          <option value="calendar">{{ text().byCalendar }}</option>
        </select>
      </pl-field>
      @switch (form.when().value()) {
        @case ('weekly') {
          <pl-zoned-hours [of]="form.hours" />
        }
        @case ('calendar') {
          <pl-field [label]="text().calendar" [of]="form.calendarId">
            <select plControl [formField]="form.calendarId">
              <option value="">{{ text().choose }}</option>
              @for (calendar of calendars.items(); track calendar.id) {
                <option [value]="calendar.id">{{ calendar.name }}</option>
              }
            </select>
          </pl-field>
        }
      }
    </pl-entry-page>
  `,
})
export class ContactPage {
  readonly vendorId = input.required<string>();
  readonly entryId = input('new');

  private readonly tenant = inject(TenantContext);
  protected readonly editor = inject(EntryEditor);
  protected readonly calendars = inject(CalendarsStore).calendars;
  protected readonly text = texts(words);
  protected readonly parts = texts(profileWords);
  protected readonly roles = contactRoles;

  private readonly model = signal<ContactModel>({
    name: '',
    role: 'operations',
    email: '',
    phone: '',
    language: 'en',
    when: 'weekly',
    hours: emptyHours(this.tenant.timeZone()),
    calendarId: '',
  });
  protected readonly form = form(this.model, (path) =>
    validateStandardSchema(path, bodySchema(newContact, toBody, pathOf)),
  );
  private readonly found = this.editor.find(
    this.vendorId,
    this.entryId,
    ({ contacts }) => contacts,
    (contact) => this.show(contact),
  );
  protected readonly entry = this.found.entry;
  protected readonly gone = this.found.gone;
  protected readonly submitter = formSubmitter(this.form, () =>
    this.editor.save(
      contactOperations,
      this.vendorId(),
      this.entry(),
      toBody(this.model()),
      this.model().name,
    ),
  );

  protected remove(): Promise<void> {
    return this.editor.remove(contactOperations, this.vendorId(), this.entry(), this.model().name);
  }

  private show({ name, role, email, phone, language, hours, calendarId }: Contact): void {
    this.model.update((now) => ({
      name,
      role,
      email: email ?? '',
      phone: phone ?? '',
      language,
      when: hours ? 'weekly' : calendarId ? 'calendar' : 'not-said',
      hours: hours ? toHoursModel(hours) : now.hours,
      calendarId: calendarId ?? '',
    }));
  }
}
