export * from './mail';
export * from './mail-sender';
export * from './mail-transport';
export * from './notifications.module';
