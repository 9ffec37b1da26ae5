/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { plainTextOfMarkdown } from './plain-text.js';
import { renderMarkdown } from './render-markdown.js';
import { sanitizePost } from './sanitize-post.js';

interface ParsedElement {
  localName: string;
  attributes: Iterable<{ name: string; value: string }>;
}
/** The browser's parser, as far as it is used here: server code is compiled without the types of the DOM. */
declare const DOMParser: new () => {
  parseFromString(
    html: string,
    type: 'text/html',
  ): { body: { querySelectorAll(selector: '*'): Iterable<ParsedElement> } };
};

const ownOrigin = 'https://community.example.com';

const ELEMENTS = new Set(
  'a blockquote br code div em h3 h4 h5 h6 hr img li ol p pre s span strong table tbody td th thead tr ul'.split(
    ' ',
  ),
);
const ATTRIBUTES = new Set(
  'alt aria-label class decoding href loading rel role src start tabindex title'.split(' '),
);
const SAFE_PROTOCOLS = ['http:', 'https:', 'mailto:', 'tel:'];

/** What a browser would find in this HTML that may run, fetch or dress up something; empty when it is harmless. */
function dangersIn(html: string): string[] {
  const dangers: string[] = [];
  for (const { localName, attributes } of new DOMParser()
    .parseFromString(html, 'text/html')
    .body.querySelectorAll('*')) {
    if (!ELEMENTS.has(localName)) dangers.push(`<${localName}>`);
    for (const { name, value } of attributes) {
      if (!ATTRIBUTES.has(name)) dangers.push(`${localName} ${name}`);
      if (name === 'href' && !SAFE_PROTOCOLS.includes(new URL(value, ownOrigin).protocol))
        dangers.push(`href ${value}`);
      if (name === 'src' && !new URL(value, ownOrigin).href.startsWith(`${ownOrigin}/files/`))
        dangers.push(`src ${value}`);
    }
  }
  return dangers;
}

/** Written for this pipeline: what Markdown itself can be bent to, then HTML and address tricks. */
// prettier-ignore
const OWN_CORPUS = [
  '[a](javascript:alert(1))', '[a](JaVaScRiPt:alert(1))', '[a](javascript&colon;alert(1))', '[a](java&#10;script:alert(1))',
  '[a](&#106;avascript:alert(1))', '[a](&#x6A;&#x61;vascript:alert(1))', '[a](\u0001javascript:alert(1))', '[a]( javascript:alert(1))',
  '[a](<javascript:alert(1)>)', '[a](<java\tscript:alert(1)>)', '[a](vbscript:msgbox(1))', '[a](data:text/html;base64,PHNjcmlwdD4=)',
  '[a](data:image/svg+xml,<svg/onload=alert(1)>)', '[a](file:///etc/passwd)', '[a](blob:https://x/1)', '[a](view-source:https://x)',
  '[a](javascript%3Aalert(1))', '[a](\\javascript:alert(1))', '[a](//evil.example/x)', '[a](\\\\evil.example)', '[a](/\\evil.example)',
  '[a](https://x" onclick="alert(1))', "[a](https://x' onclick='alert(1))", '[a](https://x "t" onmouseover="alert(1)")', '[a](/x "\\" onclick=\\"alert(1)")',
  '[a]: javascript:alert(1)\n\n[a]', '[a]: <javascript:alert(1)> "t"\n\n[a][a]', '[a][b]\n\n[b]: /x "&quot; onclick=&quot;alert(1)"',
  '<javascript:alert(1)>', '<data:text/html,x>', '<JAVASCRIPT:alert(1)>', 'javascript://%0Aalert(1)', 'https://x/"onmouseover=alert(1)//',
  'https://x/<script>alert(1)</script>', 'mailto:a@b.de"onclick=alert(1)', '<mailto:a@b.de?subject=<script>>',
  '![a](https://evil.example/pixel.gif)', '![a](//evil.example/pixel.gif)', '![a](data:image/gif;base64,R0lGOD)', '![a](javascript:alert(1))',
  '![" onerror="alert(1)](/files/x)', '![a](/files/x" onerror="alert(1))', '![a](/files/x "t\\" onload=\\"alert(1)")', '![a](/files/../../evil)',
  '![a](/files/..%2f..%2fevil "x")', '![a](https://community.example.com.evil.example/files/x)', '![a](https://community.example.com@evil.example/files/x)',
  '![a](https:/\\evil.example/files/x)', '![a](/\\evil.example/files/x)', '[![a](javascript:1)](javascript:2)', '![![a](//evil.example/1)](//evil.example/2)',
  '<script>alert(1)</script>', '<scr<script>ipt>alert(1)</scr</script>ipt>', '<img src=x onerror=alert(1)>', '<svg><script>alert(1)</script></svg>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>', '<iframe srcdoc="<script>alert(1)</script>">', '<style>@import "//evil.example"</style>',
  '<a href="javascript:alert(1)">x</a>', '<base href="//evil.example/">', '<meta http-equiv=refresh content="0;url=//evil.example">', '<form action=//evil.example><input name=p>',
  '<!--><img src=x onerror=alert(1)>-->', '<![CDATA[<script>alert(1)</script>]]>', '<?xml version="1.0"?><script>alert(1)</script>', '</p><script>alert(1)</script>',
  '```"><script>alert(1)</script>\nx\n```', '```js" onclick="alert(1)\nx\n```', '```html\n<img src=x onerror=alert(1)>\n```', '~~~</code></pre><script>\nx\n~~~',
  '`<img src=x onerror=alert(1)>`', '    <script>alert(1)</script>', '# <img src=x onerror=alert(1)>', '> <script>alert(1)</script>', '- [x] <input onfocus=alert(1) autofocus>',
  '| <img src=x onerror=alert(1)> |\n|---|\n| x |', '| " onfocus="alert(1) |\n|---|\n| x |', '| a |\n|:-:" style="x|\n| b |', '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&amp;lt;script&amp;gt;', '%3Cscript%3Ealert(1)%3C/script%3E', '\0<script>\0alert(1)</script>', '<\u0000script>alert(1)</script>', '\u202E<script>alert(1)</script>',
];

