import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { Control, Field, formSubmitter, Icon, ProblemView, texts } from '@plumbline/ui';
import {
  dataFlowOperations,
  type FlowKind,
  flowKinds,
  newDataFlow,
  type PhiKind,
  phiKinds,
  residencyFindings,
} from '@plumbline/vendors/schema';
import { bodySchema, orNull, wholeNumber } from './body-schema';
import { Choices } from './choices';
import { EntryEditor } from './entry-editor';
import { EntryPage } from './entry-page';
import { ProfileStore } from './profile-store';
import { profileWords } from './profile-words';

const words = {
  en: {
    new: 'New data flow',
    change: (name: string) => `Change the flow into ${name}`,
    kind: 'What flows',
    called: 'What it is',
    system: 'System',
    systemHint: 'Where it is kept',
    place: 'Country or region',
    placeHint: 'A country (US, PH), a part of one (US-TX), or EU, EEA',
    phi: 'Protected health information in it',
    keeper: 'Kept by',
    vendor: 'The vendor',
    days: 'Kept for',
    unit: 'days',
    daysHint: 'Blank: not said',
  },
  es: {
    new: 'Nuevo flujo de datos',
    change: (name: string) => `Cambiar el flujo hacia ${name}`,
    kind: 'Qué fluye',
    called: 'Qué es',
    system: 'Sistema',
    systemHint: 'Dónde se guarda',
    place: 'País o región',
    placeHint: 'Un país (US, PH), una parte de uno (US-TX), o EU, EEA',
    phi: 'Datos de salud protegidos que lleva',
    keeper: 'Lo guarda',
    vendor: 'El proveedor',
    days: 'Se guarda durante',
    unit: 'días',
    daysHint: 'En blanco: no se dice',
  },
};

interface FlowModel {
  kind: FlowKind;
  called: string;
  system: string;
  place: string;
  phiKinds: PhiKind[];
  fourthPartyId: string;
  retentionDays: string;
}

const toBody = ({ called, fourthPartyId, retentionDays, ...rest }: FlowModel) => ({
  ...rest,
  called: rest.kind === 'other' ? orNull(called) : null,
  fourthPartyId: orNull(fourthPartyId),
  retentionDays: wholeNumber(retentionDays),
});

@Component({
  selector: 'pl-data-flow-page',
  imports: [EntryPage, ProblemView, Field, Control, FormField, Choices, Icon],
  providers: [ProfileStore, EntryEditor],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <pl-entry-page
      [heading]="entry() ? text().change(entry()!.system) : text().new"
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
      <pl-field [label]="text().kind" [of]="form.kind">
        <select plControl [formField]="form.kind">
          @for (kind of flows; track kind) {
            <option [value]="kind">{{ parts().flows[kind] }}</option>
          }
        </select>
      </pl-field>
      @if (form.kind().value() === 'other') {
        <pl-field [label]="text().called" [of]="form.called">
          <input plControl [formField]="form.called" />
        </pl-field>
      }
      <pl-field [label]="text().system" [hint]="text().systemHint" [of]="form.system">
        <input plControl [formField]="form.system" />
      </pl-field>
      <pl-choices [legend]="text().phi" [options]="kinds" [words]="parts().phiKinds" [of]="form.phiKinds" />
      <pl-field [label]="text().place" [hint]="text().placeHint" [of]="form.place">
        <input plControl spellcheck="false" autocomplete="off" [formField]="form.place" />
      </pl-field>
      <div role="status">
        @for (finding of findings(); track $index) {
          <p class="finding">
            <pl-icon name="alert" />{{ parts().findings[finding.code](finding.parameters) }}
          </p>
        }
      </div>
      <pl-field [label]="text().keeper" [of]="form.fourthPartyId">
        <select plControl [formField]="form.fourthPartyId">
          <option value="">{{ text().vendor }}</option>
          @for (party of fourthParties(); track party.id) {
            <option [value]="party.id">{{ party.name }}</option>
          }
        </select>
      </pl-field>
      <pl-field
        [label]="text().days"
        [optional]="true"
        [unit]="text().unit"
        [hint]="text().daysHint"
        [of]="form.retentionDays"
      >
        <input plControl inputmode="numeric" [formField]="form.retentionDays" />
      </pl-field>
    </pl-entry-page>
  `,
  styleUrl: './entries.css',
})
export class DataFlowPage {
  readonly vendorId = input.required<string>();
  readonly entryId = input('new');

  private readonly store = inject(ProfileStore);
  protected readonly editor = inject(EntryEditor);
  protected readonly text = texts(words);
  protected readonly parts = texts(profileWords);
  protected readonly flows = flowKinds;
  protected readonly kinds = phiKinds;
  protected readonly fourthParties = computed(() => this.store.profile.value()?.fourthParties ?? []);

  private readonly model = signal<FlowModel>({
    kind: 'recordings',
    called: '',
    system: '',
    place: '',
    phiKinds: [],
    fourthPartyId: '',
    retentionDays: '',
  });
  protected readonly form = form(this.model, (path) =>
    validateStandardSchema(
      path,
      bodySchema(newDataFlow, toBody, ([first = 'system']) => [first]),
    ),
  );
  /** What the server will say of the place, as it is typed. */
  protected readonly findings = computed(() => {
    const profile = this.store.profile.value();
    const { place, phiKinds: phi } = this.model();
    return profile && place.trim() !== ''
      ? residencyFindings({ place, phiKinds: phi }, profile.residency)
      : [];
  });
  private readonly found = this.editor.find(
    this.vendorId,
    this.entryId,
    ({ dataFlows }) => dataFlows,
    ({ kind, called, system, place, phiKinds: phi, fourthPartyId, retentionDays }) =>
      this.model.set({
        kind,
        called: called ?? '',
        system,
        place,
        phiKinds: [...phi],
        fourthPartyId: fourthPartyId ?? '',
        retentionDays: retentionDays === null ? '' : `${retentionDays}`,
      }),
  );
  protected readonly entry = this.found.entry;
  protected readonly gone = this.found.gone;
  protected readonly submitter = formSubmitter(this.form, () =>
    this.editor.save(
      dataFlowOperations,
      this.vendorId(),
      this.entry(),
      toBody(this.model()),
      this.model().system,
    ),
  );

  protected remove(): Promise<void> {
    return this.editor.remove(dataFlowOperations, this.vendorId(), this.entry(), this.model().system);
  }
}
