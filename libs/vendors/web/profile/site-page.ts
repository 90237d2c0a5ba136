import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { Control, Field, formSubmitter, ProblemView, Reader, TenantContext, texts } from '@plumbline/ui';
import { countries, newSite, type Service, services, siteOperations } from '@plumbline/vendors/schema';
import { vendorWords } from '../vendor-words';
import { bodySchema, orNull } from './body-schema';
import { CalendarsStore } from './calendars-store';
import { Choices } from './choices';
import { EntryEditor } from './entry-editor';
import { EntryPage } from './entry-page';
import { countryName } from './names';
import { ProfileStore } from './profile-store';

const words = {
  en: {
    new: 'New site',
    change: (name: string) => `Change ${name}`,
    name: 'Name',
    nameHint: 'As the vendor calls it',
    country: 'Country',
    choose: 'Choose',
    city: 'City',
    zone: 'Time zone',
    zoneHint: 'An IANA name such as Asia/Manila',
    calendar: 'Calendar',
    noCalendar: 'None',
    services: 'Services run there',
    phi: 'Protected health information is seen or kept there',
  },
  es: {
    new: 'Nuevo centro',
    change: (name: string) => `Cambiar ${name}`,
    name: 'Nombre',
    nameHint: 'Como lo llama el proveedor',
    country: 'País',
    choose: 'Elija',
    city: 'Ciudad',
    zone: 'Zona horaria',
    zoneHint: 'Un nombre IANA como Asia/Manila',
    calendar: 'Calendario',
    noCalendar: 'Ninguno',
    services: 'Servicios que presta',
    phi: 'Allí se ven o se guardan datos de salud protegidos',
  },
};

interface SiteModel {
  name: string;
  country: string;
  city: string;
  timezone: string;
  calendarId: string;
  services: Service[];
  phiHandled: boolean;
}

const toBody = (model: SiteModel) => ({ ...model, calendarId: orNull(model.calendarId) });

@Component({
  selector: 'pl-site-page',
  imports: [EntryPage, ProblemView, Field, Control, FormField, Choices],
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
        <input plControl [formField]="form.name" />
      </pl-field>
      <pl-field [label]="text().country" [of]="form.country">
        <select plControl [formField]="form.country">
          <option value="">{{ text().choose }}</option>
          @for (each of countries(); track each.code) {
            <option [value]="each.code">{{ each.name }}</option>
          }
        </select>
      </pl-field>
      <pl-field [label]="text().city" [of]="form.city">
        <input plControl [formField]="form.city" />
      </pl-field>
      <pl-field [label]="text().zone" [hint]="text().zoneHint" [of]="form.timezone">
        <input plControl spellcheck="false" [formField]="form.timezone" />
      </pl-field>
      <pl-field [label]="text().calendar" [optional]="true" [of]="form.calendarId">
        <select plControl [formField]="form.calendarId">
          <option value="">{{ text().noCalendar }}</option>
          @for (calendar of calendars.items(); track calendar.id) {
            <option [value]="calendar.id">{{ calendar.name }}</option>
          }
        </select>
      </pl-field>
      <pl-choices
        [legend]="text().services"
        [options]="services"
        [words]="vendor().services"
        [of]="form.services"
      />
      <label class="check"><input type="checkbox" [formField]="form.phiHandled" />{{ text().phi }}</label>
    </pl-entry-page>
  `,
  styleUrl: './form.css',
})
export class SitePage {
  readonly vendorId = input.required<string>();
  readonly entryId = input('new');

  private readonly reader = inject(Reader);
  private readonly tenant = inject(TenantContext);
  protected readonly editor = inject(EntryEditor);
  protected readonly calendars = inject(CalendarsStore).calendars;
  protected readonly text = texts(words);
  protected readonly vendor = texts(vendorWords);
  protected readonly services = services;
  protected readonly countries = computed(() => {
    const locale = this.reader.locale();
    return countries
      .map((code) => ({ code, name: countryName(code, locale) }))
      .sort((a, b) => a.name.localeCompare(b.name, locale));
  });

  private readonly model = signal<SiteModel>({
    name: '',
    country: '',
    city: '',
    timezone: this.tenant.timeZone(),
    calendarId: '',
    services: [],
    phiHandled: false,
  });
  protected readonly form = form(this.model, (path) =>
    validateStandardSchema(path, bodySchema(newSite, toBody)),
  );
  private readonly found = this.editor.find(
    this.vendorId,
    this.entryId,
    ({ sites }) => sites,
    ({ id: _, version: __, calendarId, ...site }) =>
      this.model.set({ ...site, services: [...site.services], calendarId: calendarId ?? '' }),
  );
  protected readonly entry = this.found.entry;
  protected readonly gone = this.found.gone;
  protected readonly submitter = formSubmitter(this.form, () =>
    this.editor.save(siteOperations, this.vendorId(), this.entry(), toBody(this.model()), this.model().name),
  );

  protected remove(): Promise<void> {
    return this.editor.remove(siteOperations, this.vendorId(), this.entry(), this.model().name);
  }
}
