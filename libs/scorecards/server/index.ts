export * from './build-scorecards.processor';
export * from './scorecard-entities';
export * from './scorecards.module';
export * from './scorecards.sweep';
