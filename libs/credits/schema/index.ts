export * from './credit-scheme';
export * from './currencies';
export * from './operations';
export * from './scheme-problems';
export * from './scheme-terms';
export * from './settlement';
export * from './statement';
export * from './statement-line';
