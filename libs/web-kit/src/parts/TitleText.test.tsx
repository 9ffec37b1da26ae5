import { describe, expect, it } from '@jest/globals';
import { renderPart } from '../testing/render-part.js';
import { TitleText } from './TitleText.js';

const wholeIn = async (text: string) => {
  const { container } = await renderPart(
    <h1>
      <TitleText text={text} />
    </h1>,
  );
  const title = container.querySelector('h1')!;
  expect(title.textContent).toBe(text);
  return [...title.querySelectorAll('span')].map((whole) => whole.textContent);
};

describe('the text of a title', () => {
  it.each([
    ['Fehler E-17 beim Faxen', ['E-17']],
    ['Wi-Fi-6 und E-Mail: was zuerst?', ['Wi-Fi-6', 'E-Mail:']],
    ['Glasfaser-2 statt VDSL-Ä1', ['Glasfaser-2', 'VDSL-Ä1']],
    ['E-17', ['E-17']],
    ['Was heißt „E-17“?', ['„E-17“?']],
    ['Ein Text – ohne Namen', []],
    ['Telefon-Anschluss, Vermittlungs-Apparate und -Kabel', []],
    ['E-Mail-Adresse', ['E-Mail']],
    ['', []],
  ])('keeps the short names of "%s" whole and says the same', async (text, names) => {
    expect(await wholeIn(text)).toEqual(names);
  });

  it.each([
    ['E-17 am <mark>Telefon</mark>-<mark>Anschluss</mark>', ['E-17']],
    ['Fehler <mark>E</mark>-17 beim <mark>Faxen</mark>', ['E-17']],
    ['<mark>Wi-Fi-6</mark> oder <mark>VDSL</mark>', ['Wi-Fi-6']],
    ['<mark>Neue E-17</mark>', ['E-17']],
  ])('marks in "%s" what is marked, and keeps its names whole', async (html, names) => {
    const pieces = html.split(/<\/?mark>/);
    let length = 0;
    const ranges = pieces.map((piece) => ({ start: length, end: (length += piece.length) }));
    const { container } = await renderPart(
      <h1>
        <TitleText text={pieces.join('')} marked={ranges.filter((_, index) => index % 2 === 1)} />
      </h1>,
    );
    const title = container.querySelector('h1')!;
    const isMarked = [...title.querySelectorAll('mark')].map(({ textContent }) => textContent).join('');
    expect(title.textContent).toBe(pieces.join(''));
    expect(isMarked).toBe(pieces.filter((_, index) => index % 2 === 1).join(''));
    expect([...title.querySelectorAll('span')].map((whole) => whole.textContent)).toEqual(names);
  });
});
