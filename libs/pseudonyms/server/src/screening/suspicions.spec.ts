import { describe, expect, it } from '@jest/globals';
import { renderedOnce, RequestContext } from '@kundig/platform/server';
import { suspicionsIn } from './suspicions.js';

const links = (count: number, host = 'shop.example') =>
  Array.from({ length: count }, (_, index) => `[Angebot](https://${host}/${index})`).join(' ');
const OWN = 'https://forum.example';
const render = (text: string) => renderedOnce(RequestContext.system(), text, OWN);
const inText = (text: string) => suspicionsIn(render, [text], OWN);

describe('what is suspicious about a text', () => {
  it.each([
    ['three links', links(3), []],
    ['four links', links(4), ['many-links']],
    ['one link four times', 'https://shop.example/a '.repeat(4), []],
    ['links to this community', links(9, 'forum.example'), []],
    ['a shortener', 'Siehe https://bit.ly/3xYz', ['shortener']],
    ['a shortener without scheme', 'Siehe www.tinyurl.com/abc', ['shortener']],
    ['the name of a shortener inside another', 'https://orbit.ly.example/', []],
    ['both', `${links(4)} https://t.co/x`, ['many-links', 'shortener']],
    ['a shortener behind percent signs', '[Angebot](https://b%69t.ly/a)', ['shortener']],
    ['a shortener behind entities', '[Angebot](https&#58;//bit&period;ly/a)', ['shortener']],
    ['a shortener in the text behind entities', 'Siehe https&colon;//bit&period;ly/a', ['shortener']],
    ['a shortener behind backslashes', '[Angebot](https\\://bit\\.ly/a), https://t\\.co/x', ['shortener']],
    ['a shortener without its scheme', '[Angebot](//bit.ly/a)', ['shortener']],
    ['a shortener with the dot of the root', 'https://bit.ly./a', ['shortener']],
    ['a shortener by reference', '[Angebot][1]\n\n[1]: https://bit.ly/a', ['shortener']],
    [
      'four links by reference',
      `${[1, 2, 3, 4].map((n) => `[Angebot][${n}]`).join(' ')}\n\n${[1, 2, 3, 4].map((n) => `[${n}]: https&#x3A;//shop.example/${n}`).join('\n')}`,
      ['many-links'],
    ],
    ['links to pages and people here', '[A](/a) [B](/b) [C](/c) [D](/d) [E](mailto:a@b.example)', []],
    ['no address at all', 'http:// www. https://', []],
  ])('%s', (_, text, expected) => {
    expect(inText(text)).toEqual(expected);
  });

  it('is what an edit adds, not what stands there', () => {
    const changed = (text: string, before: string) => suspicionsIn(render, [text], OWN, [before]);
    expect(changed(`${links(5)} Nachtrag.`, links(5))).toEqual([]);
    expect(changed(links(4), links(3))).toEqual(['many-links']);
    expect(changed('https://bit.ly/a, geändert', 'https://bit.ly/a')).toEqual([]);
    expect(changed('https://bit.ly/b', 'https://bit.ly/a')).toEqual(['shortener']);
  });
});
