export * from './found-rows';
