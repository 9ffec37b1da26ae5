import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { framed, NEUTRALS, type MailSender } from './mail-frame.js';

const LETTER =
  '<html lang="de">\n<head><title>Neu</title></head>\n<body>\n<h1>Neu</h1><p>&lt;/head&gt;</p>\n</body></html>';
const sender: MailSender = {
  site: 'Werk & "Bank" $& $1',
  colours: {
    light: { brand: '#0066cc', onBrand: '#ffffff', link: '#0055aa' },
    dark: { brand: '#66aaff', onBrand: '#001122', link: '#77bbff' },
  },
  bringsLogo: false,
};

describe('the frame of mails', () => {
  it('puts the community’s name above the letter, and its logo where the mail brings it along', () => {
    expect(framed(LETTER, sender)).toContain('<td class="sender">Werk &amp; &quot;Bank&quot; $&amp; $1</td>');
    const logo = framed(LETTER, { ...sender, bringsLogo: true });
    expect(logo).toMatch(
      /<td class="sender logo"><img src="cid:[^"]+" alt="Werk &amp; &quot;Bank&quot; \$&amp; \$1" height="40">/,
    );
  });

  it('has the community’s colours for the light and the dark scheme', () => {
    const [light, dark] = framed(LETTER, sender).split('@media (prefers-color-scheme: dark)');
    expect(light).toContain('.sender { background: #0066cc; color: #ffffff; }');
    expect(light).toContain('a { color: #0055aa; }');
    expect(dark).toContain('.sender { background: #66aaff; color: #001122; }');
    expect(light).toContain('<meta name="color-scheme" content="light dark">');
  });

  it('keeps the letter whole, loads nothing from anywhere and is read as a letter, not as a table', () => {
    const html = framed(LETTER, { ...sender, bringsLogo: true });
    expect(html).toContain('<h1>Neu</h1><p>&lt;/head&gt;</p>');
    expect(html.match(/<table role="presentation"/g)).toHaveLength(html.match(/<table/g)!.length);
    expect(html).not.toMatch(/<(link|iframe|script)|url\(|@import|https?:/);
    expect(html.length).toBeLessThan(5_000);
  });

  it('has the neutral colours of the pages', () => {
    const tokens = readFileSync(
      resolve(import.meta.dirname, '../../../../web-kit/src/styles/tokens.css'),
      'utf8',
    );
    const long = (colour: string) => colour.replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3');
    for (const name of ['paper', 'surface', 'ink', 'ink-soft', 'line'] as const) {
      const [, light, dark] = new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(tokens)!;
      expect({ name, light: long(light!), dark: long(dark!) }).toEqual({
        ...{ name, light: NEUTRALS.light[name], dark: NEUTRALS.dark[name] },
      });
    }
  });
});
