import { describe, expect, it } from '@jest/globals';
import { packagesToInstall } from './debian-packages.mjs';

describe('packagesToInstall', () => {
  it('takes what a simulated installation would install, and nothing that is there', () => {
    const simulation = [
      'Reading package lists...',
      'libc6 is already the newest version (2.36-9).',
      'Inst liblzf1 (3.6-3 Debian:12/stable [amd64])',
      'Inst redis-server (5:7.0.15-1 Debian:12/stable [amd64])',
      'Conf redis-server (5:7.0.15-1 Debian:12/stable [amd64])',
    ].join('\n');
    expect(packagesToInstall(simulation)).toEqual(['liblzf1', 'redis-server']);
  });
});
