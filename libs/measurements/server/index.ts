export * from './dirty-windows';
export * from './measurement-rows';
export * from './measurement-totals';
export * from './metric-library';
export * from './seed-metric-library';
