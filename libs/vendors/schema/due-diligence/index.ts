export * from './answer-elsewhere';
export * from './default-items';
export * from './item';
export * from './operations';
export * from './standing';
export * from './takeover';
export * from './template';
