export * from './evaluate.processor';
export * from './evaluation.sweep';
export * from './slas.module';
export * from './state-columns';
