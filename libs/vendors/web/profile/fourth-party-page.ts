import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { Control, Field, formSubmitter, ProblemView, texts } from '@plumbline/ui';
import { fourthPartyOperations, newFourthParty, type PhiKind, phiKinds } from '@plumbline/vendors/schema';
import { bodySchema, orNull, wordsOf } from './body-schema';
import { Choices } from './choices';
import { EntryEditor } from './entry-editor';
import { EntryPage } from './entry-page';
import { ProfileStore } from './profile-store';
import { profileWords } from './profile-words';

const words = {
  en: {
    new: 'New fourth party',
    change: (name: string) => `Change ${name}`,
    lead: 'What is changed here, other than its end, waits for the insurer’s approval.',
    name: 'Name',
    service: 'What it does',
    phi: 'Protected health information it sees or keeps',
    places: 'Where',
    placesHint: 'Countries (US, PH), parts of one (US-TX) or EU, EEA; separated by commas',
    since: 'Since',
    until: 'Until before',
  },
  es: {
    new: 'Nuevo subcontratista',
    change: (name: string) => `Cambiar ${name}`,
    lead: 'Lo que se cambia aquí, salvo su fin, espera la aprobación de la aseguradora.',
    name: 'Nombre',
    service: 'Qué hace',
    phi: 'Datos de salud protegidos que ve o guarda',
    places: 'Dónde',
    placesHint: 'Países (US, PH), partes de uno (US-TX) o EU, EEA; separados por comas',
    since: 'Desde',
    until: 'Hasta antes de',
  },
};

interface FourthPartyModel {
  name: string;
  service: string;
  phiKinds: PhiKind[];
  places: string;
  since: string;
  until: string;
}

const toBody = ({ places, until, ...rest }: FourthPartyModel) => ({
  ...rest,
  places: wordsOf(places),
  until: orNull(until),
});

@Component({
  selector: 'pl-fourth-party-page',
  imports: [EntryPage, ProblemView, Field, Control, FormField, Choices],
  providers: [ProfileStore, EntryEditor],
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
      <p class="pl-muted">{{ text().lead }}</p>
      <pl-field [label]="text().name" [of]="form.name">
        <input plControl autocomplete="off" [formField]="form.name" />
      </pl-field>
      <pl-field [label]="text().service" [of]="form.service">
        <input plControl [formField]="form.service" />
      </pl-field>
      <pl-choices [legend]="text().phi" [options]="kinds" [words]="parts().phiKinds" [of]="form.phiKinds" />
      <pl-field [label]="text().places" [hint]="text().placesHint" [of]="form.places">
        <input plControl spellcheck="false" [formField]="form.places" />
      </pl-field>
      <pl-field [label]="text().since" [of]="form.since">
        <input plControl type="date" [formField]="form.since" />
      </pl-field>
      <pl-field [label]="text().until" [optional]="true" [of]="form.until">
        <input plControl type="date" [formField]="form.until" />
      </pl-field>
    </pl-entry-page>
  `,
})
export class FourthPartyPage {
  readonly vendorId = input.required<string>();
  readonly entryId = input('new');

  protected readonly editor = inject(EntryEditor);
  protected readonly text = texts(words);
  protected readonly parts = texts(profileWords);
  protected readonly kinds = phiKinds;

  private readonly model = signal<FourthPartyModel>({
    name: '',
    service: '',
    phiKinds: [],
    places: '',
    since: '',
    until: '',
  });
  protected readonly form = form(this.model, (path) =>
    validateStandardSchema(
      path,
      bodySchema(newFourthParty, toBody, ([first = 'name']) => [first]),
    ),
  );
  private readonly found = this.editor.find(
    this.vendorId,
    this.entryId,
    ({ fourthParties }) => fourthParties,
    ({ name, service, phiKinds: kinds, places, since, until }) =>
      this.model.set({
        name,
        service,
        phiKinds: [...kinds],
        places: places.join(', '),
        since,
        until: until ?? '',
      }),
  );
  protected readonly entry = this.found.entry;
  protected readonly gone = this.found.gone;
  protected readonly submitter = formSubmitter(this.form, () =>
    this.editor.save(
      fourthPartyOperations,
      this.vendorId(),
      this.entry(),
      toBody(this.model()),
      this.model().name,
    ),
  );

  protected remove(): Promise<void> {
    return this.editor.remove(fourthPartyOperations, this.vendorId(), this.entry(), this.model().name);
  }
}
