import { NotAllowedError, RuleBrokenError } from '../errors/problems';
import type { Actor } from './actor';

/**
 * Four eyes (ASVS 5.0, 2.3.5): nobody approves what they asked for themselves, and what approves is a person. An API
 * key has whatever its maker has, and would be a second pair of hands of the same person.
 *
 * @param requestedBy who asked: a person id, an API key id, or the name of a job
 * @param keyMaker the person who made the key that asked, where a key asked
 */
export function requireAnotherPerson(
  actor: Pick<Actor, 'kind' | 'id'>,
  requestedBy: string,
  keyMaker: string | null = null,
): void {
  if (actor.kind !== 'person')
    throw new NotAllowedError('approval-by-person', 'Only a person approves, signed in as themselves.');
  if (actor.id === requestedBy || actor.id === keyMaker)
    throw new RuleBrokenError(
      'own-request',
      'Nobody approves what they asked for themselves: ask somebody else to look at it.',
    );
}
