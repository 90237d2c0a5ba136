import { parseExact, writeExact } from '../decimals';
import type { InputReader } from '../reading';
import type { JudgeInput } from '../targets/judge';
import { readJudgeInput } from '../targets/ops';
import { verdictStates } from '../targets/verdict-states';
import { type ExplanationVerdict, explanationFormat } from './explanation';

export interface ReadExplanation {
  readonly input: JudgeInput;
  /** The verdict the export claims. */
  readonly claimed: ExplanationVerdict;
}

/** Reads an exported explanation: what `judge` needs, and the verdict it came to. */
export function readExplanation(explanation: InputReader): ReadExplanation {
  const format = explanation.text('format');
  if (format !== explanationFormat) {
    explanation.refuse('explanation.format', `Expected "${explanationFormat}".`, 'format');
  }
  return { input: readJudgeInput(explanation), claimed: readVerdict(explanation.object('verdict')) };
}

function readVerdict(verdict: InputReader): ExplanationVerdict {
  const state = verdict.choice(verdictStates, 'state');
  const interval = verdict.optionalObject('interval');
  return {
    state,
    underlying: verdict.optionalChoice(verdictStates, 'underlying') ?? state,
    value: figure(verdict, 'value'),
    numerator: figure(verdict, 'numerator') ?? '0',
    denominator: figure(verdict, 'denominator'),
    ...(interval === undefined
      ? {}
      : {
          interval: {
            lower: interval.decimal('lower'),
            upper: interval.decimal('upper'),
            confidence: interval.decimal('confidence'),
          },
        }),
  };
}

function figure(verdict: InputReader, name: string): string | null {
  const value = verdict.raw(name);
  return value === undefined ? null : writeExact(verdict.expect(parseExact(value), name));
}
