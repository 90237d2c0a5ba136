import { languageOf } from '@plumbline/ui';
import { type Measure } from '@plumbline/measurements/schema';
import { measureCatalogue } from '@plumbline/sla-engine';

const library = new Map(measureCatalogue.map(({ code, label }) => [code, label]));

/** A measure of the library under its name in the reader's language; one of the tenant's own as the tenant calls it. */
export function measureSaid<Named extends Pick<Measure, 'code' | 'label'>>(
  measure: Named,
  locale: string,
): Named {
  const known = library.get(measure.code);
  return known?.en === measure.label ? { ...measure, label: known[languageOf(locale)] } : measure;
}
