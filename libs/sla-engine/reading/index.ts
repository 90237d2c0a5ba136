export * from './input-problem';
export * from './input-reader';
export * from './read-input';
export * from './op';
export * from './read-instant';
