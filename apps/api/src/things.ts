import type { Type } from '@nestjs/common';

/** What a thing's server contributes to the HTTP process. */
export interface Thing {
  readonly module: Type;
  readonly entities: readonly (new () => object)[];
}

/** The things this process serves, in the order of the server dependency list (eslint.config.mjs). */
export const things: readonly Thing[] = [];
