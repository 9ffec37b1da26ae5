import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { contrastOf, mix, TEXT_CONTRAST, type Colour } from './contrast.js';
import {
  contrastOfAccent,
  contrastOfBrand,
  DARK_GROUNDS,
  INK,
  legibleAccent,
  legibleBrand,
  LIGHT_GROUNDS,
  palettesOf,
} from './palette.js';

const BRANDS: Colour[] = [
  '#6d2160',
  '#ffcc00',
  '#0066cc',
  '#e60000',
  '#000000',
  '#ffffff',
  '#00a878',
  '#7f7f7f',
];

describe('contrast', () => {
  // Values anybody can look up: the extremes, and the grey that just passes on white.
  it.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    ['#767676', '#ffffff', 4.54],
    ['#ff0000', '#ffffff', 4.0],
  ] as [Colour, Colour, number][])('of %s and %s is %d', (one, other, ratio) => {
    expect(contrastOf(one, other)).toBeCloseTo(ratio, 1);
    expect(contrastOf(other, one)).toBe(contrastOf(one, other));
  });
});

describe('the palettes of a brand', () => {
  it.each(BRANDS)('%s can be read wherever it stands, in both schemes', (wish) => {
    const accent = '#f0b429';
    const { light, dark } = palettesOf(legibleBrand(wish), accent);
    for (const [palette, grounds] of [
      [light, { ...LIGHT_GROUNDS, callout: mix(accent, '#ffffff', 0.9) }],
      [dark, { ...DARK_GROUNDS, callout: mix(accent, DARK_GROUNDS.surface, 0.9) }],
    ] as const)
      for (const ground of [...Object.values(grounds), palette.brandSoft])
        for (const text of [palette.link, palette.brand])
          expect({ text, ground, contrast: contrastOf(text, ground) >= TEXT_CONTRAST }).toEqual({
            ...{ text, ground },
            contrast: true,
          });
    for (const { brand, brandStrong, onBrand } of [light, dark])
      for (const ground of [brand, brandStrong])
        expect(contrastOf(onBrand, ground)).toBeGreaterThanOrEqual(TEXT_CONTRAST);
  });

  it('keep what can be read already, and change the rest no further than needed', () => {
    expect(legibleBrand('#6d2160')).toBe('#6d2160');
    const corrected = legibleBrand('#ffcc00');
    expect(contrastOfBrand(corrected)).toBeGreaterThanOrEqual(TEXT_CONTRAST);
    expect(contrastOfBrand(corrected)).toBeLessThan(TEXT_CONTRAST + 0.5);
    expect(contrastOfAccent(legibleAccent('#333333'))).toBeGreaterThanOrEqual(TEXT_CONTRAST);
  });
});

describe('the grounds', () => {
  const tokens = readFileSync(
    resolve(import.meta.dirname, '../../../../web-kit/src/styles/tokens.css'),
    'utf8',
  );
  const values = (name: string) =>
    new RegExp(`--${name}: light-dark\\((#[0-9a-f]+), (#[0-9a-f]+)\\);`)
      .exec(tokens)
      ?.slice(1)
      .map((colour) => colour.replace(/^#fff$/, '#ffffff'));

  it('are those of the style sheet', () => {
    for (const name of ['surface', 'paper', 'sunken'] as const)
      expect(values(name)).toEqual([LIGHT_GROUNDS[name], DARK_GROUNDS[name]]);
    for (const name of ['solved-soft', 'open-soft', 'danger-soft'] as const)
      expect(values(name)?.[1]).toBe(DARK_GROUNDS[name]);
    expect(values('ink')?.[0]).toBe(INK);
  });
});
