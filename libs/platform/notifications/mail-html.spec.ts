import { describe, expect, it } from '@jest/globals';
import { mailHtml } from './mail-html';

const html = (text: string, subject = 'News', language = 'en') => mailHtml({ subject, text, language });
const words = (page: string): string =>
  page
    .replace(/<head>.*<\/head>/s, '')
    .replace(/<[^>]+>/g, '\n')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/\s+/g, ' ');

describe('the HTML part of a mail', () => {
  it('says what the plain text says, line by line', () => {
    const page = words(html('Hello Ana,\n\nfirst line\nsecond line\n\nhttps://plumbline.test/t/x'));
    for (const line of ['Hello Ana,', 'first line', 'second line', 'https://plumbline.test/t/x'])
      expect(page).toContain(line);
  });

  it('makes a button of an address that stands alone, in the reader’s language, and a link of one in a sentence', () => {
    expect(html('https://plumbline.test/t/x', 'News', 'es')).toMatch(
      /<a href="https:\/\/plumbline\.test\/t\/x"[^>]*>Abrir en Plumbline<\/a>/,
    );
    expect(html('see https://plumbline.test/t/x')).toMatch(
      /see <a href="https:\/\/plumbline\.test\/t\/x"[^>]*>https/,
    );
    expect(html('x', 'News', 'es')).toContain('<html lang="es">');
  });

  it('lets no text become markup', () => {
    const page = html(
      '<img src=x onerror=alert(1)>\n\nhttps://x.test/"onmouseover="a',
      '</title><script>alert(1)</script>',
    );
    expect(page).not.toMatch(/<img|<script|"onmouseover/);
    expect(page).toContain('&#60;img src=x onerror=alert(1)&#62;');
  });

  it('fetches nothing when it is opened', () => {
    expect(html('Hello')).not.toMatch(/src=|url\(|<link|@import/);
  });
});
