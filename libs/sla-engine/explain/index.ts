export * from './explanation';
export * from './recompute';
export * from './render-trace';
