export * from './adjusting-entry';
export * from './check-scheme';
export * from './credit';
export * from './credit-scheme';
export * from './earn-back';
export * from './gap-to-target';
export * from './pay-once';
export * from './settled-shares';
