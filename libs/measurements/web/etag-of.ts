/** The version of a thing as the conditional calls want it. */
export function etagOf(thing: { readonly version: number }): string {
  return `"${thing.version}"`;
}
