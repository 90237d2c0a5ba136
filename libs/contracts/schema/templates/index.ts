export * from './operations';
export * from './pack-problems';
export * from './shipped-packs';
export * from './sla-pack';
export * from './sla-schedule';
