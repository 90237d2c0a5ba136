export * from './band-of';
export * from './check-bands';
