/**
 * Share of calls that find all agents busy when none may wait (Erlang B), by the recursion
 * B(n) = aB(n−1) / (n + aB(n−1)), which neither overflows nor cancels; never by factorials (semantics rule 27).
 *
 * @param offeredErlangs load: calls per second × seconds of handling, 0 or more
 * @param agents 0 or more, whole
 * @example erlangB(10, 14) // 0.0568
 */
export function erlangB(offeredErlangs: number, agents: number): number {
  let blocked = 1;
  for (let agent = 1; agent <= agents; agent++) {
    blocked = nextErlangB(offeredErlangs, agent, blocked);
  }
  return blocked;
}

/** Erlang B of one agent more, given that of `agents − 1`. */
export function nextErlangB(offeredErlangs: number, agents: number, blockedBefore: number): number {
  const flow = offeredErlangs * blockedBefore;
  return flow / (agents + flow);
}
