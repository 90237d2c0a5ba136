import type { Outcome } from '../outcome';

/** One operation of the engine as a command: untrusted JSON in, a JSON-safe result or a problem out. */
export type Op = (input: unknown) => Outcome<unknown>;
export type Ops = Readonly<Record<string, Op>>;
