import { originRules, parseWallTime, secondsPerDay, zoneName } from '../calendars';
import type { Outcome } from '../outcome';
import { type InputReader, readInput } from '../reading';
import { parseClockAmount } from './clock-amount';
import { type ClockTerms, type ClockUnit, type ExtensionPolicy, clockUnits, countsDays } from './clock-terms';

/**
 * Parses and checks the terms of a clock as exchanged in JSON (engine-cli, `sla`): `unit`, `amount`, `zone`, and
 * optionally `cutOff` (`"17:00"`, default `"24:00"`), `originRule` (default `count`), `pauseReasons` (default none) and
 * `extension` `{maximum, unit}`, whose unit is the clock's own, or `calendarDays` on a clock of elapsed hours
 * (42 CFR 422.572: a 72-hour appeal, at most 14 calendar days).
 */
export function parseClockTerms(input: unknown): Outcome<ClockTerms> {
  return readInput(input, (sla) => {
    const unit = sla.choice(clockUnits, 'unit');
    if (!countsDays(unit) && sla.present('days', 'amountDays') !== undefined) {
      sla.refuse(
        'clock.daysOnHoursClock',
        `A clock of ${unit} takes hours, not days.`,
        sla.present('days', 'amountDays'),
      );
    }
    return {
      unit,
      amount: readAmount(sla, 'amount', unit),
      zone: sla.expect(zoneName(sla.text('zone')), 'zone'),
      cutOff: readCutOff(sla),
      originRule: sla.optionalChoice(originRules, 'originRule') ?? 'count',
      pauseReasons: sla.optionalList((item, path) => readReason(sla, item, path), 'pauseReasons') ?? [],
      extension: readExtensionPolicy(sla.optionalObject('extension'), unit),
    };
  });
}

function readAmount(from: InputReader, name: string, unit: ClockUnit): bigint {
  if (from.present(name) === undefined) {
    from.refuse('input.missing', `"${name}" is required.`, name);
  }
  return from.expect(parseClockAmount(from.raw(name), unit), name);
}

function readCutOff(sla: InputReader): number {
  const text = sla.optionalText('cutOff') ?? '24:00';
  const seconds = parseWallTime(text);
  return seconds === undefined || seconds > secondsPerDay || seconds === 0
    ? sla.refuse('clock.cutOffInvalid', `"${text}" is not a time after 00:00 and up to 24:00.`, 'cutOff')
    : seconds;
}

function readReason(sla: InputReader, item: unknown, path: string): string {
  return typeof item === 'string' && item !== ''
    ? item
    : sla.refuse('input.notText', 'A pause reason is a text.', path);
}

function readExtensionPolicy(policy: InputReader | undefined, clockUnit: ClockUnit): ExtensionPolicy | null {
  if (policy === undefined) {
    return null;
  }
  const unit = policy.optionalChoice(clockUnits, 'unit') ?? clockUnit;
  if (!mayExtend(clockUnit, unit)) {
    policy.refuse('clock.unitMixed', `A clock of ${clockUnit} is not extended in ${unit}.`, 'unit');
  }
  return { unit, maximum: readAmount(policy, 'maximum', unit) };
}

/** Units are never mixed, but for the one extension the law itself writes in days of an hours clock. */
export function mayExtend(clockUnit: ClockUnit, extensionUnit: ClockUnit): boolean {
  return extensionUnit === clockUnit || (clockUnit === 'elapsedHours' && extensionUnit === 'calendarDays');
}
