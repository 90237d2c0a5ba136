export * from './contract-dates';
export * from './date-words';
export * from './operations';
