export * from './notifications.module';
export * from './spreading/notification-sweeps';
export * from './spreading/post-notices.processor';
export * from './spreading/spread-notice.processor';
