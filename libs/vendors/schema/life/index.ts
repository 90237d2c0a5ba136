export * from './gate';
export * from './operations';
export * from './vendor-step';
export * from './vendor-steps';
