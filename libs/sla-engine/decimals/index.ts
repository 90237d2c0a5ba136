export * from './exact';
export * from './parse-exact';
export * from './write-exact';
export * from './write-money';
