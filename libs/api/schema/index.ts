export * from './csv';
export * from './language';
export * from './operation';
export * from './pages';
export * from './primitives';
export * from './problem';
