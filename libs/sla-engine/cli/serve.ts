import type { Problem } from '../outcome';
import type { Ops } from '../reading';

/** What went wrong in an operation itself, for the process's own log; the caller gets a problem either way. */
export type ReportFault = (op: string, fault: unknown) => void;

type Id = string | number;

/**
 * One request line in, one answer line out (without line ends); null for a blank line, which is no request.
 * Answers are valid JSON whatever comes in: a line that is not a request is answered with a problem and the id
 * where it has one, else null.
 *
 * @example serveLine(ops, '{"id": 1, "op": "nothing", "input": {}}') // '{"id":1,"problem":{"code":"request.opUnknown",…}}'
 */
export function serveLine(ops: Ops, line: string, reportFault: ReportFault): string | null {
  const text = line.trim();
  if (text === '') {
    return null;
  }
  const request = parse(text);
  if (typeof request !== 'object' || request === null || Array.isArray(request)) {
    return problemLine(null, {
      code: request === undefined ? 'request.notJson' : 'request.notAnObject',
      detail: 'Expected one JSON object a line: {"id", "op", "input"}.',
      path: '',
    });
  }
  const { id, op, input } = request as { id?: unknown; op?: unknown; input?: unknown };
  if (!isId(id)) {
    return problemLine(null, { code: 'request.id', detail: '"id" is a string or a number.', path: 'id' });
  }
  if (typeof op !== 'string') {
    return problemLine(id, { code: 'request.op', detail: '"op" is the name of an operation.', path: 'op' });
  }
  const operation = Object.hasOwn(ops, op) ? ops[op] : undefined;
  if (operation === undefined) {
    return problemLine(id, {
      code: 'request.opUnknown',
      detail: `There is no operation of that name; there are ${Object.keys(ops).join(', ')}.`,
      path: 'op',
    });
  }
  try {
    const outcome = operation(input);
    return outcome.ok
      ? resultLine(id, outcome.value)
      : problemLine(id, { ...outcome.problem, path: outcome.problem.path || 'input' });
  } catch (fault) {
    // A fault of the engine must not take the other requests down with it; it is logged, and answered as such.
    reportFault(op, fault);
    return problemLine(id, {
      code: 'engine.fault',
      detail: 'The engine failed on this request; this is a defect of the engine.',
      path: '',
    });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) {
      return undefined;
    }
    throw error;
  }
}

function isId(id: unknown): id is Id {
  return typeof id === 'string' || (typeof id === 'number' && Number.isFinite(id));
}

function problemLine(id: Id | null, { code, detail, path }: Problem): string {
  return JSON.stringify({ id, problem: { code, detail, path } });
}

function resultLine(id: Id, result: unknown): string {
  const line = JSON.stringify({ id, result });
  // `JSON.stringify` turns NaN and infinity into null in silence; a replacer on every answer would double its cost.
  return line.includes('null') ? JSON.stringify({ id, result }, refuseNotANumber) : line;
}

function refuseNotANumber(name: string, value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new RangeError(`"${name}" is not a finite number.`);
  }
  return value;
}
