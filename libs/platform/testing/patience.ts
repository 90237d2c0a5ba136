import { jest } from '@jest/globals';

/** Database specs start processes and load files: on a busy machine they take their time, and nothing is asserted by it. */
jest.setTimeout(120_000);
