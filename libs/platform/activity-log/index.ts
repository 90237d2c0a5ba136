export * from './activity-log';
export * from './activity-log.module';
export * from './chain';
