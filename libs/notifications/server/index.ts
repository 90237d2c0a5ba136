export * from './notifications.module';
export * from './spreading/notification-sweeps';
export * from './spreading/post-notices.processor';
export * from './spreading/spread-notice.processor';
export * from './webhooks/call-webhook.processor';
export * from './webhooks/outgoing-calls';
export * from './webhooks/webhooks-sweep';
