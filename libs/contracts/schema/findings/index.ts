export * from './clause-policy';
export * from './finding';
export * from './finding-words';
export * from './standing-findings';
export * from './version-findings';
