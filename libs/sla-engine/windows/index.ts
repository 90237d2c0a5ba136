export * from './local-window';
export * from './window-label';
export * from './window-name';
export * from './window-of';
export * from './window-rule';
export * from './windows-ending';
export * from './windows-touched';
export * from './zoned-window';
