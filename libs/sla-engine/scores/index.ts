export * from './attainment';
export * from './check-speed-weight';
export * from './check-weights';
export * from './is-final-state';
export * from './score';
export * from './scorecard-event';
export * from './scorecard-flow';
