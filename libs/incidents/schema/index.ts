export * from './examples';
export * from './exercises';
export * from './import';
export * from './incident';
export * from './kinds';
export * from './operations';
export * from './policies';
export * from './work-operations';
