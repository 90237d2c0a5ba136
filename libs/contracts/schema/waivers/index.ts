export * from './operations';
export * from './waiver';
