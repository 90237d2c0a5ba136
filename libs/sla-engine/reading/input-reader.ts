import { parseExact } from '../decimals';
import type { Outcome } from '../outcome';
import { InputProblem } from './input-problem';

/**
 * One JSON object of an untrusted request, read field by field. Every method takes the accepted names of a field,
 * the first one being the documented spelling; `null` counts as absent.
 */
export class InputReader {
  private readonly fields: Readonly<Record<string, unknown>>;

  constructor(
    input: unknown,
    readonly path: string,
  ) {
    if (typeof input !== 'object' || input === null || Array.isArray(input)) {
      throw new InputProblem({ code: 'input.notAnObject', detail: 'Expected a JSON object.', path });
    }
    this.fields = input as Record<string, unknown>;
  }

  at(name: string | number): string {
    return this.path === '' ? `${name}` : `${this.path}.${name}`;
  }

  /** The name under which the field is present, if any of its accepted names is. */
  present(...names: readonly string[]): string | undefined {
    for (const name of names) {
      if (Object.hasOwn(this.fields, name) && (this.fields[name] ?? null) !== null) {
        return name;
      }
    }
    return undefined;
  }

  raw(...names: readonly string[]): unknown {
    const name = this.present(...names);
    return name === undefined ? undefined : this.fields[name];
  }

  names(): readonly string[] {
    return Object.keys(this.fields);
  }

  /** `null` stays visible here: a measure that is blank is not one that is zero. */
  entries(): readonly (readonly [string, unknown])[] {
    return Object.entries(this.fields);
  }

  refuse(code: string, detail: string, name?: string | number): never {
    throw new InputProblem({ code, detail, path: name === undefined ? this.path : this.at(name) });
  }

  /** The value of an outcome, or its problem re-thrown with the path this reader stands at. */
  expect<T>(outcome: Outcome<T>, name: string | number): T {
    if (outcome.ok) {
      return outcome.value;
    }
    throw new InputProblem({
      ...outcome.problem,
      path: outcome.problem.path === '' ? this.at(name) : `${this.at(name)}.${outcome.problem.path}`,
    });
  }

  private required(names: readonly string[]): { name: string; value: unknown } {
    const name = this.present(...names);
    if (name === undefined) {
      return this.refuse('input.missing', `"${names[0]}" is required.`, names[0]);
    }
    return { name, value: this.fields[name] };
  }

  text(...names: readonly string[]): string {
    const { name, value } = this.required(names);
    return typeof value === 'string' ? value : this.refuse('input.notText', 'Expected a string.', name);
  }

  optionalText(...names: readonly string[]): string | undefined {
    return this.present(...names) === undefined ? undefined : this.text(...names);
  }

  choice<C extends string>(choices: readonly C[], ...names: readonly string[]): C {
    const { name, value } = this.required(names);
    const choice = choices.find((candidate) => candidate === value);
    return choice ?? this.refuse('input.notAChoice', `Expected one of: ${choices.join(', ')}.`, name);
  }

  optionalChoice<C extends string>(choices: readonly C[], ...names: readonly string[]): C | undefined {
    return this.present(...names) === undefined ? undefined : this.choice(choices, ...names);
  }

  /** A decimal string, whether it came as one or as a JSON number. */
  decimal(...names: readonly string[]): string {
    const { name, value } = this.required(names);
    const exact = parseExact(value, this.at(name));
    if (!exact.ok) {
      throw new InputProblem(exact.problem);
    }
    return exact.value.toFixed();
  }

  optionalDecimal(...names: readonly string[]): string | undefined {
    return this.present(...names) === undefined ? undefined : this.decimal(...names);
  }

  whole(...names: readonly string[]): number {
    const text = this.decimal(...names);
    const value = Number(text);
    if (!Number.isSafeInteger(value) || text.includes('.')) {
      return this.refuse('input.notWhole', 'Expected a whole number.', this.present(...names));
    }
    return value;
  }

  optionalWhole(...names: readonly string[]): number | undefined {
    return this.present(...names) === undefined ? undefined : this.whole(...names);
  }

  flag(...names: readonly string[]): boolean {
    const { name, value } = this.required(names);
    return typeof value === 'boolean'
      ? value
      : this.refuse('input.notTrueOrFalse', 'Expected true or false.', name);
  }

  optionalFlag(...names: readonly string[]): boolean | undefined {
    return this.present(...names) === undefined ? undefined : this.flag(...names);
  }

  object(...names: readonly string[]): InputReader {
    const { name, value } = this.required(names);
    return new InputReader(value, this.at(name));
  }

  optionalObject(...names: readonly string[]): InputReader | undefined {
    return this.present(...names) === undefined ? undefined : this.object(...names);
  }

  /** The items of a list as they came. */
  items(...names: readonly string[]): readonly unknown[] {
    const { name, value } = this.required(names);
    return Array.isArray(value) ? value : this.refuse('input.notAList', 'Expected a list.', name);
  }

  optionalItems(...names: readonly string[]): readonly unknown[] | undefined {
    return this.present(...names) === undefined ? undefined : this.items(...names);
  }

  list<T>(read: (item: unknown, path: string, index: number) => T, ...names: readonly string[]): T[] {
    const path = this.at(this.present(...names) ?? '');
    return this.items(...names).map((item, index) => read(item, `${path}.${index}`, index));
  }

  optionalList<T>(
    read: (item: unknown, path: string, index: number) => T,
    ...names: readonly string[]
  ): T[] | undefined {
    return this.present(...names) === undefined ? undefined : this.list(read, ...names);
  }

  /** A list of numbers, as decimal strings. */
  decimals(...names: readonly string[]): string[] {
    return this.list(
      (item, path) => {
        const exact = parseExact(item, path);
        if (!exact.ok) {
          throw new InputProblem(exact.problem);
        }
        return exact.value.toFixed();
      },
      ...names,
    );
  }

  texts(...names: readonly string[]): string[] {
    return this.list(
      (item, path) => {
        if (typeof item === 'string') {
          return item;
        }
        throw new InputProblem({ code: 'input.notText', detail: 'Expected a string.', path });
      },
      ...names,
    );
  }

  objects<T>(read: (item: InputReader, index: number) => T, ...names: readonly string[]): T[] {
    return this.list((item, path, index) => read(new InputReader(item, path), index), ...names);
  }

  optionalObjects<T>(
    read: (item: InputReader, index: number) => T,
    ...names: readonly string[]
  ): T[] | undefined {
    return this.present(...names) === undefined ? undefined : this.objects(read, ...names);
  }
}
