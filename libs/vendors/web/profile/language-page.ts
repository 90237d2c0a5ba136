import { ChangeDetectionStrategy, Component, effect, inject, input, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { Control, Field, formSubmitter, Icon, TenantApi, TenantContext, texts } from '@plumbline/ui';
import {
  languageAccess,
  type LanguageAccess,
  type LanguageChannel,
  languageChannels,
  setLanguageAccess,
} from '@plumbline/vendors/schema';
import { bodySchema, orNull } from './body-schema';
import { Choices } from './choices';
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
    title: 'Language access',
    served: (number: number) => `Language ${number}`,
    language: 'Language',
    languageHint: 'A tag such as es or zh-Hant',
    channels: 'Served by',
    by: 'Who speaks it',
    own: 'Own agents',
    interpreters: 'An interpreter vendor',
    interpreter: 'Interpreter vendor',
    add: 'Add a language',
    remove: (number: number) => `Remove language ${number}`,
    tty: 'TTY/TDD number',
    relay: 'Relay calls (711) are taken',
    interpreterHours: 'Interpreters have hours of their own',
    published: 'Where members find it',
    publishedHint: 'A page, with https://',
    saved: 'Language access was saved.',
  },
  es: {
    title: 'Acceso lingüístico',
    served: (number: number) => `Idioma ${number}`,
    language: 'Idioma',
    languageHint: 'Una etiqueta como es o zh-Hant',
    channels: 'Se atiende por',
    by: 'Quién lo habla',
    own: 'Agentes propios',
    interpreters: 'Un proveedor de intérpretes',
    interpreter: 'Proveedor de intérpretes',
    add: 'Añadir un idioma',
    remove: (number: number) => `Quitar el idioma ${number}`,
    tty: 'Número TTY/TDD',
    relay: 'Se atienden llamadas de retransmisión (711)',
    interpreterHours: 'Los intérpretes tienen horario propio',
    published: 'Dónde lo encuentran los asegurados',
    publishedHint: 'Una página, con https://',
    saved: 'Se guardó el acceso lingüístico.',
  },
};

interface ServedModel {
  language: string;
  channels: LanguageChannel[];
  by: 'own_agents' | 'interpreter';
  interpreter: string;
}

interface AccessModel {
  languages: ServedModel[];
  tty: string;
  relay: boolean;
  withHours: boolean;
  interpreterHours: HoursModel;
  publishedAt: string;
}

const toBody = ({ languages, tty, relay, withHours, interpreterHours, publishedAt }: AccessModel) => ({
  languages: languages.map(({ interpreter, ...served }) => ({
    ...served,
    interpreter: served.by === 'interpreter' ? orNull(interpreter) : null,
  })),
  tty: orNull(tty),
  relay,
  interpreterHours: withHours ? toHours(interpreterHours) : null,
  publishedAt: orNull(publishedAt),
});

const pathOf = ([first = 'tty', ...rest]: readonly PropertyKey[]) =>
  first === 'interpreterHours' ? [first, ...hoursPath(rest)] : [first, ...rest.slice(0, 2)];

@Component({
  selector: 'pl-language-page',
  imports: [EntryPage, Field, Control, FormField, Icon, Choices, ZonedHoursFields],
  providers: [ProfileStore, EntryEditor],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <pl-entry-page [heading]="text().title" [vendorId]="vendorId()" [form]="form" [submitter]="submitter">
      @for (served of form.languages; track $index) {
        <fieldset>
          <legend>{{ text().served($index + 1) }}</legend>
          <pl-field [label]="text().language" [hint]="text().languageHint" [of]="served.language">
            <input plControl spellcheck="false" [formField]="served.language" />
          </pl-field>
          <pl-choices
            [legend]="text().channels"
            [options]="channels"
            [words]="parts().channels"
            [of]="served.channels"
          />
          <pl-field [label]="text().by" [of]="served.by">
            <select plControl [formField]="served.by">
              <option value="own_agents">{{ text().own }}</option>
              <option value="interpreter">{{ text().interpreters }}</option>
            </select>
          </pl-field>
          @if (served.by().value() === 'interpreter') {
            <pl-field [label]="text().interpreter" [of]="served.interpreter">
              <input plControl [formField]="served.interpreter" />
            </pl-field>
          }
          <div>
            <button
              class="pl-button"
              type="button"
              [attr.aria-label]="text().remove($index + 1)"
              (click)="removeLanguage($index)"
            >
              <pl-icon name="close" />
            </button>
          </div>
        </fieldset>
      }
      <div>
        <button class="pl-button" type="button" (click)="addLanguage()">
          <pl-icon name="plus" />{{ text().add }}
        </button>
      </div>
      <pl-field [label]="text().tty" [optional]="true" [of]="form.tty">
        <input plControl type="tel" autocomplete="off" [formField]="form.tty" />
      </pl-field>
      <label class="check"><input type="checkbox" [formField]="form.relay" />{{ text().relay }}</label>
      <label class="check">
        <input type="checkbox" [formField]="form.withHours" />{{ text().interpreterHours }}
      </label>
      @if (form.withHours().value()) {
        <pl-zoned-hours [of]="form.interpreterHours" />
      }
      <pl-field
        [label]="text().published"
        [optional]="true"
        [hint]="text().publishedHint"
        [of]="form.publishedAt"
      >
        <input plControl type="url" spellcheck="false" [formField]="form.publishedAt" />
      </pl-field>
    </pl-entry-page>
  `,
  styleUrl: './form.css',
})
export class LanguagePage {
  readonly vendorId = input.required<string>();

  private readonly api = inject(TenantApi);
  private readonly store = inject(ProfileStore);
  private readonly editor = inject(EntryEditor);
  protected readonly text = texts(words);
  protected readonly parts = texts(profileWords);
  protected readonly channels = languageChannels;

  private readonly model = signal<AccessModel>({
    languages: [],
    tty: '',
    relay: false,
    withHours: false,
    interpreterHours: emptyHours(inject(TenantContext).timeZone()),
    publishedAt: '',
  });
  protected readonly form = form(this.model, (path) =>
    validateStandardSchema(path, bodySchema(languageAccess, toBody, pathOf)),
  );
  protected readonly submitter = formSubmitter(this.form, async () => {
    const version = this.store.profile.value()?.languageAccess.version ?? 0;
    await this.api.call(
      setLanguageAccess,
      { params: { vendorId: this.vendorId() }, body: toBody(this.model()) },
      { ifMatch: `"${version}"` },
    );
    await this.editor.leave(this.vendorId(), this.text().saved);
  });

  constructor() {
    effect(() => this.store.id.set(this.vendorId()));
    effect(() => {
      const register = this.store.profile.value()?.languageAccess.register;
      if (register) this.show(register);
    });
  }

  protected addLanguage(): void {
    const added: ServedModel = { language: '', channels: ['voice'], by: 'own_agents', interpreter: '' };
    this.model.update((now) => ({ ...now, languages: [...now.languages, added] }));
  }

  protected removeLanguage(index: number): void {
    this.model.update((now) => ({ ...now, languages: now.languages.filter((_, at) => at !== index) }));
  }

  private show({ languages, tty, relay, interpreterHours, publishedAt }: LanguageAccess): void {
    this.model.update((now) => ({
      languages: languages.map(({ interpreter, channels, ...served }) => ({
        ...served,
        channels: [...channels],
        interpreter: interpreter ?? '',
      })),
      tty: tty ?? '',
      relay,
      withHours: interpreterHours !== null,
      interpreterHours: interpreterHours ? toHoursModel(interpreterHours) : now.interpreterHours,
      publishedAt: publishedAt ?? '',
    }));
  }
}
