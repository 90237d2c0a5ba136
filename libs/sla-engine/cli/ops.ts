import { ops as breaches } from '../breaches/ops';
import { ops as calendars } from '../calendars/ops';
import { ops as credits } from '../credits/ops';
import { ops as deadlines } from '../deadlines/ops';
import { ops as explain } from '../explain/ops';
import { ops as kpis } from '../kpis/ops';
import { ops as parity } from '../parity/ops';
import type { Ops } from '../reading';
import { ops as scores } from '../scores/ops';
import { ops as staffing } from '../staffing/ops';
import { ops as targets } from '../targets/ops';
import { ops as trends } from '../trends/ops';

/** Every operation of the engine as a command, by name (engine-cli). */
export const ops: Ops = {
  ...calendars,
  ...deadlines,
  ...kpis,
  ...targets,
  ...parity,
  ...trends,
  ...breaches,
  ...credits,
  ...scores,
  ...staffing,
  ...explain,
};
