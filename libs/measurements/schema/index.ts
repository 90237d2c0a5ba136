export * from './grain';
export * from './measure';
export * from './metric';
export * from './segment';
