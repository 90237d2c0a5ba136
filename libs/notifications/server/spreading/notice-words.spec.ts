import { describe, expect, it } from '@jest/globals';
import { languages } from '@plumbline/api/schema';
import { noticeWords, sayNotice } from '@plumbline/notifications/schema';
import { type NoticeKind, noticeKinds } from '@plumbline/platform/notifications';
import { letterWriting } from './letter-writing';

const kinds = Object.keys(noticeKinds) as NoticeKind[];
const valueOf = (name: string): string =>
  name.endsWith('At') ? '2026-03-08T09:30:00Z' : name.endsWith('On') ? '2026-03-08' : `<${name}>`;

describe('the words of notices', () => {
  it.each(kinds.flatMap((kind) => languages.map((language) => [kind, language] as const)))(
    '%s in %s speaks of every fact that it is given, and of no other',
    (kind, language) => {
      const { parameters } = noticeKinds[kind];
      const given = Object.fromEntries(parameters.map((name) => [name, valueOf(name)]));
      const said = sayNotice({ kind, parameters: given }, language, letterWriting(language, 'UTC'));
      const text = `${said.sentence} ${said.detail}`;
      expect(said.name).not.toBe(kind);
      expect(text).not.toContain('–');
      for (const name of parameters.filter((each) => !/(?:At|On)$/.test(each)))
        expect(text).toContain(`<${name}>`);
    },
  );

  it('says a dash for a fact that is not known, and the kind where nothing more is known of it', () => {
    const late = { kind: 'incident-late', parameters: { reference: 'INC-7', title: 'x', deadlineAt: null } };
    expect(sayNotice(late, 'en', letterWriting('en', 'UTC'))).toMatchObject({
      sentence: 'Deadline missed: INC-7, x (–)',
      detail: '–: was due by –. A notice that comes now is late, and a breach.',
    });
    const later = { kind: 'of-a-later-release', parameters: {} };
    expect(sayNotice(later, 'es', letterWriting('es', 'UTC')).sentence).toBe('of-a-later-release');
  });

  it('says that no deadline runs where the report was all that was owed', () => {
    const reported = { kind: 'incident-reported', parameters: { reference: 'INC-7', deadlineAt: null } };
    const [en, es] = languages.map((language) =>
      sayNotice(reported, language, letterWriting(language, 'UTC')),
    );
    expect(en?.detail).toBe('No deadline runs. Acknowledge it, so that the partner knows it was seen.');
    expect(es?.detail).toMatch(/^No corre ningún plazo\. /);
  });

  it('says the same kinds in every language', () => {
    expect(Object.keys(noticeWords.es)).toEqual(Object.keys(noticeWords.en));
  });
});

describe('how a mail writes', () => {
  it.each([
    ['en', 'America/New_York', '8 Mar 2026, 05:30 America/New_York'],
    ['es', 'Asia/Manila', '8 mar 2026, 17:30 Asia/Manila'],
  ] as const)('an instant in %s, in %s', (language, zone, text) => {
    expect(letterWriting(language, zone).instant('2026-03-08T09:30:00Z')).toBe(text);
  });

  it('days, months and numbers', () => {
    const [en, es] = [letterWriting('en', 'UTC'), letterWriting('es', 'UTC')];
    expect([en.date('2026-03-12'), es.date('2026-03-12')]).toEqual(['12 Mar 2026', '12 mar 2026']);
    expect([en.month('2026-03'), es.month('2026-03')]).toEqual(['March 2026', 'marzo de 2026']);
    expect([en.number('1234.5'), es.number('12345.5')]).toEqual(['1,234.5', '12.345,5']);
  });
});
