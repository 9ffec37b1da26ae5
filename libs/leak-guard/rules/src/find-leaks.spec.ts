import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findLeaks } from './find-leaks.js';
import { hardnessOf, LEAK_KINDS } from './finding.js';
import { type GuardSettings, PLAIN_SETTINGS } from './settings.js';
import { ADVERSARIAL_PARTS } from './testing/adversarial-parts.js';
import { allFound } from './testing/found.js';

const SETTINGS: GuardSettings = {
  author: {
    names: ['Jürgen van der Wüllner'],
    mailDomains: ['wuellner-pumpen.de'],
    organisations: ['Wüllner Pumpen GmbH'],
  },
  operator: {
    patterns: [{ kind: 'customer-number', pattern: 'NW-?{2,20}#{2,20}' }],
    hotlines: ['+49 221 4710'],
    domains: ['netz.de'],
  },
  off: [],
};

describe('findings', () => {
  it('stand in the order of the text, none overlapping another', () =>
    expect(
      allFound(
        'Kundennr. 310 887 2 tel 03461-55 20 18, IBAN DE58 9999 0500 0012 0034 56, max@nord.de, Passwort: abc123!',
      ),
    ).toEqual([
      'customer-number: 310 887 2',
      'phone: 03461-55 20 18',
      'iban: DE58 9999 0500 0012 0034 56',
      'mail: max@nord.de',
      'secret: abc123!',
    ]));

  it('go to the rule that knows best', () => {
    expect(allFound('Kundennummer DE58999905000012003456')).toEqual(['iban: DE58999905000012003456']);
    expect(allFound('Kundennummer 02214710300')).toEqual(['customer-number: 02214710300']);
    expect(allFound('max@wuellner-pumpen.de', SETTINGS)).toEqual(['mail: max@wuellner-pumpen.de']);
  });

  it('leave out the kinds that are switched off', () =>
    expect(allFound('max@nord.de, 0221 4711300', { off: ['mail', 'host'] })).toEqual([
      'phone: 0221 4711300',
    ]));

  it('are hard or soft by their kind', () => {
    expect(LEAK_KINDS.filter((kind) => hardnessOf(kind) === 'soft')).toEqual([
      'host',
      'ip',
      'mac',
      'serial-number',
      'greeting',
      'signature',
    ]);
    expect(findLeaks('max@nord.de 86.231.85.193', PLAIN_SETTINGS).map(({ hardness }) => hardness)).toEqual([
      'hard',
      'soft',
    ]);
  });
});

describe('the key of a finding', () => {
  const keysOf = (text: string) => findLeaks(text, PLAIN_SETTINGS).map(({ key }) => key);

  it.each([
    ['0221 4711300', '+49 221 / 4711-300'],
    ['DE58 9999 0500 0012 0034 56', 'de58999905000012003456'],
    ['Kundennummer K-0091734', '**Kundennummer** k-0091734'],
    ['max@nord.de', 'MAX (at) nord (punkt) de'],
  ])('is the same for %j and %j', (one, other) => {
    expect(keysOf(one)).toHaveLength(1);
    expect(keysOf(one)).toEqual(keysOf(`Anderswo: ${other}.`));
  });

  it('differs by value and by kind', () => {
    const keys = keysOf('0221 4711300, 0221 4711301, Kundennr. 02214711300, max@nord.de');
    expect(new Set(keys).size).toBe(4);
  });

  it('does not change from release to release', () =>
    expect(keysOf('max@nord.de')).toEqual(['mail:977caad36623ef00']));
});

describe('any text', () => {
  const alphabet = fc.constantFrom(
    ...'0123456789 +-/().:=@#*_`~|\\&;<>"\n\u200b\u0308',
    ...[
      'Tel. ',
      'DE',
      'max@nord.de',
      'IBAN ',
      'Kundennummer ',
      'Passwort: ',
      'Ticket ',
      '**',
      '](',
      'USt-ID ',
      'ü',
      '😀',
      '\ud800',
      '&#48;',
    ],
  );

  it('gives findings inside it that do not overlap, and the same ones again', () =>
    fc.assert(
      fc.property(fc.array(alphabet, { maxLength: 60 }), (parts) => {
        const text = parts.join('');
        const findings = findLeaks(text, SETTINGS);
        let end = 0;
        for (const finding of findings) {
          expect(finding.start).toBeGreaterThanOrEqual(end);
          expect(finding.end).toBeGreaterThan(finding.start);
          end = finding.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
        expect(findLeaks(text, SETTINGS)).toEqual(findings);
      }),
      { numRuns: 500, seed: 20261122 },
    ));

  it.each(ADVERSARIAL_PARTS)('made of %j alone comes to an end', (part) => {
    const text = part.repeat(Math.ceil(10_000 / part.length));
    expect(findLeaks(text, SETTINGS).every(({ end }) => end <= text.length)).toBe(true);
  });
});
