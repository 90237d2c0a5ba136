export * from './actor';
export * from './clock';
export * from './permissions';
export * from './time.module';
export * from './require-another-person';
