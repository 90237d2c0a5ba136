import { EarliestFirst } from './earliest-first';
import { type HandleTimeDistribution, drawHandleTime } from './handle-time';
import type { RandomStream } from './random-stream';

/** One interval of a plan: what arrives in it and who is there. */
export interface PlannedInterval {
  /** Mean calls that arrive in the interval. */
  readonly calls: number;
  readonly agents: number;
  readonly ahtSeconds: number;
}

export interface SimulatedPlan {
  readonly intervals: readonly PlannedInterval[];
  readonly intervalSeconds: number;
  /**
   * How long the first interval's traffic has been running when counting begins: a line that never closes does not
   * start the day empty. 0 for one that does.
   */
  readonly warmUpSeconds: number;
  readonly thresholdSeconds: number;
  readonly handleTime: HandleTimeDistribution;
  /** Mean seconds until a caller gives up; null when nobody does. */
  readonly meanPatienceSeconds: number | null;
}

/** What one simulated run counted. */
export interface DayCounts {
  readonly offered: number;
  readonly answeredInTime: number;
  readonly answered: number;
  readonly abandoned: number;
  readonly waitedSeconds: number;
}

/**
 * One run through the intervals, after a warm-up that is not counted: Poisson arrivals, first come first served, agents who finish the call they are on when
 * their interval ends. Calls still waiting at the end are served by the last interval's agents, or give up.
 */
export function simulateDay(plan: SimulatedPlan, random: RandomStream): DayCounts {
  const day = new CallCentreDay(plan, random);
  for (const arrival of arrivals(plan, random)) {
    day.arrive(arrival);
  }
  return day.end();
}

/**
 * Arrival instants in order: exponential gaps at the rate of each interval, begun anew at its start, which for a Poisson
 * process changes nothing.
 */
function* arrivals(plan: SimulatedPlan, random: RandomStream): Generator<number> {
  for (const [index, { calls }] of plan.intervals.entries()) {
    const end = (index + 1) * plan.intervalSeconds;
    let at = index === 0 ? -plan.warmUpSeconds : index * plan.intervalSeconds;
    while (calls > 0 && (at += random.exponential(plan.intervalSeconds / calls)) < end) {
      yield at;
    }
  }
}

interface Caller {
  readonly arrival: number;
  readonly givesUp: number;
}

class CallCentreDay {
  private readonly inProgress = new EarliestFirst();
  private readonly waiting: Caller[] = [];
  /** Callers before this place have left the queue. */
  private served = 0;
  private now: number;
  private offered = 0;
  private answeredInTime = 0;
  private answered = 0;
  private abandoned = 0;
  private waitedSeconds = 0;

  constructor(
    private readonly plan: SimulatedPlan,
    private readonly random: RandomStream,
  ) {
    this.now = -plan.warmUpSeconds;
  }

  arrive(arrival: number): void {
    this.runUntil(arrival);
    const { meanPatienceSeconds } = this.plan;
    const patience = meanPatienceSeconds === null ? Infinity : this.random.exponential(meanPatienceSeconds);
    this.offered += counts(arrival);
    this.waiting.push({ arrival, givesUp: arrival + patience });
    this.answer(arrival);
  }

  end(): DayCounts {
    this.runUntil(Infinity);
    // With no agents left whoever has a patience gives up; who has none waits for ever, neither answered nor gone.
    const { offered, answeredInTime, answered, waitedSeconds } = this;
    const gone = this.waiting
      .slice(this.served)
      .filter(({ arrival, givesUp }) => arrival >= 0 && givesUp < Infinity).length;
    return { offered, answeredInTime, answered, abandoned: this.abandoned + gone, waitedSeconds };
  }

  /** Lets calls end and agents come or go until a moment, as long as somebody waits for them. */
  private runUntil(moment: number): void {
    while (this.served < this.waiting.length) {
      const next = Math.min(this.nextEnd(this.now), nextIntervalStart(this.plan, this.now));
      if (next > moment || next === Infinity) {
        break;
      }
      this.now = next;
      this.answer(next);
    }
    this.now = moment;
  }

  /** When the next call still in progress at a moment ends. */
  private nextEnd(time: number): number {
    while (this.inProgress.peek() <= time) {
      this.inProgress.pop();
    }
    return this.inProgress.peek();
  }

  /** Gives free agents to those who waited longest; who gave up meanwhile is counted as that. */
  private answer(now: number): void {
    this.nextEnd(now);
    for (let caller = this.waiting[this.served]; caller !== undefined; caller = this.waiting[this.served]) {
      if (caller.givesUp <= now) {
        this.abandoned += counts(caller.arrival);
      } else if (this.inProgress.size < intervalAt(this.plan, now).agents) {
        this.take(caller, now);
      } else {
        return;
      }
      this.served++;
    }
  }

  private take({ arrival }: Caller, now: number): void {
    const { handleTime, thresholdSeconds } = this.plan;
    const wait = now - arrival;
    this.answered += counts(arrival);
    this.waitedSeconds += wait * counts(arrival);
    this.answeredInTime += wait <= thresholdSeconds ? counts(arrival) : 0;
    this.inProgress.push(
      now + drawHandleTime(handleTime, intervalAt(this.plan, arrival).ahtSeconds, this.random),
    );
  }
}

/** 1 for a caller of the intervals, 0 for one of the warm-up. */
function counts(arrival: number): number {
  return arrival < 0 ? 0 : 1;
}

const nobody: PlannedInterval = { calls: 0, agents: 0, ahtSeconds: 1 };

function intervalAt(plan: SimulatedPlan, time: number): PlannedInterval {
  const place = Math.floor(time / plan.intervalSeconds);
  return plan.intervals[Math.max(0, Math.min(plan.intervals.length - 1, place))] ?? nobody;
}

function nextIntervalStart(plan: SimulatedPlan, time: number): number {
  const next = Math.max(0, Math.floor(time / plan.intervalSeconds) + 1);
  return next < plan.intervals.length ? next * plan.intervalSeconds : Infinity;
}
