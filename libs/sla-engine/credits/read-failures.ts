import { InputReader } from '../reading';
import { readTarget } from '../targets/read-target';
import type { CreditFailure } from './credit-scheme';
import { readMethod } from './read-scheme';
import { readShare } from './read-share';

/**
 * Reads failures: `{"sla", "allocation", "event", "value", "target", "points", "occurrence", "elected"}`, where SLAs
 * differ in them also `pool` and `method` (`{"bands": …}`, `{"points": …}` and so on as in a scheme), or only the
 * SLA's name where the scheme holds the `allocations`.
 */
export function readFailures(request: InputReader): readonly CreditFailure[] {
  const allocations = request.object('scheme').optionalObject('allocations');
  return request.list((item, path, index) => readFailure(item, path, index, allocations), 'failures');
}

function readFailure(
  item: unknown,
  path: string,
  index: number,
  allocations: InputReader | undefined,
): CreditFailure {
  const failure = new InputReader(typeof item === 'string' ? { sla: item } : item, path);
  const sla = failure.optionalText('sla', 'id', 'metric') ?? `${index + 1}`;
  const ofScheme = allocations?.present(sla) === undefined ? undefined : readShare(allocations, sla);
  const allocation =
    failure.present('allocation') === undefined ? ofScheme : readShare(failure, 'allocation');
  const event = failure.optionalText('event', 'eventId');
  const method = failure.optionalObject('method');
  const value = failure.optionalDecimal('value');
  const points = failure.optionalDecimal('points');
  const elected = failure.optionalFlag('elected');
  const occurrence = readOccurrence(failure);
  return {
    sla,
    ...(allocation === undefined ? {} : { allocation }),
    ...(failure.present('pool') === undefined ? {} : { pool: readShare(failure, 'pool') }),
    ...(method === undefined ? {} : { method: readMethod(method) }),
    ...(event === undefined ? {} : { event }),
    ...(value === undefined ? {} : { value }),
    ...(failure.present('target') === undefined ? {} : { target: readTarget(failure, 'target') }),
    ...(points === undefined ? {} : { points }),
    ...(occurrence === undefined ? {} : { occurrence }),
    ...(elected === undefined ? {} : { elected }),
  };
}

/** Which miss in a row it is; `"repeat": true` is the second. */
function readOccurrence(failure: InputReader): number | undefined {
  if (typeof failure.raw('repeat') === 'boolean') {
    return failure.flag('repeat') ? 2 : 1;
  }
  return failure.optionalWhole('occurrence', 'consecutive');
}
