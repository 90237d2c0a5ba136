import { calendars } from './calendars';
import { contracts } from './contracts';
import { credits } from './credits';
import { everywhere } from './everywhere';
import { incidents } from './incidents';
import { measurements } from './measurements';
import { notifications } from './notifications';
import { people } from './people';
import { sayIn } from './say-in';
import { vendors } from './vendors';

export const spanishAreas = [
  everywhere,
  vendors,
  contracts,
  credits,
  measurements,
  calendars,
  people,
  incidents,
  notifications,
];

/** What is said of fields, in Spanish. */
export const sayInSpanish = sayIn(Object.assign({}, ...spanishAreas));
