export * from './build-credits.processor';
export * from './credit-entities';
export * from './credits.module';
export * from './credits.sweep';
