import { describe, expect, it } from '@jest/globals';
import { rendered, renderedMarkdown } from '../testing/rendered.js';
import { createHtmlToMarkdown } from './html-to-markdown.js';

const convert = createHtmlToMarkdown({ site: 'iot.example' });

describe('createHtmlToMarkdown', () => {
  it.each([
    [
      'a code block with its language',
      '<pre class="lang-js prettyprint-override"><code>if (a &lt; b) {\n  f();\n}\n</code></pre>',
      '```js\nif (a < b) {\n  f();\n}\n```',
    ],
    [
      'a code block whose language stands inside',
      '<pre><code class="language-c++">x</code></pre>',
      '```c++\nx\n```',
    ],
    ['a code block that holds a fence', '<pre><code>```\nx\n```</code></pre>', '````\n```\nx\n```\n````'],
    ['code with ticks', '<p><code>a`b</code> <code>`</code></p>', '``a`b`` `` ` ``'],
    ['keys', '<p>Press <kbd>Ctrl</kbd>+<kbd>C</kbd></p>', 'Press `Ctrl`+`C`'],
    ['strike-through', '<p><s>a</s> <del>b</del> <strike>c</strike></p>', '~~a~~ ~~b~~ ~~c~~'],
    [
      'raised and lowered signs',
      '<p>10<sup>-3</sup> H<sub>2</sub>O x<sup>k</sup> <sup>small print here</sup></p>',
      '10⁻³ H₂O x^k small print here',
    ],
    ['a quotation', '<blockquote><p>a</p><p>b</p></blockquote>', '> a\n>\n> b'],
    ['a spoiler', '<blockquote class="spoiler"><p>a</p></blockquote>', '> **Spoiler**\n>\n> a'],
    ['lists in lists', '<ol start="3"><li>a<ul><li>b</li></ul></li><li>c</li></ol>', '3. a\n   - b\n4. c'],
    [
      'a nested list that does not begin with one',
      '<ul><li>a<ol start="2"><li>b</li></ol></li></ul>',
      '- a\n\n  2. b',
    ],
    ['items that are paragraphs', '<ul><li><p>a</p></li><li><p>b</p></li></ul>', '- a\n\n- b'],
    [
      'a table',
      '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1|2</td><td>x<br>y</td></tr></tbody></table>',
      '| a | b |\n| --- | --- |\n| 1\\|2 | x y |',
    ],
    [
      'a table without a head',
      '<table><tr><td>1</td><td>2</td></tr></table>',
      '|  |  |\n| --- | --- |\n| 1 | 2 |',
    ],
    [
      'a table that Markdown cannot draw',
      '<table><tr><td><ul><li>a</li></ul></td><td>b</td></tr></table>',
      '- a\n\nb',
    ],
    [
      'a picture',
      '<p><img src="//i.example/a.png" alt="A [b]" title="c"></p>',
      '![A \\[b\\]](https://i.example/a.png "c")',
    ],
    [
      'a linked picture',
      '<a href="https://i.example/b.png"><img src="https://i.example/a.png" alt="a"></a>',
      '[![a](https://i.example/a.png)](https://i.example/b.png)',
    ],
    [
      'a bare address',
      '<p><a href="https://a.example/x_y_z">https://a.example/x_y_z</a></p>',
      '<https://a.example/x_y_z>',
    ],
    [
      'an address with brackets and blanks',
      '<a href="https://a.example/b_(c) d">x</a>',
      '[x](https://a.example/b_%28c%29%20d)',
    ],
    [
      'an address of the old site',
      '<a href="/questions/12/slug">x</a>',
      '[x](https://iot.example/questions/12/slug)',
    ],
    ['a term and its definition', '<dl><dt>a</dt><dd>b</dd></dl>', '**a**\n\nb'],
    ['line breaks and rules', '<p>a<br>b</p><hr><p>c</p>', 'a  \nb\n\n---\n\nc'],
    ['lines of the source that are no breaks', '<p>a\nb</p>', 'a b'],
  ])('writes %s', (_what, html, markdown) => {
    expect(convert(html)).toBe(markdown);
  });

  it.each([
    'script:<script>alert(1)</script>.',
    '<a href="javascript:alert(1)">x</a>',
    '<a href="JAVASCRIPT&#58;alert(1)">x</a>',
    '<a href="data:text/html,x">x</a>',
    '<img src="javascript:alert(1)" alt="x">',
    '<a href="https://a.example/&quot;onclick=&quot;alert(1)">x</a>',
    '<p>[x](javascript:alert(1))</p>',
    '<iframe src="https://a.example"></iframe>.',
  ])('writes nothing that runs: %s', (html) => {
    const { targets } = renderedMarkdown(convert(html));
    expect(targets.filter((target) => !/^https:\/\//.test(target))).toEqual([]);
    expect(convert(html)).not.toMatch(/<script|<iframe/);
  });

  it.each([
    '&lt;b&gt; &amp;lt; &amp;#60; &amp;copy; AT&amp;T',
    '&lt;http://a.example&gt; &lt;a@b.example&gt;',
    '*a* _b_ `c` ~~d~~ [e](f) ![g](h) snake_case_name 2*3*4',
    '# no heading',
    '- no list',
    '1. no list',
    '1) no list',
    '&gt; no quotation',
    '| no | table |',
    '--- no rule',
    'back\\slash \\* star',
  ])('shows plain text as it was: %s', (text) => {
    const html = `<p>${text}</p>`;
    expect(renderedMarkdown(convert(html)).words).toBe(rendered(html).words);
  });
});
