export * from './test-database';
export * from './own-database';
