import { describe, expect, it } from '@jest/globals';
import { Submission } from './submission';

describe('Submission', () => {
  it('keeps its key over repeats of the same body, so that the work is done once', () => {
    const submission = new Submission();
    expect(submission.keyFor({ name: 'A' })).toBe(submission.keyFor({ name: 'A' }));
  });

  it('takes a new key for another body and after a success', () => {
    const submission = new Submission();
    const first = submission.keyFor({ name: 'A' });
    expect(submission.keyFor({ name: 'B' })).not.toBe(first);
    const second = submission.keyFor({ name: 'B' });
    submission.succeeded();
    expect(submission.keyFor({ name: 'B' })).not.toBe(second);
  });

  it('tells files of a form apart by name, size and time', () => {
    const submission = new Submission();
    const form = (name: string) => {
      const data = new FormData();
      data.append('file', new File(['a'], name, { lastModified: 1 }));
      return data;
    };
    expect(submission.keyFor(form('march.csv'))).toBe(submission.keyFor(form('march.csv')));
    expect(submission.keyFor(form('april.csv'))).not.toBe(submission.keyFor(form('march.csv')));
  });
});
