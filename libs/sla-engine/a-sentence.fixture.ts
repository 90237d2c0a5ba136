import { expect } from '@jest/globals';

/** What the detail of every problem is: a sentence for people, whatever it says. */
export const aSentence: unknown = expect.stringMatching(/^\S.+\.$/);
