export * from './deliveries';
export * from './notice-words';
export * from './notification';
export * from './preferences';
export * from './webhooks';
