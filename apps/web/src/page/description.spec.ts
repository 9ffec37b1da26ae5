import { describe, expect, it } from '@jest/globals';
import { descriptionOf } from './description.js';

describe('the description of a page', () => {
  it('is the text without its markup', () => {
    expect(
      descriptionOf('<p>Im <em>Router</em>, nicht &amp; nie in der Anlage&#33;</p><pre><code>x</code></pre>'),
    ).toBe('Im Router, nicht & nie in der Anlage!');
  });

  it('ends after a word and says that it goes on', () => {
    const text = descriptionOf(`<p>${'Rufumleitung einrichten, '.repeat(20)}</p>`)!;
    expect(text).toMatch(/(?:Rufumleitung|einrichten) …$/);
    expect(text.length).toBeLessThanOrEqual(162);
    expect(descriptionOf(`<p>${'x'.repeat(400)}</p>`)!.length).toBeLessThanOrEqual(162);
  });

  it('is not there without a text', () => {
    expect(descriptionOf('<p> <img src="/files/x" alt=""></p>')).toBeUndefined();
  });
});
