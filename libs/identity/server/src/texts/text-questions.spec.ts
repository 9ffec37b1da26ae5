import { describe, expect, it } from '@jest/globals';
import { dropGaps, fillGaps, gapsIn } from './text-gaps.js';
import { answered, questionsLeft, questionsOf } from './text-questions.js';

const answer = (gap: string, de: string, en = '') => ({ gap, de, en, applies: true });
const drop = (text: string, ...gaps: string[]) => dropGaps(text, new Set(gaps));

describe('gaps of a text', () => {
  it('are what stands in brackets, and neither a link nor escaped', () => {
    expect(gapsIn('[Ort], [mehr](/mehr), \\[sic], [Name] und [Ort]')).toEqual(['Ort', 'Name']);
  });

  it('are filled wherever they stand, letter by letter', () => {
    expect(fillGaps('[Ort] oder [Ort], [Name]', new Map([['Ort', 'Köln $&']]))).toBe(
      'Köln $& oder Köln $&, [Name]',
    );
  });

  it('take their sentence along where they do not apply', () => {
    const text = 'Nach § 18 Abs. 2 MStV gilt das. Am Telefon: [Nummer]. Nennen Sie die Seite.';
    expect(drop(text, 'Nummer')).toBe('Nach § 18 Abs. 2 MStV gilt das. Nennen Sie die Seite.');
    expect(drop('**Streit:** Nur Geschäftskunden. [Hinweis]', 'Hinweis')).toBe(
      '**Streit:** Nur Geschäftskunden.',
    );
    expect(drop('- Eine Person ([Name]), die prüft.', 'Name')).toBe('- Eine Person, die prüft.');
  });

  it('take their row along, and leave no hole and no open line', () => {
    expect(drop('[Firma]\\\n[Telefon]\n\n**Register:** [Register]\n\nEnde', 'Telefon', 'Register')).toBe(
      '[Firma]\n\nEnde',
    );
    expect(drop('- Eins\n- [Zwei]\n- Drei\n\n| a | [b] |', 'Zwei', 'b')).toBe('- Eins\n- Drei');
    expect(drop('- [Zwei]. Danach noch etwas.', 'Zwei')).toBe('- Danach noch etwas.');
  });
});

describe('questions of a text', () => {
  const bodies = {
    de: '[Name des Unternehmens mit Rechtsform] in [Land oder Region der Server], [Eigenes]. Anruf: [Telefonnummer]',
    en: '[Name and legal form of the company] in [Country or region of the servers]. Call: [Telephone number]',
  };

  it('that are left are ours: the operator’s own brackets are words', () => {
    expect(questionsLeft(bodies.de, 'de')).toEqual([
      'Name des Unternehmens mit Rechtsform',
      'Land oder Region der Server',
      'Telefonnummer',
    ]);
    expect(questionsLeft('Fertig [sic].', 'de')).toEqual([]);
  });

  it('are those that we know, each once', () => {
    expect(questionsOf(bodies).map(({ en }) => en.gap)).toEqual([
      'Name and legal form of the company',
      'Country or region of the servers',
      'Telephone number',
    ]);
    expect(questionsOf({ ...bodies, de: '' })).toEqual(questionsOf({ ...bodies, en: '' }));
  });

  it('have one answer where it is a name or a number, and one for each language where it is words', () => {
    const answers = [
      answer('Name des Unternehmens mit Rechtsform', 'Drehbank GmbH'),
      answer('Land oder Region der Server', 'Deutschland'),
      { ...answer('Telefonnummer', '0221 1'), applies: false },
    ];
    expect(answered(bodies, answers)).toEqual({
      de: 'Drehbank GmbH in Deutschland, [Eigenes].',
      en: 'Drehbank GmbH in [Country or region of the servers].',
    });
  });

  it('cannot be left out where no text can do without the answer', () => {
    const gap = 'Name des Unternehmens mit Rechtsform';
    expect(answered({ de: `[${gap}]`, en: '' }, [{ ...answer(gap, ''), applies: false }]).de).toBe(
      `[${gap}]`,
    );
  });
});
