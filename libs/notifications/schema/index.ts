export * from './notice-words';
