export * from './mail';
export * from './mail-sender';
export * from './mail-transport';
export * from './notifications.module';
export * from './notice-kinds';
export * from './notifications';
