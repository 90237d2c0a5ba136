import { grains } from '@plumbline/measurements/schema';
import type { ClaimedFigure } from '@plumbline/measurements/server';
import type { JudgedWindow } from './judged-window';

/**
 * What is claimed beside a window's counts: a share of exactly this window. Files state shares of days at the finest that is
 * claimed for a whole window; shares of parts would have to be averaged, which nobody may (semantics rule 13).
 */
export function claimsOf<Claim extends Pick<ClaimedFigure, 'grain' | 'localDate'>>(
  window: Pick<JudgedWindow, 'code' | 'firstDate'>,
  claimed: readonly Claim[],
): Claim[] {
  if (window.code !== 'day') return [];
  return claimed.filter(({ grain, localDate }) => grain === grains.day && localDate === window.firstDate);
}
