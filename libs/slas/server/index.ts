export * from './clock-breaches';
export * from './evaluate.processor';
export * from './evaluation.sweep';
export { type Foreseen, ForeseenResults } from './foreseen-results';
export * from './slas.module';
export * from './state-columns';
