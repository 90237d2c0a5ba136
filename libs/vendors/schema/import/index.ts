export * from './cells';
export * from './columns';
export * from './operations';
