import { readDefinition } from '../kpis/read-definition';
import type { Outcome } from '../outcome';
import { type InputReader, type Ops, readInput } from '../reading';
import { readTarget } from '../targets/read-target';
import { parity, type ParitySide } from './parity';

/** `parity.compare`: `{agreed, expected}`, each `{metric, target, segment, window}` → `{verdict, reasons, trace}`. */
function parityCompare(input: unknown): Outcome<unknown> {
  const read = readInput(input, (request) => ({
    agreed: request.present('agreed') === undefined ? null : readSide(request.object('agreed')),
    expected: readSide(request.object('expected')),
  }));
  return read.ok ? parity(read.value) : read;
}

function readSide(side: InputReader): ParitySide {
  return {
    definition: readDefinition(side, 'metric', 'definition'),
    target: readTarget(side, 'target'),
    segment: readSegment(side.optionalObject('segment')),
    window: side.optionalText('window') ?? 'month',
  };
}

function readSegment(segment: InputReader | undefined): Record<string, string> {
  return segment === undefined
    ? {}
    : Object.fromEntries(
        segment
          .names()
          .filter((name) => segment.present(name) !== undefined)
          .map((name) => [name, segment.text(name)]),
      );
}

/** The operations on parity of the engine as a command (engine-cli). */
export const ops: Ops = { 'parity.compare': parityCompare };
