import type { Outcome } from '../outcome';
import { type InputReader, type Ops, readInput } from '../reading';
import { adjustingEntry } from './adjusting-entry';
import { credit } from './credit';
import { earnBack } from './earn-back';
import { readFailures } from './read-failures';
import { readScheme } from './read-scheme';

/** `credit.compute`: `{scheme, failures}` → `{uncapped, cap, credit, lines, trace}`. */
function compute(input: unknown): Outcome<unknown> {
  const read = readInput(input, (request) => ({
    scheme: readScheme(request.object('scheme')),
    failures: readFailures(request),
  }));
  return read.ok ? credit(read.value.scheme, read.value.failures) : read;
}

/** `credit.earnBack`: `{credit, monthsAtTarget, required, repeatDefault}` → `{returned}`. */
function computeEarnBack(input: unknown): Outcome<unknown> {
  const read = readInput(input, (request) => {
    const minorUnits = request.optionalWhole('minorUnits');
    return {
      credit: request.decimal('credit'),
      monthsAtTarget: request.whole('monthsAtTarget'),
      required: request.whole('required', 'requiredMonths'),
      repeatDefault: readRepeatDefault(request),
      ...(minorUnits === undefined ? {} : { minorUnits }),
    };
  });
  return read.ok ? earnBack(read.value) : read;
}

/** True or false, or how many times the SLA failed again. */
function readRepeatDefault(request: InputReader): boolean {
  const value = request.raw('repeatDefault');
  return typeof value === 'number'
    ? request.whole('repeatDefault') > 0
    : (request.optionalFlag('repeatDefault') ?? false);
}

/** `credit.adjust`: `{credit, booked}` → `{entry}`. */
function adjust(input: unknown): Outcome<unknown> {
  const read = readInput(input, (request) => ({
    credit: request.decimal('credit'),
    booked: request.decimals('booked'),
    minorUnits: request.optionalWhole('minorUnits'),
  }));
  return read.ok ? adjustingEntry(read.value.credit, read.value.booked, read.value.minorUnits) : read;
}

/** The operations on credits of the engine as a command (engine-cli). */
export const ops: Ops = {
  'credit.compute': compute,
  'credit.earnBack': computeEarnBack,
  'credit.adjust': adjust,
};
