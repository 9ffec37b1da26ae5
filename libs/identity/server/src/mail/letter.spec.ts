import { describe, expect, it } from '@jest/globals';
import { Environment, Translator, type SiteProfile } from '@kundig/platform/server';
import { identityTexts } from '../texts.js';
import { LetterWriter, type LetterContent } from './letter.js';

const environment = Environment.read({ BASE_URL: 'https://community.example/' });
const plain = { brand: '#6d2160', onBrand: '#ffffff', link: '#6d2160' };
const profile: SiteProfile = {
  name: 'Werk & "Bank"',
  demandsSecondFactor: false,
  colours: { light: plain, dark: plain },
};
const writer = new LetterWriter(new Translator({ identity: identityTexts }), environment, profile);
const hostile: LetterContent = {
  subject: 'Antwort\r\nBcc: alle@firma.example</title></head><body onload=x>',
  paragraphs: ['<script>alert("x")</script> & mehr', '{{site}} ${1+1} </td></table><img src=x onerror=y>'],
  items: [{ text: '<b>fett</b>', url: "https://community.example/'onmouseover='x" }],
  action: { label: '<i>Lesen</i>', url: 'https://community.example/"onclick="x' },
  wayOut: { ends: 'thread', url: 'https://community.example/unsubscribe/1.abc' },
};

const unescaped = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');

describe('LetterWriter', () => {
  it('leads to the operator’s texts by the words people know them by', () => {
    const { text, html } = writer.write('de', hostile);
    for (const word of ['Impressum', 'Datenschutz', 'Netiquette', 'Barrierefreiheit'])
      expect([text, html].every((part) => part.includes(word))).toBe(true);
    expect(text).toContain('Impressum: https://community.example/imprint');
    expect(writer.write('en', hostile).text).toContain('Imprint: https://community.example/en/imprint');
  });

  it('keeps a subject on one line and what people wrote out of the markup', () => {
    const { subject, html } = writer.write('de', hostile);
    expect(subject).toBe('Antwort Bcc: alle@firma.example</title></head><body onload=x>');
    const tags = new Set((html.match(/<\/?[a-z0-9]+/g) ?? []).map((tag) => tag.replace(/<\/?/, '')));
    expect([...tags].sort()).toEqual(
      ['a', 'body', 'br', 'h1', 'head', 'hr', 'html', 'li', 'meta', 'p', 'title', 'ul'].sort(),
    );
    expect(html.match(/<(?:head|body)\b/g)).toEqual(['<head', '<body']);
    for (const [tag] of html.matchAll(/<a [^>]*>/g)) expect(tag).toMatch(/^<a href="[^"'<>]+">$/);
    expect(html).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; mehr');
  });

  it('leads to the same pages in both parts', () => {
    const { text, html } = writer.write('de', hostile);
    const links = [...html.matchAll(/href="([^"]+)"/g)].map(([, url]) => unescaped(url!));
    expect(links).toEqual(text.match(/https:\S+/g));
    expect(links).toHaveLength(8);
  });

  it('tells its language and has one heading', () => {
    for (const locale of ['de', 'en'] as const) {
      const { html } = writer.write(locale, hostile);
      expect(html).toContain(`<html lang="${locale}">`);
      expect(html.match(/<h\d/g)).toEqual(['<h1']);
    }
  });
});
