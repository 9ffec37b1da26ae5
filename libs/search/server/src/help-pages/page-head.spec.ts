import { expect, it } from '@jest/globals';
import { readHead } from './page-head.js';

it('reads title, description and language of a page', () => {
  const html = `<!doctype html><html lang="de-AT"><head><title>Router &amp; Fax &lt;neu&gt; &auml;ndern</title>
    <meta name="Description" content="Zuerst den &quot;Stecker&quot;."><meta property="og:description" content="anders">
    </head><body><svg><title>Bild</title></svg><p>Text</p></body></html>`;
  expect(readHead(html)).toEqual({
    ...{
      title: 'Router & Fax <neu> ändern',
      description: 'Zuerst den "Stecker".',
      lang: 'de',
      isFindable: true,
    },
  });
});

it('takes what a page is shared with where it describes itself nowhere else, and no language that is not ours', () => {
  const html = `<html lang="fr"><title>Aide</title><meta property="og:description" content="Allô">`;
  expect(readHead(html)).toMatchObject({ title: 'Aide', description: 'Allô', lang: null });
});

it.each(['noindex, follow', 'NONE'])('sees that a page does not want to be found: %s', (content) => {
  expect(readHead(`<title>A</title><meta name="robots" content="${content}">`).isFindable).toBe(false);
});

it.each(['', '<title>', '<title></title>', '\0\0', '<'.repeat(50_000)])('finds nothing in %#', (html) => {
  expect(readHead(html)).toMatchObject({ title: '', description: '' });
});
