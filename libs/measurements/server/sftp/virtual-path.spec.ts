import { describe, expect, it } from '@jest/globals';
import { placeOf } from './virtual-path';

describe('a path over SFTP', () => {
  it.each<[string, string | null, string | null]>([
    ['', 'root', null],
    ['.', 'root', null],
    ['/', 'root', null],
    ['/..', 'root', null],
    ['../../..', 'root', null],
    ['inbox', 'inbox', null],
    ['/inbox/', 'inbox', null],
    ['/inbox/.', 'inbox', null],
    ['/inbox/march.csv', 'incoming', 'march.csv'],
    ['inbox//march.csv', 'incoming', 'march.csv'],
    ['/receipts/../inbox/march.csv', 'incoming', 'march.csv'],
    ['/inbox/../../inbox/märz.csv', 'incoming', 'märz.csv'],
    ['/inbox/..\\..\\x.csv', 'incoming', '..\\..\\x.csv'],
    ['/receipts', 'receipts', null],
    ['/receipts/a.json', 'receipt', 'a.json'],
    ['/etc/passwd', null, null],
    ['/inbox/../etc/passwd', null, null],
    ['/inbox/a/b.csv', null, null],
    ['/inboxes', null, null],
    ['/inbox/a\0.csv', null, null],
    ['/inbox/a\nb.csv', null, null],
  ])('%j leads to %s', (path, kind, name) => {
    const place = placeOf(path);
    expect(place?.kind ?? null).toBe(kind);
    expect(place && 'name' in place ? place.name : null).toBe(name);
  });

  it('that is longer than any name leads nowhere', () => {
    expect(placeOf(`/inbox/${'x'.repeat(2000)}`)).toBeNull();
  });
});
