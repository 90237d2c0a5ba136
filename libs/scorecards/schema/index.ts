export * from './operations';
export * from './score-bands';
export * from './score-lines';
export * from './scorecard';
export * from './scorecard-difference';
export * from './scorecard-effects';
export * from './scorecard-line';
