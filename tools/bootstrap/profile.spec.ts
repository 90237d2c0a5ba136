import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { environments, local } from './profile.mjs';

const folder = mkdtempSync(join(tmpdir(), 'profile-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const services = {
  databaseUrl: 'postgres://owner:secret@127.0.0.1:5432/plumbline',
  redisUrl: 'redis://127.0.0.1:6379/1',
};
const outside = {
  DATABASE_URL: 'postgres://outside',
  REDIS_URL: 'redis://outside',
  PLUMBLINE_FILES: '/srv/files',
  SMTP_URL: 'smtp://mail.example',
  PUBLIC_URL: 'https://plumbline.example',
  PLUMBLINE_SECRET: 'outside',
  LOG_LEVEL: 'debug',
};
const kept = environments({ ...local, folder }, services, 3100, outside);
const thrownAway = environments({ ...local, folder, isThrowAway: true }, services, 3100, outside);

describe('environments', () => {
  it('gives the owner to the owner’s processes only', () => {
    expect(kept.owner['DATABASE_URL']).toBe(services.databaseUrl);
    expect(kept.running).not.toHaveProperty('DATABASE_URL');
    expect(JSON.stringify(kept.running)).not.toContain('owner:secret');
  });

  it('lets what was set outside go before', () => {
    expect(kept.running).toMatchObject({
      PLUMBLINE_FILES: '/srv/files',
      PUBLIC_URL: 'https://plumbline.example',
      SMTP_URL: 'smtp://mail.example',
      PLUMBLINE_SECRET: 'outside',
      LOG_LEVEL: 'debug',
      REDIS_URL: services.redisUrl,
      PORT: '3100',
    });
  });

  it('keeps a throw-away copy off the caller’s files, address, secret and mail server', () => {
    expect(thrownAway.running).toMatchObject({
      PLUMBLINE_FILES: join(folder, 'files'),
      PUBLIC_URL: 'http://localhost:3100',
      SMTP_URL: '',
      LOG_LEVEL: 'debug',
    });
    expect(thrownAway.running['PLUMBLINE_SECRET']).toMatch(/^[0-9a-f]{64}$/);
  });

  it('makes the secret once', () => {
    const again = environments({ ...local, folder, isThrowAway: true }, services, 3100, outside);
    expect(again.running['PLUMBLINE_SECRET']).toBe(thrownAway.running['PLUMBLINE_SECRET']);
  });
});
