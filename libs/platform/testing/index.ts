export * from './test-database';
export * from './own-database';
export * from './ssh-key-pair';
