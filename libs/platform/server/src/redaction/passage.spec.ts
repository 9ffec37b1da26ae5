import { describe, expect, it } from '@jest/globals';
import { Passage } from './passage.js';

const removed = (passage: string, text: string) => Passage.of(passage)!.removeFrom(text);

describe('a passage', () => {
  it.each([
    ['Hunter2!', 'Das Passwort ist Hunter2!.', 'Das Passwort ist [geschwärzt].'],
    ['hunter2', 'HUNTER2 und Hunter2', '[geschwärzt] und [geschwärzt]'],
    ['Kunde Meyer GmbH', 'Kunde **Meyer**\nGmbH ruft an', '[geschwärzt] ruft an'],
    ['Kunde Meyer', '> Kunde\n> Meyer ruft an', '> [geschwärzt] ruft an'],
    ['10.0.0.12', '10.0.0.12, nicht 1000012', '[geschwärzt], nicht 1000012'],
    ['**fett** gedruckt', 'Es war fett gedruckt.', 'Es war [geschwärzt].'],
    ['(0221) 4711', 'Tel. (0221) 4711 [Büro]', 'Tel. [geschwärzt] [Büro]'],
    ['geheim_wort', 'geheim\\_wort', '[geschwärzt]'],
  ])('%j disappears from %j', (passage, text, left) => {
    expect(removed(passage, text)).toBe(left);
    expect(Passage.of(passage)!.isIn(left)).toBe(false);
  });

  it.each(['', '   ', '***', 'abc', '- - - -'])('%j is too short', (text) => {
    expect(Passage.of(text)).toBeNull();
  });

  it('leaves what others say in their own words', () => {
    const text = 'Meyer & Söhne kenne ich.\n\n> Es war Meyer & Söhne.\n> Wirklich.\n\nMeyer & Söhne!';
    expect(Passage.of('Meyer & Söhne')!.removeFromQuotes(text)).toBe(
      'Meyer & Söhne kenne ich.\n\n> Es war [geschwärzt].\n> Wirklich.\n\nMeyer & Söhne!',
    );
  });

  it('is found in HTML as a mail has it', () => {
    expect(Passage.of('Meyer & "Söhne"')!.removeFromHtml('<p>Meyer &amp; &quot;Söhne&quot;</p>')).toBe(
      '<p>[geschwärzt]</p>',
    );
  });

  it('needs no long look at hostile texts', () => {
    const text = '*_~`'.repeat(15_000);
    expect(removed('a '.repeat(200), text)).toBe(text);
  });
});
