import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  untracked,
} from '@angular/core';
import { FormField, form, validateTree } from '@angular/forms/signals';
import { copyContract } from '@plumbline/contracts/schema';
import { type KpiFile, resolveKpiFileVendors, viewKpiFile } from '@plumbline/measurements/schema';
import {
  Control,
  Field,
  Notices,
  ProblemSummary,
  Reader,
  Submission,
  TenantApi,
  formSubmitter,
  formatNumber,
  sayProblem,
  texts,
} from '@plumbline/ui';
import { type CodeDraft, draftsOf, problemsOfCodes, resolutionOf, resolutionSentence } from './resolution';
import { type VendorsStart } from './vendors-store';
import { vendorsWords } from './vendors-words';

/** All unknown codes of a file decided in one go, with one button that says its effect. */
@Component({
  selector: 'pl-vendors-form',
  imports: [FormField, Field, Control, ProblemSummary],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './vendors-form.html',
  styleUrl: './vendors-form.css',
})
export class VendorsForm {
  readonly file = input.required<KpiFile>();
  readonly start = input.required<VendorsStart>();
  readonly resolved = output<KpiFile>();

  private readonly api = inject(TenantApi);
  private readonly reader = inject(Reader);
  private readonly notices = inject(Notices);
  private readonly submission = new Submission();
  protected readonly text = texts(vendorsWords);
  private readonly say = sayProblem();

  private readonly model = linkedSignal<VendorsStart, { codes: CodeDraft[]; contractId: string }>({
    source: this.start,
    computation: ({ vendors }) => ({
      codes: draftsOf(untracked(this.file).unknownVendors, vendors),
      contractId: '',
    }),
  });
  protected readonly form = form(this.model, (path) => {
    validateTree(path, ({ value, fieldTree }) => {
      const { codes } = value();
      const problems = problemsOfCodes(codes, this.text(), this.say).flatMap(({ index, control, text }) => {
        const at = fieldTree.codes[index]?.[control];
        return at ? [{ kind: 'code', message: text, fieldTree: at }] : [];
      });
      const none = codes.every(({ choice }) => choice === 'later');
      return none ? [{ kind: 'none', message: this.text().sayOne, fieldTree: fieldTree.codes }] : problems;
    });
  });

  protected readonly contract = computed(
    () => this.start().contracts.find(({ id }) => id === this.model().contractId) ?? null,
  );
  protected readonly effect = computed(() =>
    resolutionSentence(
      this.model().codes,
      this.contract()?.reference ?? null,
      this.text(),
      this.reader.locale(),
    ),
  );

  protected readonly submitter = formSubmitter(this.form, async () => {
    const resolution = resolutionOf(this.model().codes);
    const file = await this.send(resolution);
    const count = (list: readonly unknown[]) => formatNumber(list.length, this.reader.locale());
    this.notices.done(this.text().done(count(resolution.create), count(resolution.match)));
    this.resolved.emit(file);
  });

  protected rowsText(rows: number): string {
    return this.text().rows(formatNumber(rows, this.reader.locale()), rows === 1);
  }

  protected chooseAll(event: Event): void {
    const select = event.target as HTMLSelectElement;
    const choice = select.value as CodeDraft['choice'] | '';
    if (choice === '') return;
    this.model.update((model) => ({ ...model, codes: model.codes.map((code) => ({ ...code, choice })) }));
    select.value = '';
  }

  /** Vendors alone, or vendors with their contracts: one call either way, so that nothing is half done. */
  private async send(resolution: ReturnType<typeof resolutionOf>): Promise<KpiFile> {
    const kpiFileId = this.file().id;
    const contract = this.contract();
    const options = { submission: this.submission };
    if (contract === null)
      return this.api.call(resolveKpiFileVendors, { params: { kpiFileId }, body: resolution }, options);
    await this.api.call(
      copyContract,
      { params: { contractId: contract.id }, body: { ...resolution, kpiFileId } },
      options,
    );
    return this.api.call(viewKpiFile, { params: { kpiFileId } });
  }
}
