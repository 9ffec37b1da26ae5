import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MARKDOWN_MAX_LENGTH, RENDER_VERSION, renderMarkdown } from './render-markdown.js';
import { sanitizePost } from './sanitize-post.js';

const ownOrigin = 'https://community.example.com';
const html = (source: string): string => renderMarkdown(source, { ownOrigin }).html.trim();

describe('renderMarkdown', () => {
  it('names the version of the pipeline', () => {
    expect(renderMarkdown('').version).toBe(RENDER_VERSION);
  });

  it('begins headings below the headings of the page', () => {
    expect(html('# A\n\n## B\n\n###### C')).toBe('<h3>A</h3>\n<h4>B</h4>\n<h6>C</h6>');
  });

  it('keeps the lines as they were typed', () => {
    expect(html('Hallo,\ndanke!')).toBe('<p>Hallo,<br />\ndanke!</p>');
  });

  it('shows raw HTML as text', () => {
    expect(html('<b onclick="x()">fett</b>')).toBe('<p>&lt;b onclick="x()"&gt;fett&lt;/b&gt;</p>');
  });

  it('composes letters and accents, and drops what turns the reading direction around', () => {
    expect(html('Mu\u0308ller \u202Eexe.fdp\u202C \uD800')).toBe('<p>Müller exe.fdp \uFFFD</p>');
  });

  it('refuses what is longer than the bound, and nothing shorter', () => {
    expect(() => renderMarkdown('a'.repeat(MARKDOWN_MAX_LENGTH))).not.toThrow();
    expect(() => renderMarkdown('a'.repeat(MARKDOWN_MAX_LENGTH + 1))).toThrow(RangeError);
  });
});

describe('links', () => {
  it.each([
    ['[x](/t/frage/abc)', '<a href="/t/frage/abc">x</a>'],
    ['[x](https://community.example.com/t/1)', '<a href="https://community.example.com/t/1">x</a>'],
    ['[x](https://other.example/a)', '<a href="https://other.example/a" rel="ugc nofollow noopener">x</a>'],
    ['[x](//other.example/a)', '<a href="//other.example/a" rel="ugc nofollow noopener">x</a>'],
    [
      '[x](http://community.example.com/)',
      '<a href="http://community.example.com/" rel="ugc nofollow noopener">x</a>',
    ],
    ['<tel:+492281234>', '<a href="tel:+492281234">tel:+492281234</a>'],
    ['<hilfe@example.com>', '<a href="mailto:hilfe@example.com">hilfe@example.com</a>'],
  ])('%s', (source, expected) => {
    expect(html(source)).toBe(`<p>${expected}</p>`);
  });

  it.each([
    '[x](javascript:alert(1))',
    '[x](data:text/html,hi)',
    '[x](ftp://example.com/)',
    `[x](/${'a'.repeat(2_000)})`,
  ])('leaves %.40s as text', (source) => {
    expect(html(source)).toBe(`<p>${source}</p>`);
  });

  it('follows no user name inside an address', () => {
    expect(html('[x](https://bank.example@evil.example/)')).not.toContain('href="https://bank.example@');
  });

  it('recognises addresses with a scheme, but no file names and no mail addresses in commands', () => {
    expect(html('https://a.example')).toContain('<a href="https://a.example"');
    expect(html('setup.sh, readme.md, root@server.de')).not.toContain('<a');
  });
});

describe('images', () => {
  it('shows uploads of this community only, by path and late', () => {
    const image = '<img src="/files/a.png" alt="Plan" loading="lazy" decoding="async" />';
    expect(html('![Plan](/files/a.png)')).toBe(`<p>${image}</p>`);
    expect(html('![Plan](https://community.example.com/files/a.png)')).toBe(`<p>${image}</p>`);
  });

  // prettier-ignore
  it.each([
    ['![Plan](https://other.example/p.png)', '<a href="https://other.example/p.png" rel="ugc nofollow noopener">Plan</a>'],
    ['![](https://other.example/p.png)', '<a href="https://other.example/p.png" rel="ugc nofollow noopener">https://other.example/p.png</a>'],
    ['![x](/files/../sign-out)', '<a href="/files/../sign-out">x</a>'],
    ['![x](/files/%2e%2e/sign-out)', '<a href="/files/%2e%2e/sign-out">x</a>'],
    ['[![Plan](https://other.example/p.png)](/t/1)', '<a href="/t/1">Plan</a>'],
    ['![[Plan](/a)](//other.example/p.png "T")', '<a href="//other.example/p.png" title="T" rel="ugc nofollow noopener">Plan</a>'],
  ])('makes a link of %s', (source, expected) => {
    expect(html(source)).toBe(`<p>${expected}</p>`);
  });

  it('takes foreign images out of finished HTML too', () => {
    expect(sanitizePost('<p>a<img src="https://other.example/p.png" alt="x">b</p>', ownOrigin)).toBe(
      '<p>ab</p>',
    );
  });
});

describe('code', () => {
  it('is coloured by classes where its language is named and known', () => {
    expect(html('```js\nconst a = 1;\n```')).toContain(
      '<pre tabindex="0"><code class="language-js"><span class="hljs-keyword">const</span>',
    );
    expect(html('```klingon\nconst a = 1;\n```')).toBe('<pre tabindex="0"><code>const a = 1;\n</code></pre>');
    expect(html('    a < b')).toBe('<pre tabindex="0"><code>a &lt; b\n</code></pre>');
  });

  it('is shown plain where colouring would take long', () => {
    expect(html(`\`\`\`js\n${'const a;'.repeat(30)}\n\`\`\``)).not.toContain('<span');
    const block = `\`\`\`js\n${'const a = 1;\n'.repeat(500)}\`\`\`\n\n`;
    expect(
      html(block + block)
        .split('language-js')
        .map((part) => part.includes('<span')),
    ).toEqual([false, true, false]);
  });
});

describe('lists and tables', () => {
  it('shows tasks as characters that nobody can tick', () => {
    expect(html('- [ ] offen\n- [x] fertig\n- [y] nichts')).toBe(
      '<ul>\n<li class="task">☐ offen</li>\n<li class="task">☑ fertig</li>\n<li>[y] nichts</li>\n</ul>',
    );
  });

  it('puts tables into a named box that scrolls, and aligns by class', () => {
    const table = html('| Name | Preis |\n|------|------:|\n| A    |     1 |');
    expect(table).toContain(
      '<div class="table-scroll" tabindex="0" role="group" aria-label="Name, Preis">\n<table>',
    );
    expect(table).toContain('<td class="align-right">1</td>');
    expect(table).not.toContain('style');
  });
});

describe('any source', () => {
  const fragments = [
    '#',
    '>',
    '- ',
    '[ ] ',
    '[',
    '](',
    ')',
    '!',
    '*',
    '_',
    '`',
    '```js\n',
    '|',
    '|-|',
    '\n',
    '\n\n',
    ' ',
    '<',
    '>',
    '"',
    '&',
    '&#x0;',
    '\\',
    'https://a.de/',
    '//',
    ':',
    'ä',
    '\0',
    '\u2028',
    '😀',
    '<script>',
    'javascript:',
    'a',
  ];
  // prettier-ignore
  const sources = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.array(fc.constantFrom(...fragments), { maxLength: 80 }).map((parts) => parts.join('')),
  );

  it('renders without an error to what the sanitiser leaves unchanged', () => {
    fc.assert(
      fc.property(sources, (source) => {
        const rendered = renderMarkdown(source, { ownOrigin }).html;
        expect(sanitizePost(rendered, ownOrigin)).toBe(rendered);
      }),
      { numRuns: 1_000 },
    );
  });
});
