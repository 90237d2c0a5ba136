import { type Dimension, type Measure, dimensionNames } from '@plumbline/measurements/schema';
import { type MappingWords } from './mapping-words';

export interface Choice {
  readonly value: string;
  readonly text: string;
}

export interface ChoiceGroup {
  readonly text: string;
  readonly choices: readonly Choice[];
}

type ChoiceWords = Pick<MappingWords, 'groups' | 'kinds' | 'dimensions'>;

/** Everything a column may mean, in one list: typing the beginning of a word finds it. */
export function columnChoices(measures: readonly Measure[], words: ChoiceWords): readonly ChoiceGroup[] {
  const kinds = (...names: (keyof ChoiceWords['kinds'])[]): readonly Choice[] =>
    names.map((value) => ({ value, text: words.kinds[value] }));
  return [
    {
      text: words.groups.row,
      choices: kinds('period', 'time_of_day', 'vendor', 'vendor_name', 'version', 'filter'),
    },
    {
      text: words.groups.segment,
      choices: dimensionNames.map((name: Dimension) => ({
        value: `segment:${name}`,
        text: words.dimensions[name],
      })),
    },
    ...measureGroups(measures, words),
    { text: words.groups.other, choices: kinds('average', 'claimed') },
    { text: words.groups.long, choices: kinds('measure_name', 'value') },
    {
      text: words.groups.cases,
      choices: kinds('case_number', 'case_opened', 'case_closed', 'case_acknowledged'),
    },
  ];
}

/** What one name of a long file may mean. */
export function nameChoices(measures: readonly Measure[], words: ChoiceWords): readonly ChoiceGroup[] {
  return [
    ...measureGroups(measures, words),
    { text: words.groups.other, choices: [{ value: 'claimed', text: words.kinds.claimed }] },
  ];
}

function measureGroups(measures: readonly Measure[], words: ChoiceWords): readonly ChoiceGroup[] {
  const of = (unit: Measure['unit']): readonly Choice[] =>
    measures
      .filter((measure) => measure.unit === unit)
      .map(({ code, label }) => ({ value: `measure:${code}`, text: label }));
  return [
    { text: words.groups.counts, choices: of('count') },
    { text: words.groups.seconds, choices: of('seconds') },
  ];
}
