import { type Texts } from '../i18n/texts';
import { type ClockState } from './clock-view';
import { type TimeUnits } from './say-time';

interface ClockWords {
  readonly units: TimeUnits;
  readonly states: Readonly<Record<Exclude<ClockState, 'running'>, string>>;
  readonly running: Readonly<Record<'calm' | 'half' | 'soon' | 'last', string>>;
  readonly metLate: string;
  readonly due: (time: string) => string;
  readonly overdue: (time: string) => string;
  readonly early: (time: string) => string;
  readonly doneLate: (time: string) => string;
  readonly noDeadline: Readonly<Record<'waiting' | 'paused' | 'cancelled', string>>;
  readonly deadline: string;
  readonly done: string;
  readonly used: (percent: number) => string;
  readonly source: string;
  readonly drill: string;
  readonly told: (name: string, state: string, time: string) => string;
}

export const clockWords: Texts<ClockWords> = {
  en: {
    units: {
      day: (count) => `${count} days`,
      hour: (count) => `${count} h`,
      minute: (count) => `${count} min`,
      underMinute: 'less than a minute',
    },
    states: {
      waiting: 'Not started',
      paused: 'Paused',
      met: 'In time',
      late: 'Late',
      cancelled: 'Cancelled',
    },
    running: { calm: 'Running', half: 'Half used', soon: 'Running out', last: 'Almost due' },
    metLate: 'Done late',
    due: (time) => `due in ${time}`,
    overdue: (time) => `${time} late`,
    early: (time) => `done with ${time} left`,
    doneLate: (time) => `done ${time} late`,
    noDeadline: {
      waiting: 'begins when its first milestone is known',
      paused: 'stands still',
      cancelled: 'no longer runs',
    },
    deadline: 'Deadline',
    done: 'Done',
    used: (percent) => `${percent} % of the time used`,
    source: 'Source',
    drill: 'Drill',
    told: (name, state, time) => `${name}: ${state}, ${time}.`,
  },
  es: {
    units: {
      day: (count) => `${count} días`,
      hour: (count) => `${count} h`,
      minute: (count) => `${count} min`,
      underMinute: 'menos de un minuto',
    },
    states: {
      waiting: 'Sin empezar',
      paused: 'En pausa',
      met: 'A tiempo',
      late: 'Con retraso',
      cancelled: 'Cancelado',
    },
    running: { calm: 'En curso', half: 'Mitad consumida', soon: 'Se agota', last: 'A punto de vencer' },
    metLate: 'Hecho tarde',
    due: (time) => `vence en ${time}`,
    overdue: (time) => `${time} de retraso`,
    early: (time) => `hecho con ${time} de margen`,
    doneLate: (time) => `hecho con ${time} de retraso`,
    noDeadline: {
      waiting: 'empieza cuando se conozca su primer hito',
      paused: 'está detenido',
      cancelled: 'ya no corre',
    },
    deadline: 'Plazo',
    done: 'Hecho',
    used: (percent) => `${percent} % del tiempo consumido`,
    source: 'Fuente',
    drill: 'Simulacro',
    told: (name, state, time) => `${name}: ${state}, ${time}.`,
  },
};
