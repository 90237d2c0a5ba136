import { traceTexts as breaches } from '../breaches/trace-texts';
import { traceTexts as calendars } from '../calendars/trace-texts';
import { traceTexts as credits } from '../credits/trace-texts';
import { traceTexts as deadlines } from '../deadlines/trace-texts';
import { traceTexts as kpis } from '../kpis/trace-texts';
import { traceTexts as parity } from '../parity/trace-texts';
import { traceTexts as scores } from '../scores/trace-texts';
import { traceTexts as staffing } from '../staffing/trace-texts';
import { traceTexts as targets } from '../targets/trace-texts';
import { traceTexts as trends } from '../trends/trace-texts';
import { traceTexts as evidence } from '../evidence/trace-texts';
import type { TraceTexts } from '../trace-text';

/** The sentences of every folder of the engine, by rule code. */
export const allTraceTexts: TraceTexts = {
  ...breaches,
  ...calendars,
  ...credits,
  ...deadlines,
  ...kpis,
  ...parity,
  ...scores,
  ...staffing,
  ...targets,
  ...trends,
  ...evidence,
};
