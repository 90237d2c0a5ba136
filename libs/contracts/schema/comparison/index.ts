export * from './compare-terms';
export * from './comparison';
export * from './operations';
