export * from './activity-log';
export * from './activity-log.module';
export * from './chain';
export * from './checkpoint-signer';
export * from './checkpoint-writer';
export * from './checkpoints';
