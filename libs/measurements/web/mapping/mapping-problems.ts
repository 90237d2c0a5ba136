import { type Language } from '@plumbline/api/schema';
import {
  kpiMapping,
  type MappingProblemCode,
  mappingProblemTexts,
  newMapping,
} from '@plumbline/measurements/schema';
import type * as z from 'zod';
import { casesPath } from './case-draft';
import { type MappingDraft, type UnitsOfMeasures, mappingOfDraft } from './mapping-draft';

export interface MappingProblem {
  /** Where in the draft: `['columns', 2, 'format']`; empty for the mapping as a whole. */
  readonly path: readonly (string | number)[];
  readonly text: string;
}

/** What a person says instead of what a schema says, where an answer is missing. */
export interface MissingWords {
  readonly missing: Readonly<Record<string, string>>;
  readonly zoneUnfit: string;
}

/** What the server's own schema finds wrong with a draft, at the controls of the form, in the order of the columns. */
export function problemsOfDraft(
  draft: MappingDraft,
  measures: UnitsOfMeasures,
  words: MissingWords,
  language: Language,
): readonly MappingProblem[] {
  const parsed = newMapping.safeParse({ mapping: mappingOfDraft(draft, measures), name: draft.name });
  if (parsed.success) return [];
  const problems = parsed.error.issues.map((issue) => {
    const path = draftPath(issue.path as (string | number)[], draft);
    const missing = isBlank(valueAt(draft, path)) ? words.missing[String(path.at(-1))] : undefined;
    return { path, text: missing ?? ruleText(issue, words, language) ?? issue.message };
  });
  return problems
    .filter(({ path }, at) => problems.findIndex((each) => each.path.join() === path.join()) === at)
    .toSorted((a, b) => columnOf(a) - columnOf(b));
}

/** A rule of the product in words; undefined: one of the schema language itself. */
function ruleText(
  issue: z.core.$ZodIssue,
  { zoneUnfit }: MissingWords,
  language: Language,
): string | undefined {
  if (issue.code !== 'custom') return undefined;
  if (issue.path.at(-1) === 'timezone') return zoneUnfit;
  return mappingProblemTexts[language][issue.params?.['problem'] as MappingProblemCode];
}

/** The mapping of a draft that has no problem; null otherwise. */
export function readyMapping(draft: MappingDraft, measures: UnitsOfMeasures) {
  return kpiMapping.safeParse(mappingOfDraft(draft, measures)).data ?? null;
}

/** Which control of the form a path of the schema means: `mapping.columns.3.means.order` is the list of column 3. */
export function draftPath(
  path: readonly (string | number)[],
  draft: MappingDraft,
): readonly (string | number)[] {
  const [first, ...rest] = path;
  if (first === 'body' || first === 'mapping') return draftPath(rest, draft);
  if (first === 'cases') return casesPath(rest);
  if (first !== 'columns') return path;
  const index = Number(rest[0]);
  const column = draft.columns[index];
  if (!column) return [];
  const [, , part, nameIndex, ...ofName] = rest;
  if (part === 'names' && nameIndex !== undefined && column.names[Number(nameIndex)])
    return ['columns', index, 'names', Number(nameIndex), controlOf(ofName.at(-1), false)];
  return ['columns', index, controlOf(part, column.choice === 'average')];
}

function controlOf(part: string | number | undefined, isAverage: boolean): string {
  switch (part) {
    case 'format':
    case 'unit':
    case 'metric':
    case 'weight':
    case 'name':
      return part;
    case 'order':
    case 'skip':
      return 'list';
    case 'measure':
      return isAverage ? 'measure' : 'choice';
    default:
      return 'choice';
  }
}

function valueAt(draft: MappingDraft, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], draft);
}

function isBlank(value: unknown): boolean {
  return typeof value === 'string' && value.trim() === '';
}

/** Problems of columns come in the order of the file, then those of the rest. */
function columnOf({ path }: MappingProblem): number {
  if (path.length === 0) return -1;
  return path[0] === 'columns' ? Number(path[1]) : Number.MAX_SAFE_INTEGER;
}
