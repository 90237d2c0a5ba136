/**
 * The code of a measure however it was spelt: `answeredWithinThreshold`, `Answered within threshold` and
 * `answered_within_threshold` are one measure.
 */
export function measureCode(name: string): string {
  return name
    .trim()
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[\s-]+/g, '_')
    .toLowerCase();
}
