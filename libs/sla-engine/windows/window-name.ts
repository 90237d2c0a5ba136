import { type WeekStart, windowRule } from './window-rule';

const spanishDays: Readonly<Record<WeekStart, string>> = {
  monday: 'lunes',
  tuesday: 'martes',
  wednesday: 'miércoles',
  thursday: 'jueves',
  friday: 'viernes',
  saturday: 'sábado',
  sunday: 'domingo',
};

/** The first day of a week as a reader calls it. */
export function weekStartName(day: WeekStart, language: 'en' | 'es'): string {
  return language === 'es' ? spanishDays[day] : day.charAt(0).toUpperCase() + day.slice(1);
}

/**
 * What a kind of window is called in terms: `Week from Monday`, `28 days, rolling`. A code that is none reads as itself.
 *
 * @example windowName('rolling-28-days', 'es') // 28 días móviles
 */
export function windowName(code: string, language: 'en' | 'es'): string {
  const rule = windowRule(code);
  if (!rule.ok) return code;
  const es = language === 'es';
  switch (rule.value.kind) {
    case 'day':
      return es ? 'Día' : 'Day';
    case 'week':
      return `${es ? 'Semana desde' : 'Week from'} ${weekStartName(rule.value.startsOn, language)}`;
    case 'month':
      return es ? 'Mes' : 'Month';
    case 'quarter':
      return es ? 'Trimestre' : 'Quarter';
    case 'rolling': {
      const { count, unit } = rule.value;
      if (es) return `${count} ${unit === 'days' ? 'días' : 'meses'} móviles`;
      return `${count} ${unit}, rolling`;
    }
  }
}
