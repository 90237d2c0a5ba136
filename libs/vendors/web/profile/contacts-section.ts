import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Reader, StatusChip, TenantContext, texts } from '@plumbline/ui';
import type { Contact, Profile } from '@plumbline/vendors/schema';
import { dayWords, weekText } from './day-words';
import { languageName } from './names';
import { ProfilePanel } from './profile-panel';
import { profileWords } from './profile-words';

const words = {
  en: { add: 'Add a contact', none: 'Nobody to turn to yet.', noHours: 'Hours not said' },
  es: { add: 'Añadir un contacto', none: 'Aún nadie a quien acudir.', noHours: 'Sin horario indicado' },
};

/** Whom to turn to at a vendor, and when. */
@Component({
  selector: 'pl-contacts-section',
  imports: [ProfilePanel, RouterLink, StatusChip],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <pl-profile-panel
      anchor="pl-contacts"
      [heading]="parts().sections.contacts"
      [action]="text().add"
      [link]="mayWrite ? link('new') : null"
      [none]="profile().contacts.length === 0 ? text().none : null"
    >
      <ul>
        @for (contact of profile().contacts; track contact.id) {
          <li>
            <div class="line">
              @if (mayWrite) {
                <a class="entry" [routerLink]="link(contact.id)">{{ contact.name }}</a>
              } @else {
                <strong>{{ contact.name }}</strong>
              }
              <pl-status icon="person" [text]="parts().roles[contact.role]" />
            </div>
            <div class="line pl-small">
              @if (contact.email) {
                <a class="entry" [href]="'mailto:' + contact.email">{{ contact.email }}</a>
              }
              @if (contact.phone) {
                <a class="entry" [href]="'tel:' + telephone(contact.phone)">{{ contact.phone }}</a>
              }
              <span class="pl-muted">{{ language(contact) }}</span>
            </div>
            <div class="pl-muted pl-small">{{ hoursOf(contact) }}</div>
          </li>
        }
      </ul>
    </pl-profile-panel>
  `,
  styleUrl: './entries.css',
})
export class ContactsSection {
  readonly vendorId = input.required<string>();
  readonly profile = input.required<Profile>();

  private readonly tenant = inject(TenantContext);
  private readonly reader = inject(Reader);
  private readonly days = texts(dayWords);
  protected readonly text = texts(words);
  protected readonly parts = texts(profileWords);
  protected readonly mayWrite = this.tenant.can('vendor-profile.write');

  protected link(entry: string): readonly string[] {
    return this.tenant.link('vendors', this.vendorId(), 'contacts', entry);
  }

  protected telephone(phone: string): string {
    return phone.replace(/[^+\d]/g, '');
  }

  protected language(contact: Contact): string {
    return languageName(contact.language, this.reader.locale());
  }

  protected hoursOf({ hours, calendarId }: Contact): string {
    const calendar = this.profile().calendars.find(({ id }) => id === calendarId)?.name;
    if (calendar !== undefined) return calendar;
    if (hours === null) return this.text().noHours;
    return weekText(hours, this.days().short);
  }
}
