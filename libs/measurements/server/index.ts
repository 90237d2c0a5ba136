export { KpiFiles } from './files/kpi-files';
export * from './measurement-rows';
export * from './measurement-totals';
export * from './measurements.module';
export * from './metric-library';
export * from './seed-metric-library';
