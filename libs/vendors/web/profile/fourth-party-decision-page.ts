import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { Control, Field, formSubmitter, TenantApi, texts } from '@plumbline/ui';
import { decideFourthParty, fourthPartyDecision } from '@plumbline/vendors/schema';
import { EntryEditor } from './entry-editor';
import { EntryPage } from './entry-page';
import { ProfileStore } from './profile-store';
import { profileWords } from './profile-words';

const words = {
  en: {
    title: (name: string) => `Decide on ${name}`,
    loading: 'Decide on a fourth party',
    lead: 'Whoever entered or last changed it cannot approve it.',
    approval: 'Decision',
    reason: 'Why',
    save: 'Decide',
    saved: (name: string) => `Decided on ${name}.`,
  },
  es: {
    title: (name: string) => `Decidir sobre ${name}`,
    loading: 'Decidir sobre un subcontratista',
    lead: 'Quien lo introdujo o lo cambió por última vez no puede aprobarlo.',
    approval: 'Decisión',
    reason: 'Por qué',
    save: 'Decidir',
    saved: (name: string) => `Se decidió sobre ${name}.`,
  },
};

/** What the insurer says of a fourth party. */
@Component({
  selector: 'pl-fourth-party-decision-page',
  imports: [EntryPage, Field, Control, FormField],
  providers: [ProfileStore, EntryEditor],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <pl-entry-page
      [heading]="entry() ? text().title(entry()!.name) : text().loading"
      [vendorId]="vendorId()"
      [form]="form"
      [submitter]="submitter"
      [save]="text().save"
      [gone]="gone()"
    >
      <p class="pl-muted">{{ text().lead }}</p>
      <pl-field [label]="text().approval" [of]="form.approval">
        <select plControl [formField]="form.approval">
          <option value="approved">{{ parts().approvals.approved }}</option>
          <option value="refused">{{ parts().approvals.refused }}</option>
        </select>
      </pl-field>
      <pl-field [label]="text().reason" [of]="form.reason">
        <textarea plControl rows="3" [formField]="form.reason"></textarea>
      </pl-field>
    </pl-entry-page>
  `,
})
export class FourthPartyDecisionPage {
  readonly vendorId = input.required<string>();
  readonly entryId = input.required<string>();

  private readonly api = inject(TenantApi);
  private readonly editor = inject(EntryEditor);
  protected readonly text = texts(words);
  protected readonly parts = texts(profileWords);

  private readonly model = signal<{ approval: 'approved' | 'refused'; reason: string }>({
    approval: 'approved',
    reason: '',
  });
  protected readonly form = form(this.model, (path) => validateStandardSchema(path, fourthPartyDecision));
  private readonly found = this.editor.find(
    this.vendorId,
    this.entryId,
    ({ fourthParties }) => fourthParties,
    () => undefined,
  );
  protected readonly entry = this.found.entry;
  protected readonly gone = this.found.gone;
  protected readonly submitter = formSubmitter(this.form, async () => {
    const entry = this.entry();
    const params = { vendorId: this.vendorId(), entryId: this.entryId() };
    await this.api.call(
      decideFourthParty,
      { params, body: this.model() },
      { ifMatch: `"${entry?.version ?? 0}"` },
    );
    await this.editor.leave(this.vendorId(), this.text().saved(entry?.name ?? ''));
  });
}
