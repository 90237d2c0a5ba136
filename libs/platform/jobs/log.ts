import { pino } from 'pino';

/** Structured log on stdout. Never personal health data, never a secret: ids, counts, codes. */
export const log = pino({
  level: process.env['LOG_LEVEL'] ?? 'info',
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
});
