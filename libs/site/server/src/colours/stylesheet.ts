import { createHash } from 'node:crypto';
import type { Palette, Palettes } from './palette.js';

/** A style sheet and the address that is new whenever its text is. */
export interface Stylesheet {
  readonly css: string;
  /** Of this text alone; part of the address. */
  readonly version: string;
}

const declarations = ({ brand, brandStrong, brandSoft, onBrand, link, spark }: Palette): string =>
  `--brand:${brand};--brand-strong:${brandStrong};--brand-soft:${brandSoft};--on-brand:${onBrand};--link:${link};--spark:${spark}`;

/** The operator's colours in the words of the style sheet of all pages, which it follows. */
export function stylesheetOf({ light, dark }: Palettes): Stylesheet {
  const css =
    `:root{${declarations(light)}}\n` +
    `@media (prefers-color-scheme:dark){:root:not([data-theme='light']){${declarations(dark)}}}\n` +
    `:root[data-theme='dark']{${declarations(dark)}}\n`;
  return { css, version: createHash('sha256').update(css).digest('base64url').slice(0, 12) };
}
