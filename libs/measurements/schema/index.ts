export * from './file-layout';
export * from './grain';
export * from './impossible-counts';
export * from './kpi-mapping';
export * from './measure';
export * from './metric';
export * from './segment';
