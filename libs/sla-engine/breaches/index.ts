export * from './decide-breach';
export * from './reporting-duty';
export * from './trigger';
