import { jest } from '@jest/globals';

/** On a busy machine specs take their time (processes, argon2, files), and nothing is asserted by it. */
jest.setTimeout(120_000);
