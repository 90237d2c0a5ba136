import { type Outcome, fail, succeed } from '../outcome';
import { InputProblem } from './input-problem';
import { InputReader } from './input-reader';

/**
 * Reads untrusted JSON: `read` asks the reader for fields by name, the first one that is wrong becomes the problem
 * with its dotted path.
 *
 * @example readInput({ fee: 1 }, (input) => input.decimal('fee')) // succeed('1')
 */
export function readInput<T>(input: unknown, read: (reader: InputReader) => T): Outcome<T> {
  try {
    return succeed(read(new InputReader(input, '')));
  } catch (error) {
    if (error instanceof InputProblem) {
      return fail(error.problem.code, error.problem.detail, error.problem.path);
    }
    throw error;
  }
}
