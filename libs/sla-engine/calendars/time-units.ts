export const secondsPerDay = 86_400;
export const nanosecondsPerSecond = 1_000_000_000n;
export const nanosecondsPerHour = 3_600n * nanosecondsPerSecond;

/** How far the engine looks for open time or business days: 100 years. No contract's clock runs longer. */
export const horizonDays = 36_525;

/**
 * Nanoseconds as a JSON number of a larger unit. The whole part is exact; a fraction has the precision of a double.
 *
 * @example inUnits(5_400_000_000_000n, nanosecondsPerHour) // 1.5
 */
export function inUnits(nanoseconds: bigint, nanosecondsPerUnit: bigint): number {
  const whole = nanoseconds / nanosecondsPerUnit;
  return Number(whole) + Number(nanoseconds - whole * nanosecondsPerUnit) / Number(nanosecondsPerUnit);
}
