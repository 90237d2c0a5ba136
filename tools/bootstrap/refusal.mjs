/**
 * A reason to stop that the reader can act on: shown as one line, without a stack, with exit status 1.
 * Anything else that is thrown is a defect of ours and keeps its stack.
 */
export class Refusal extends Error {
  /** @override */
  name = 'Refusal';
}

/**
 * @param {unknown} error
 * @returns {string}
 */
export function tell(error) {
  if (error instanceof Refusal) return error.message;
  // an AggregateError says nothing of what it holds
  if (error instanceof AggregateError) return [error.message, ...error.errors.map(tell)].join('\n');
  if (error instanceof Error) return error.stack ?? error.message;
  return String(error);
}
