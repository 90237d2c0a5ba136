import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { type Measure, metricTerms } from '@plumbline/measurements/schema';
import { shortAbandonRules } from '@plumbline/sla-engine';
import { Control, Field, Icon, Reader, texts } from '@plumbline/ui';
import { definitionInWords, definitionWords } from './definition-words';
import { type TermsDraft, blankTerm, termsOfDraft } from './metric-draft';
import { termsWords } from './terms-words';

/** What is divided by what, and the rules: declared term by term, read back in words as it will be shown everywhere. */
@Component({
  selector: 'pl-terms-fields',
  imports: [Field, Control, FormField, Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './terms-fields.html',
  styleUrl: './terms-fields.css',
})
export class TermsFields {
  readonly field = input.required<FieldTree<TermsDraft>>();
  readonly measures = input.required<readonly Measure[]>();

  private readonly reader = inject(Reader);
  protected readonly text = texts(termsWords);
  private readonly definitionText = texts(definitionWords);
  protected readonly parts = ['numerator', 'denominator'] as const;
  protected readonly shortRules = shortAbandonRules;
  protected readonly draft = computed(() => this.field()().value());

  protected readonly inWords = computed(() => {
    const { data } = metricTerms.safeParse(termsOfDraft(this.draft()));
    if (!data) return null;
    const labels = new Map(this.measures().map(({ code, label }) => [code, label]));
    const labelOf = (code: string) => labels.get(code) ?? code;
    return definitionInWords(data, labelOf, this.definitionText(), this.reader.locale());
  });

  protected add(part: 'numerator' | 'denominator'): void {
    this.field()
      [part]()
      .value.update((terms) => [...terms, blankTerm()]);
  }

  protected remove(part: 'numerator' | 'denominator', index: number): void {
    this.field()
      [part]()
      .value.update((terms) => terms.toSpliced(index, 1));
  }
}
