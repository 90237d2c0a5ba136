import { describe, expect, it } from '@jest/globals';
import { role, viewSession } from '@plumbline/people/schema';
import { sessionForTests, sessionSchema } from '@plumbline/ui/testing';
import { roleWords } from './role-words';

describe('the session as people and kit see it', () => {
  it('is what the kit reads', () => {
    expect(sessionSchema.parse(viewSession.example.response)).toEqual(viewSession.example.response);
  });

  it('is what the specs of pages use', () => {
    expect(viewSession.response?.safeParse(sessionForTests())).toMatchObject({ success: true });
  });

  it('has a word for every role, in both languages', () => {
    for (const words of [roleWords.en, roleWords.es]) expect(Object.keys(words ?? {})).toEqual(role.options);
  });
});
