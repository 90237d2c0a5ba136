import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Reader, StatusChip, TenantContext, texts } from '@plumbline/ui';
import type { Profile, Site } from '@plumbline/vendors/schema';
import { vendorWords } from '../vendor-words';
import { countryName } from './names';
import { ProfilePanel } from './profile-panel';
import { profileWords } from './profile-words';

const words = {
  en: { add: 'Add a site', none: 'Nobody has said yet where it works.', phi: 'PHI is handled here' },
  es: {
    add: 'Añadir un centro',
    none: 'Nadie ha dicho aún dónde trabaja.',
    phi: 'Aquí se tratan datos de salud',
  },
};

/** Where a vendor works. */
@Component({
  selector: 'pl-sites-section',
  imports: [ProfilePanel, RouterLink, StatusChip],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <pl-profile-panel
      anchor="pl-sites"
      [heading]="parts().sections.sites"
      [action]="text().add"
      [link]="mayWrite ? link('new') : null"
      [none]="profile().sites.length === 0 ? text().none : null"
    >
      <ul>
        @for (site of profile().sites; track site.id) {
          <li>
            <div class="line">
              @if (mayWrite) {
                <a class="entry" [routerLink]="link(site.id)">{{ site.name }}</a>
              } @else {
                <strong>{{ site.name }}</strong>
              }
              @if (site.phiHandled) {
                <pl-status hue="note" icon="shield" [text]="text().phi" />
              }
            </div>
            <div class="pl-muted pl-small">{{ factsOf(site) }}</div>
          </li>
        }
      </ul>
    </pl-profile-panel>
  `,
  styleUrl: './entries.css',
})
export class SitesSection {
  readonly vendorId = input.required<string>();
  readonly profile = input.required<Profile>();

  private readonly tenant = inject(TenantContext);
  private readonly reader = inject(Reader);
  private readonly vendor = texts(vendorWords);
  protected readonly text = texts(words);
  protected readonly parts = texts(profileWords);
  protected readonly mayWrite = this.tenant.can('vendor-profile.write');

  protected link(entry: string): readonly string[] {
    return this.tenant.link('vendors', this.vendorId(), 'sites', entry);
  }

  protected factsOf(site: Site): string {
    const calendar = this.profile().calendars.find(({ id }) => id === site.calendarId)?.name;
    const services = site.services.map((service) => this.vendor().services[service]).join(', ');
    const where = `${site.city}, ${countryName(site.country, this.reader.locale())}`;
    return [where, site.timezone, calendar, services].filter(Boolean).join(' · ');
  }
}
