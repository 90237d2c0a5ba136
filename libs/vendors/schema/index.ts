export * from './due-diligence';
export * from './life';
export * from './operations';
export * from './profile';
export * from './services';
export * from './tier';
export * from './vendor';
export * from './vendor-states';
