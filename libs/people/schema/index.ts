export * from './api-keys';
export * from './invitations';
export * from './people';
export * from './roles';
export * from './session';
export * from './sftp-keys';
