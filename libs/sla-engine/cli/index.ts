export * from './ops';
export * from './serve';
