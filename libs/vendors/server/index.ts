export * from './import/import-tables';
export * from './life/vendor-contracts';
export * from './life/vendor-memberships';
export * from './profile/escalation-ladders';
export * from './profile/profile-sources';
export * from './vendor-codes';
export * from './vendor-directory';
export * from './vendors.module';
