export { ops as trendOps } from './ops';
export * from './p-chart';
export * from './trend-signal';
export * from './western-electric';
export * from './xmr-chart';
