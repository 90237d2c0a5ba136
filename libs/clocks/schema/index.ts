export * from './clock';
export * from './examples';
export * from './operations';
