import { describe, expect, it } from '@jest/globals';
import { Environment, Translator, type SiteProfile } from '@kundig/platform/server';
import { identityTexts } from '../texts.js';
import { LetterWriter, withLogo } from './letter.js';

const environment = Environment.read({ BASE_URL: 'https://community.example/' });
const profile: SiteProfile = { name: 'Werkbank', demandsSecondFactor: false };
const writer = new LetterWriter(new Translator({ identity: identityTexts }), environment, profile);
const hostile = {
  subject: 'Antwort\r\nBcc: alle@firma.example',
  paragraphs: ['<script>alert("x")</script> & mehr'],
  action: { label: 'Lesen', url: 'https://community.example/"onclick="x' },
};

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
    expect(subject).toBe('Antwort Bcc: alle@firma.example');
    expect(html).not.toContain('<script');
    expect(html).not.toContain('"onclick');
  });

  it('bears the logo it brings along, called like the community', () => {
    const html = withLogo(writer.write('de', hostile).html, 'Werk & "Bank"');
    expect(html).toMatch(
      /<body>\s*<p><img src="cid:[^"]+" alt="Werk &amp; &quot;Bank&quot;" height="40"><\/p>/,
    );
  });

  it('loads nothing from anywhere', () => {
    expect(writer.write('de', hostile).html).not.toMatch(/<(img|link|style|iframe|script)/);
  });
});
