export * from './attainment';
export * from './check-speed-weight';
export * from './check-weights';
export * from './score';
