export * from './band-of';
export * from './check-bands';
export * from './read-bands';
