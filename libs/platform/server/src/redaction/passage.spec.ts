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

  it('leaves addresses whole that nobody wrote, and no other', () => {
    const text =
      'Firma: https://firma.example/t/-/1\nhttps://firma.example/t/-/12 https://firma.example/?q=firma';
    const spared = ['https://firma.example/t/-/1', 'https://firma.example/t/-/12'];
    expect(Passage.of('firma')!.removeFrom(text, spared)).toBe(
      '[geschwärzt]: https://firma.example/t/-/1\nhttps://firma.example/t/-/12 https://[geschwärzt].example/?q=[geschwärzt]',
    );
  });

  it('is found in HTML as a mail has it', () => {
    expect(Passage.of('Meyer & "Söhne"')!.removeFromHtml('<p>Meyer &amp; &quot;Söhne&quot;</p>')).toBe(
      '<p>[geschwärzt]</p>',
    );
  });

  it.each(['html', 'body', 'href', 'class', 'action', 'title', 'strong', 'firma'])(
    'disappears from what HTML says and from no tag: %s',
    (word) => {
      const letter = (text: string) =>
        `<html lang="de"><body class="action"><p><strong>${text}</strong> <a href="https://firma.example/body" title="x">${text}</a></p></body></html>`;
      expect(Passage.of(word)!.removeFromHtml(letter(`Das ${word.toUpperCase()}.`))).toBe(
        letter('Das [geschwärzt].'),
      );
    },
  );

  it('is found in HTML across lines and signs of quotation', () => {
    const html = '<p>&gt; Kunde<br>&gt; Meyer ruft an<br>Kunde Meyer</p><p>Kunde</p><p>Meyer</p>';
    expect(Passage.of('Kunde Meyer')!.removeFromHtml(html)).toBe(
      '<p>&gt; [geschwärzt] ruft an<br>[geschwärzt]</p><p>Kunde</p><p>Meyer</p>',
    );
    expect(Passage.of('quot')!.removeFromHtml('<p>&quot;quot&quot;</p>')).toBe(
      '<p>&quot;[geschwärzt]&quot;</p>',
    );
    expect(Passage.of('a < b > c & d')!.removeFromHtml('<b>a &lt; b &gt; c &amp; d</b>')).toBe(
      '<b>[geschwärzt]</b>',
    );
  });

  it('needs no long look at hostile texts', () => {
    const text = '*_~`'.repeat(15_000);
    expect(removed('a '.repeat(200), text)).toBe(text);
  });
});
