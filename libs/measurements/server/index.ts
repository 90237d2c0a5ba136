export * from './claimed-figures';
export { KpiFiles } from './files/kpi-files';
export * from './measurements.module';
export type { ClaimChange, SumChange, VendorRestatement } from './restatement';
export { RestatementsRepository } from './restatements.repository';
export * from './seed-metric-library';
export { TenantMeasures } from './tenant-measures';
export { fileTemplate } from './writing/file-template';
