export * from './admitted-values';
export * from './compare-definitions';
export * from './compare-segments';
export * from './parity';
export * from './parity-words';
