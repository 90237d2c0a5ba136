export * from './cursor';
export * from './entity-tag.interceptor';
export * from './etag';
export * from './idempotency.interceptor';
export * from './if-match';
export * from './open-api';
export * from './operation';
