import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { assignFinding, requestWaiver } from '@plumbline/contracts/schema';
import {
  Control,
  Field,
  formatDate,
  formSubmitter,
  Notices,
  PageHeader,
  PageStateView,
  ProblemSummary,
  Reader,
  Submission,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';
import * as z from 'zod';
import { ContractStore } from './contract-store';
import { findingPageWords } from './finding-page-words';
import { findingSaid } from './finding-said';
import { FindingsList } from './findings-list';
import { InsurersPeople } from './insurers-people';

const assignmentForm = z.strictObject({
  ownerId: z.string().min(1, 'Choose a person'),
  dueOn: z.iso.date('Choose a day'),
});
const waiverForm = z.strictObject({
  reason: z.string().trim().min(1, 'Say why').max(2000, 'At most 2000 characters'),
  expiresOn: z.iso.date('Choose a day'),
});

/** One finding about a clause: who sees to it, and the request for a waiver. */
@Component({
  selector: 'pl-finding-page',
  imports: [PageHeader, PageStateView, ProblemSummary, Field, Control, FormField, FindingsList, RouterLink],
  providers: [ContractStore, InsurersPeople],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './finding-page.html',
})
export class FindingPage {
  readonly contractId = input.required<string>();
  readonly number = input.required<string>();
  /** From the address: which finding. */
  readonly key = input<string>();

  private readonly api = inject(TenantApi);
  private readonly reader = inject(Reader);
  private readonly notices = inject(Notices);
  private readonly submissions = { assign: new Submission(), waive: new Submission() };
  protected readonly tenant = inject(TenantContext);
  protected readonly store = inject(ContractStore);
  protected readonly people = inject(InsurersPeople);
  protected readonly text = texts(findingPageWords);

  protected readonly finding = computed(
    () => this.store.version.value()?.findings?.find(({ key }) => key === this.key()) ?? null,
  );
  protected readonly title = computed(() => {
    const finding = this.finding();
    return finding ? findingSaid(finding, this.reader.locale()) : this.text().title;
  });

  private readonly assignment = signal({ ownerId: '', dueOn: '' });
  protected readonly assignmentForm = form(this.assignment, (path) =>
    validateStandardSchema(path, assignmentForm),
  );
  protected readonly assigning = formSubmitter(this.assignmentForm, async () => {
    const body = { number: Number(this.number()), key: this.key() ?? '', ...this.assignment() };
    const version = await this.api.call(
      assignFinding,
      { params: { contractId: this.contractId() }, body },
      { submission: this.submissions.assign },
    );
    this.store.version.set(version);
    this.submissions.assign = new Submission();
    this.notices.done(this.text().assigned(this.finding()?.assignment?.owner.name ?? ''));
  });

  private readonly waiver = signal({ reason: '', expiresOn: '' });
  protected readonly waiverForm = form(this.waiver, (path) => validateStandardSchema(path, waiverForm));
  protected readonly asking = formSubmitter(this.waiverForm, async () => {
    const body = { number: Number(this.number()), key: this.key() ?? '', ...this.waiver() };
    await this.api.call(
      requestWaiver,
      { params: { contractId: this.contractId() }, body },
      { submission: this.submissions.waive },
    );
    this.submissions.waive = new Submission();
    this.notices.done(this.text().asked);
    this.store.version.reload();
  });

  constructor() {
    this.people.wanted.set(true);
    effect(() => {
      this.store.id.set(this.contractId());
      this.store.number.set(Number(this.number()));
    });
    effect(() => {
      const assigned = this.finding()?.assignment;
      if (assigned) this.assignment.set({ ownerId: assigned.owner.id, dueOn: assigned.dueOn });
    });
  }

  protected day(date: string): string {
    return formatDate(date, this.reader.locale());
  }
}
