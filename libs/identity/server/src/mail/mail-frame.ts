import type { SchemeColours, SiteColours } from '@kundig/platform/server';
import { markup, Markup } from './markup.js';

/** What the logo is called inside a mail, which brings it along: nothing is loaded from anywhere. */
export const LOGO_CID = 'logo@kundig';

/** Height of the logo in a mail, in pixels. */
const LOGO_HEIGHT = 40;

/** Whose mail it is, at the moment it goes out. */
export interface MailSender {
  readonly site: string;
  readonly colours: SiteColours;
  /** Whether the mail brings the logo along; without it the name stands above the letter. */
  readonly bringsLogo: boolean;
}

/** Colours that are no operator's, as `tokens.css` of the web kit has them; a test compares. */
export const NEUTRALS = {
  light: { paper: '#f7f4f0', surface: '#ffffff', ink: '#221b26', 'ink-soft': '#5c5263', line: '#e4ddd5' },
  dark: { paper: '#141118', surface: '#1e1a23', ink: '#eee9f1', 'ink-soft': '#b8adc0', line: '#37303f' },
} as const;

/**
 * Puts the frame of all mails around a letter: name or logo, colours, a sheet on paper, as the pages have it. Done while
 * sending, so that stored mails hold nothing but what they say. Programs that know no style sheets show the plain letter.
 * @param letter document that `LetterWriter` wrote
 */
export function framed(letter: string, { site, colours, bringsLogo }: MailSender): string {
  const sender = bringsLogo
    ? markup`<img src="cid:${LOGO_CID}" alt="${site}" height="${LOGO_HEIGHT}">`
    : markup`${site}`;
  const head = markup`<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<style>${new Markup(stylesheetOf(colours))}</style>
`;
  const above = markup`
<table role="presentation" class="paper" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center">
<table role="presentation" class="sheet" width="100%" cellpadding="0" cellspacing="0">
<tr><td class="${bringsLogo ? 'sender logo' : 'sender'}">${sender}</td></tr>
<tr><td class="letter">`;
  const below = markup`</td></tr>
</table>
</td></tr></table>
`;
  return letter
    .replace('</head>', () => `${head.text}</head>`)
    .replace('<body>', () => `<body>${above.text}`)
    .replace('</body>', () => `${below.text}</body>`);
}

/** The dark scheme repeats colours alone; mail programs that do not ask for it get the light one. */
const stylesheetOf = ({ light, dark }: SiteColours): string => `
:root { color-scheme: light dark; }
body { margin: 0; font: 16px/1.5 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif; }
.paper { padding: 24px 12px; }
.sheet { max-width: 600px; text-align: left; border-radius: 12px; overflow: hidden; }
.sender { padding: 16px 24px; font-size: 18px; font-weight: 600; }
.sender img { display: block; max-width: 240px; }
.letter { padding: 8px 24px 24px; overflow-wrap: anywhere; }
h1 { margin: 16px 0; font-size: 20px; line-height: 1.3; }
p, ul { margin: 16px 0; }
ul { padding-left: 20px; }
li { margin: 8px 0; }
.action a { display: inline-block; padding: 11px 20px; border-radius: 8px; font-weight: 600; text-decoration: none; }
hr { margin: 24px 0 16px; border: 0; }
.ways { margin: 0; font-size: 14px; line-height: 1.9; }
${coloursIn(NEUTRALS.light, light)}
.logo { background: #fff; }
@media (prefers-color-scheme: dark) {
${coloursIn(NEUTRALS.dark, dark)}
.logo { background: #fff; }
}`;

const coloursIn = (
  neutral: (typeof NEUTRALS)['light' | 'dark'],
  { brand, onBrand, link }: SchemeColours,
): string => `
body, .paper { background: ${neutral.paper}; color: ${neutral.ink}; }
.sheet { background: ${neutral.surface}; }
.sender { background: ${brand}; color: ${onBrand}; }
.letter { color: ${neutral.ink}; }
a { color: ${link}; }
.action a { background: ${brand}; color: ${onBrand}; }
hr { border-top: 1px solid ${neutral.line}; }
.ways { color: ${neutral['ink-soft']}; }`;
