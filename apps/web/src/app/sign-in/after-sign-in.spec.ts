import { describe, expect, it } from '@jest/globals';
import { ownAddress } from './after-sign-in';

describe('ownAddress', () => {
  it.each(['/t/northstar/results?month=2026-03', '/', '/invitations/abc'])('%s is ours', (address) => {
    expect(ownAddress(address)).toBe(address);
  });

  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '',
    '/sign-in',
    '/sign-in/totp',
    undefined,
  ])('%s is not followed', (address) => {
    expect(ownAddress(address)).toBeNull();
  });
});
