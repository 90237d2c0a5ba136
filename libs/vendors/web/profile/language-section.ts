import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Reader, StatusChip, TenantContext, texts } from '@plumbline/ui';
import type { LanguageAccess, Profile } from '@plumbline/vendors/schema';
import { dayWords, weekText } from './day-words';
import { languageName } from './names';
import { ProfilePanel } from './profile-panel';
import { profileWords } from './profile-words';

const words = {
  en: {
    change: 'Change',
    none: 'Nobody has said yet which languages it serves.',
    own: 'own agents',
    interpreter: (name: string) => `interpreters of ${name}`,
    tty: 'TTY/TDD',
    noTty: 'none',
    relay: 'Relay (711)',
    yes: 'taken',
    no: 'not taken',
    hours: 'Interpreters',
    notSaid: 'hours not said',
    published: 'Published at',
    nowhere: 'nowhere yet',
  },
  es: {
    change: 'Cambiar',
    none: 'Nadie ha dicho aún qué idiomas atiende.',
    own: 'agentes propios',
    interpreter: (name: string) => `intérpretes de ${name}`,
    tty: 'TTY/TDD',
    noTty: 'ninguno',
    relay: 'Retransmisión (711)',
    yes: 'se atiende',
    no: 'no se atiende',
    hours: 'Intérpretes',
    notSaid: 'sin horario indicado',
    published: 'Publicado en',
    nowhere: 'aún en ningún sitio',
  },
};

/** How members who speak another language, or do not hear, are served (P5). */
@Component({
  selector: 'pl-language-section',
  imports: [ProfilePanel, StatusChip],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <pl-profile-panel
      anchor="pl-language-access"
      icon="edit"
      [heading]="parts().sections['language-access']"
      [action]="text().change"
      [link]="mayWrite ? link() : null"
      [none]="register() === null ? text().none : null"
    >
      @if (register(); as access) {
        <ul>
          @for (each of access.languages; track $index) {
            <li>
              <div class="line">
                <strong>{{ name(each.language) }}</strong>
                @for (channel of each.channels; track channel) {
                  <pl-status [text]="parts().channels[channel]" />
                }
                <span class="pl-muted pl-small">{{
                  each.by === 'own_agents' ? text().own : text().interpreter(each.interpreter ?? '')
                }}</span>
              </div>
            </li>
          }
        </ul>
        <dl class="pl-facts">
          <dt>{{ text().tty }}</dt>
          <dd>{{ access.tty ?? text().noTty }}</dd>
          <dt>{{ text().relay }}</dt>
          <dd>{{ access.relay ? text().yes : text().no }}</dd>
          <dt>{{ text().hours }}</dt>
          <dd>{{ hoursOf(access) }}</dd>
          <dt>{{ text().published }}</dt>
          <dd class="pl-wrap-anywhere">
            @if (access.publishedAt) {
              <a [href]="access.publishedAt" rel="noopener noreferrer">{{ access.publishedAt }}</a>
            } @else {
              {{ text().nowhere }}
            }
          </dd>
        </dl>
      }
    </pl-profile-panel>
  `,
  styleUrl: './entries.css',
})
export class LanguageSection {
  readonly vendorId = input.required<string>();
  readonly profile = input.required<Profile>();

  private readonly tenant = inject(TenantContext);
  private readonly reader = inject(Reader);
  private readonly days = texts(dayWords);
  protected readonly text = texts(words);
  protected readonly parts = texts(profileWords);
  protected readonly mayWrite = this.tenant.can('vendor-profile.write');
  protected readonly register = computed(() => this.profile().languageAccess.register);
  protected readonly link = computed(() => this.tenant.link('vendors', this.vendorId(), 'language-access'));

  protected name(tag: string): string {
    return languageName(tag, this.reader.locale());
  }

  protected hoursOf({ interpreterHours: hours }: LanguageAccess): string {
    return hours === null ? this.text().notSaid : weekText(hours, this.days().short);
  }
}
