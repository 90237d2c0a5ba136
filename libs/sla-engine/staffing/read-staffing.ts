import type { InputReader } from '../reading';

/** Limits that keep the answer to any request within a moment. */
export const mostAgents = 100_000;
export const mostErlangs = 100_000;
const largest = 1e9;
const smallest = 1e-6;

/** A field that may be absent: read when it is there, else the fallback. */
export function readOr<T, F>(
  request: InputReader,
  name: string,
  read: (request: InputReader, name: string) => T,
  fallback: F,
): T | F {
  return request.present(name) === undefined ? fallback : read(request, name);
}

export function readAmount(request: InputReader, name: string): number {
  const amount = Number(request.decimal(name));
  return amount < 0 || amount > largest
    ? request.refuse('input.outOfRange', 'Expected a number from 0 to 1e9.', name)
    : amount;
}

export function readPositive(request: InputReader, name: string): number {
  const amount = readAmount(request, name);
  return amount < smallest ? request.refuse('input.outOfRange', 'Expected a number above 0.', name) : amount;
}

/** Length of an interval; half an hour unless stated. */
export function readInterval(request: InputReader): number {
  return readOr(request, 'intervalSeconds', readPositive, 1800);
}

/** Answered within so many seconds; 20 unless stated. */
export function readThreshold(request: InputReader): number {
  return readOr(request, 'thresholdSeconds', readAmount, 20);
}

export function readAgents(request: InputReader, name: string): number {
  const agents = request.whole(name);
  return agents < 0 || agents > mostAgents
    ? request.refuse('input.outOfRange', `Expected 0 to ${mostAgents} agents.`, name)
    : agents;
}

/** Both 0.8 and "0.80"; 80 is refused rather than guessed at. */
export function readTarget(request: InputReader, name: string): number {
  const target = Number(request.decimal(name));
  return target < 0 || target >= 1
    ? request.refuse(
        'staffing.targetOutOfRange',
        'A target is a share of at least 0 and below 1, such as 0.80.',
        name,
      )
    : target;
}

export function readShare(request: InputReader, name: string): string {
  const share = request.decimal(name);
  return Number(share) < 0 || Number(share) >= 1
    ? request.refuse('input.outOfRange', 'Expected a share of at least 0 and below 1, such as 0.30.', name)
    : share;
}
