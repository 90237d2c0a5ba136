import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { listPeople } from '@plumbline/people/schema';
import {
  Control,
  Field,
  formSubmitter,
  Icon,
  pageResource,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';
import { escalationLadder, setEscalationLadder } from '@plumbline/vendors/schema';
import { bodySchema, wholeNumber } from './body-schema';
import { EntryEditor } from './entry-editor';
import { EntryPage } from './entry-page';
import { ProfileStore } from './profile-store';
import { profileWords } from './profile-words';

const words = {
  en: {
    title: 'Escalation ladder',
    lead: 'From the top: who is reached, and how long after the escalation began. A contact may wait for its hours; a person with a sign-in has none.',
    stage: (number: number) => `Stage ${number}`,
    who: 'Who',
    choose: 'Choose',
    contacts: 'Contacts',
    people: 'People with a sign-in',
    after: 'After',
    minutes: 'min',
    respect: 'Within the contact’s hours only',
    add: 'Add a stage',
    remove: (number: number) => `Remove stage ${number}`,
    saved: 'The ladder was saved.',
  },
  es: {
    title: 'Escala de avisos',
    lead: 'De arriba abajo: a quién se avisa y cuánto después de empezar. Un contacto puede esperar a su horario; una persona con acceso no tiene.',
    stage: (number: number) => `Nivel ${number}`,
    who: 'Quién',
    choose: 'Elija',
    contacts: 'Contactos',
    people: 'Personas con acceso',
    after: 'Tras',
    minutes: 'min',
    respect: 'Solo en el horario del contacto',
    add: 'Añadir un nivel',
    remove: (number: number) => `Quitar el nivel ${number}`,
    saved: 'Se guardó la escala.',
  },
};

interface StageModel {
  /** `contact:<id>` or `person:<id>` */
  who: string;
  afterMinutes: string;
  respectHours: boolean;
}

const toBody = ({ stages }: { readonly stages: readonly StageModel[] }) => ({
  stages: stages.map(({ who, afterMinutes, respectHours }) => {
    const [kind, id = null] = who.split(':');
    return {
      contactId: kind === 'contact' ? id : null,
      personId: kind === 'person' ? id : null,
      // blank is no number, and not at once
      afterMinutes: wholeNumber(afterMinutes) ?? Number.NaN,
      respectHours: respectHours && kind === 'contact',
    };
  }),
});

const pathOf = ([stages = 'stages', index, field]: readonly PropertyKey[]) =>
  index === undefined
    ? [stages]
    : [stages, index, field === 'afterMinutes' || field === 'respectHours' ? field : 'who'];

@Component({
  selector: 'pl-ladder-page',
  imports: [EntryPage, Field, Control, FormField, Icon],
  providers: [ProfileStore, EntryEditor],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <pl-entry-page [heading]="text().title" [vendorId]="vendorId()" [form]="form" [submitter]="submitter">
      <p class="pl-muted">{{ text().lead }}</p>
      @for (stage of form.stages; track $index) {
        <fieldset>
          <legend>{{ text().stage($index + 1) }}</legend>
          <pl-field [label]="text().who" [of]="stage.who">
            <select plControl [formField]="stage.who">
              <option value="">{{ text().choose }}</option>
              <optgroup [label]="text().contacts">
                @for (contact of contacts(); track contact.id) {
                  <option [value]="'contact:' + contact.id">
                    {{ contact.name }} ({{ parts().roles[contact.role] }})
                  </option>
                }
              </optgroup>
              @if (people().length > 0) {
                <optgroup [label]="text().people">
                  @for (person of people(); track person.id) {
                    <option [value]="'person:' + person.id">{{ person.name }}</option>
                  }
                </optgroup>
              }
            </select>
          </pl-field>
          <pl-field [label]="text().after" [unit]="text().minutes" [of]="stage.afterMinutes">
            <input plControl inputmode="numeric" [formField]="stage.afterMinutes" />
          </pl-field>
          @if (!stage.who().value().startsWith('person:')) {
            <label class="check">
              <input type="checkbox" [formField]="stage.respectHours" />{{ text().respect }}
            </label>
          }
          <div>
            <button
              class="pl-button"
              type="button"
              [attr.aria-label]="text().remove($index + 1)"
              (click)="removeStage($index)"
            >
              <pl-icon name="close" />
            </button>
          </div>
        </fieldset>
      }
      <div>
        <button class="pl-button" type="button" (click)="addStage()">
          <pl-icon name="plus" />{{ text().add }}
        </button>
      </div>
    </pl-entry-page>
  `,
  styleUrl: './form.css',
})
export class LadderPage {
  readonly vendorId = input.required<string>();

  private readonly api = inject(TenantApi);
  private readonly tenant = inject(TenantContext);
  private readonly store = inject(ProfileStore);
  private readonly editor = inject(EntryEditor);
  protected readonly text = texts(words);
  protected readonly parts = texts(profileWords);
  protected readonly contacts = computed(() => this.store.profile.value()?.contacts ?? []);

  private readonly members = pageResource({
    params: () => (this.tenant.can('people.read') ? (true as const) : undefined),
    load: (_, signal) => this.api.call(listPeople, { query: { limit: 200 } }, { signal }),
  });
  /** The vendor's people and the insurer's; and whoever the ladder names, also where the reader cannot see them. */
  protected readonly people = computed(() => {
    const here = (this.members.value()?.items ?? [])
      .filter(({ vendor }) => vendor === null || vendor.id === this.vendorId())
      .map(({ person }) => ({ id: person.id, name: person.name }));
    const named = (this.store.profile.value()?.ladder.stages ?? []).flatMap(({ personId, name }) =>
      personId === null ? [] : [{ id: personId, name }],
    );
    return [...new Map([...named, ...here].map((person) => [person.id, person])).values()];
  });

  private readonly model = signal<{ stages: StageModel[] }>({ stages: [] });
  protected readonly form = form(this.model, (path) =>
    validateStandardSchema(path, bodySchema(escalationLadder, toBody, pathOf)),
  );
  protected readonly submitter = formSubmitter(this.form, async () => {
    const version = this.store.profile.value()?.ladder.version ?? 0;
    await this.api.call(
      setEscalationLadder,
      { params: { vendorId: this.vendorId() }, body: toBody(this.model()) },
      { ifMatch: `"${version}"` },
    );
    await this.editor.leave(this.vendorId(), this.text().saved);
  });

  constructor() {
    effect(() => this.store.id.set(this.vendorId()));
    effect(() => {
      const ladder = this.store.profile.value()?.ladder;
      if (!ladder) return;
      this.model.set({
        stages: ladder.stages.map(({ contactId, personId, afterMinutes, respectHours }) => ({
          who: contactId === null ? `person:${personId}` : `contact:${contactId}`,
          afterMinutes: `${afterMinutes}`,
          respectHours,
        })),
      });
    });
  }

  protected addStage(): void {
    this.model.update(({ stages }) => {
      const last = Number(stages.at(-1)?.afterMinutes ?? -15);
      return { stages: [...stages, { who: '', afterMinutes: `${last + 15}`, respectHours: true }] };
    });
  }

  protected removeStage(index: number): void {
    this.model.update(({ stages }) => ({ stages: stages.filter((_, at) => at !== index) }));
  }
}
