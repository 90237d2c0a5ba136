/** What arrives and how long it takes. */
export interface StaffingLoad {
  /** Mean calls offered at once: arrivals per second × `ahtSeconds`. */
  readonly offeredErlangs: number;
  /** Mean handle time in seconds, above 0. */
  readonly ahtSeconds: number;
  /** A call counts when it is answered within so many seconds. */
  readonly thresholdSeconds: number;
}

export interface PatientLoad extends StaffingLoad {
  /** Mean seconds a caller waits before giving up; exponential. */
  readonly meanPatienceSeconds: number;
}

/** What a number of agents gives under a load. All figures are finite; shares lie in [0, 1]. */
export interface StaffingFigures {
  readonly agents: number;
  readonly offeredErlangs: number;
  /** False when the queue grows without end: waitProbability 1, serviceLevel 0, asa null, occupancy 1. */
  readonly stable: boolean;
  readonly waitProbability: number;
  readonly serviceLevel: number;
  /** Mean seconds from arrival to answer; null when nobody is ever answered in finite time. */
  readonly asa: number | null;
  /** Share of the agents' time spent on calls. */
  readonly occupancy: number;
}

export interface AbandonmentFigures extends StaffingFigures {
  readonly abandonProbability: number;
  /** Mean seconds waited by all offered, those who gave up included. */
  readonly meanWait: number;
}