const DATA_SETS = process.env['DATA_SETS'] ?? resolve(import.meta.dirname, '../../../../../../shared/data');
const PAYLOADS = resolve(DATA_SETS, 'attack-strings/xss-payloads-dev.txt.gz');
const PAIRS = resolve(DATA_SETS, 'attack-strings/dompurify-expect-dev.json');

describe('the watchman of these tests', () => {
  it.each([
    ['<p><script>x</script></p>', '<script>'],
    ['<p onclick="x">a</p>', 'p onclick'],
    ['<p style="x">a</p>', 'p style'],
    ['<a href=" java&#10;script:x">a</a>', 'href  java\nscript:x'],
    ['<img src="//evil.example/files/x">', 'src //evil.example/files/x'],
  ])('sees %s', (html, danger) => {
    expect(dangersIn(html)).toContain(danger);
  });
});

describe('hostile posts', () => {
  it.each(OWN_CORPUS)('%j does nothing', (source) => {
    expect(dangersIn(renderMarkdown(source, { ownOrigin }).html)).toEqual([]);
    expect(dangersIn(sanitizePost(source, ownOrigin))).toEqual([]);
  });

  it('keeps its text in the plain text, as text', () => {
    expect(plainTextOfMarkdown('<script>alert(1)</script>')).toBe('<script>alert(1)</script>');
  });
});

const present = existsSync(PAYLOADS);
if (!present) console.warn(`SKIPPED: the public attack strings are not at ${PAYLOADS} (set DATA_SETS).`);

(present ? describe : describe.skip)('public attack strings', () => {
  const payloads = present ? gunzipSync(readFileSync(PAYLOADS)).toString().split('\n').filter(Boolean) : [];
  const pairs = present ? (JSON.parse(readFileSync(PAIRS, 'utf8')) as { payload: string }[]) : [];
  const surviving = (render: (payload: string) => string): unknown[] =>
    [...payloads, ...pairs.map(({ payload }) => payload)]
      .map((payload) => ({ payload, dangers: dangersIn(render(payload)) }))
      .filter(({ dangers }) => dangers.length > 0);

  it('are all there', () => {
    expect(payloads).toHaveLength(3_283);
    expect(pairs).toHaveLength(112);
  });

  it.each<[string, (payload: string) => string]>([
    ['as a post', (payload) => renderMarkdown(payload, { ownOrigin }).html],
    ['as the address of a link', (payload) => renderMarkdown(`[a](${payload})`, { ownOrigin }).html],
    ['as the address of an image', (payload) => renderMarkdown(`![a](<${payload}>)`, { ownOrigin }).html],
    ['as the language of code', (payload) => renderMarkdown(`~~~ ${payload}\na\n~~~`, { ownOrigin }).html],
    ['as HTML before the sanitiser', (payload) => sanitizePost(payload, ownOrigin)],
  ])('do nothing %s', (_where, render) => {
    expect(surviving(render)).toEqual([]);
  });
});
