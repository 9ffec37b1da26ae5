import { describe, expect, it } from '@jest/globals';
import { renderPart } from '@kundig/web-kit/testing';
import { MarkedTitle } from './MarkedTitle.js';

const shown = async (html: string) => {
  const { container } = await renderPart(
    <h2>
      <MarkedTitle html={html} />
    </h2>,
  );
  return container.querySelector('h2')!;
};

describe('the title of a hit', () => {
  it('shows what was escaped as it was written, and marks in it what was found', async () => {
    const title = await shown('Tom &amp; <mark>&quot;Jerry&quot;</mark> &lt;b&gt; &#39;x&#39; &amp;lt;');
    expect(title.textContent).toBe(`Tom & "Jerry" <b> 'x' &lt;`);
    expect([...title.querySelectorAll('mark')].map(({ textContent }) => textContent)).toEqual(['"Jerry"']);
  });

  it('keeps a short name whole though part of it was found', async () => {
    const title = await shown('Fehler E-<mark>17</mark> beim <mark>Fax</mark>');
    expect([...title.querySelectorAll('span')].map(({ innerHTML }) => innerHTML)).toEqual([
      'E-<mark>17</mark>',
    ]);
    expect(title.querySelectorAll('mark')).toHaveLength(2);
  });
});
