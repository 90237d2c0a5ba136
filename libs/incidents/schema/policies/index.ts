export * from './operations';
export * from './policy';
export * from './shipped-policies';
