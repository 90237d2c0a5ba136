import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
} from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import { type KpiFile, resolveKpiFileNames } from '@plumbline/measurements/schema';
import {
  Control,
  Field,
  Notices,
  NumberPipe,
  ProblemSummary,
  Reader,
  TenantApi,
  formSubmitter,
  formatNumber,
  texts,
} from '@plumbline/ui';
import { etagOf } from '../etag-of';
import { nameWords } from './doubt-words';

/** New names of a file decided in one go: something new, or a name that is known, written in another way. */
@Component({
  selector: 'pl-names-form',
  imports: [FormField, Field, Control, ProblemSummary, NumberPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './names-form.html',
  styles: `
    .effect {
      font-weight: 600;
    }
  `,
})
export class NamesForm {
  readonly file = input.required<KpiFile>();
  readonly resolved = output<KpiFile>();

  private readonly api = inject(TenantApi);
  private readonly reader = inject(Reader);
  private readonly notices = inject(Notices);
  protected readonly text = texts(nameWords);

  /** Blank: it is new. A name that looks like a known one is taken for it until somebody says otherwise. */
  private readonly model = linkedSignal<number, { names: { means: string }[] }>({
    source: () => this.file().version,
    computation: () => ({
      names: this.file().unknownNames.map(({ resembles }) => ({ means: resembles ?? '' })),
    }),
  });
  protected readonly form = form(this.model);
  protected readonly submitter = formSubmitter(this.form, async () => {
    const file = this.file();
    const names = file.unknownNames.map(({ dimension, value }, index) => ({
      dimension,
      value,
      means: this.model().names[index]?.means || null,
    }));
    const resolved = await this.api.call(
      resolveKpiFileNames,
      { params: { kpiFileId: file.id }, body: { names } },
      { ifMatch: etagOf(file) },
    );
    this.notices.done(this.text().done);
    this.resolved.emit(resolved);
  });

  protected readonly effect = computed(() => {
    const { names } = this.model();
    const known = names.filter(({ means }) => means !== '').length;
    const locale = this.reader.locale();
    return this.text().effect(formatNumber(known, locale), formatNumber(names.length - known, locale));
  });
}
