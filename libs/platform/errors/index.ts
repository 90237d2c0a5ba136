export * from './problems';
export * from './problem-details.filter';
