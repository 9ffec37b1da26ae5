import { describe, expect, it } from '@jest/globals';
import { findLeaks } from './find-leaks.js';
import { LEAK_KINDS } from './finding.js';
import { hide, type HidingWords } from './hide.js';
import { PLAIN_SETTINGS } from './settings.js';

const words = {
  ...Object.fromEntries(LEAK_KINDS.map((kind) => [kind, kind])),
  phone: 'Telefonnummer',
  mail: 'Mailadresse',
  iban: 'IBAN',
} as HidingWords;

const hidden = (source: string) => hide(source, findLeaks(source, PLAIN_SETTINGS), words);

describe('hiding', () => {
  it.each([
    ['Ruft 0221 4710300 an.', 'Ruft [Telefonnummer] an.'],
    ['**0221** 4710300 ist **gestört**', '[Telefonnummer] ist **gestört**'],
    ['`0221 4710300`', '`[Telefonnummer]`'],
    ['02\u200b21 4710300', '[Telefonnummer]'],
    ['max@nord.de, DE58 9999 0500 0012 0034 56', '[Mailadresse], [IBAN]'],
    ['0221 4710300(mobil)', '[Telefonnummer] (mobil)'],
    ['0221 4710300: kaputt', '[Telefonnummer] : kaputt'],
    ['[Rufen Sie an](tel:+492214710300) oder so', '[Rufen Sie an] ([Telefonnummer]) oder so'],
    ['[0221 4710300](tel:+492214710300)', '[[Telefonnummer]] ([Telefonnummer])'],
    ['```\nnumber=+492214710300\n```', '```\nnumber=[Telefonnummer]\n```'],
    ['nichts zu sehen', 'nichts zu sehen'],
  ])('%j becomes %j', (source, shown) => expect(hidden(source)).toBe(shown));

  it('hides those it is given and no others', () => {
    const source = '0221 4710300 und 0171 3920045';
    expect(hide(source, findLeaks(source, PLAIN_SETTINGS).slice(1), words)).toBe(
      '0221 4710300 und [Telefonnummer]',
    );
  });

  it('leaves nothing to find behind', () => {
    const source = 'Tel. 0221 4710300, max@nord.de, Kundennummer 4711081, Passwort: Sommer2024!';
    expect(findLeaks(hidden(source), PLAIN_SETTINGS)).toEqual([]);
  });
});
