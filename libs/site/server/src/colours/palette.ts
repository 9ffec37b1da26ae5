import { contrastOf, mix, TEXT_CONTRAST, type Colour } from './contrast.js';

/** The colours of one scheme that follow from the operator's two; the names are those of the style sheet's variables. */
export interface Palette {
  readonly brand: Colour;
  readonly brandStrong: Colour;
  readonly brandSoft: Colour;
  readonly onBrand: Colour;
  readonly link: Colour;
  readonly spark: Colour;
}

/** Both schemes. */
export interface Palettes {
  readonly light: Palette;
  readonly dark: Palette;
}

const WHITE = '#ffffff';
const BLACK = '#000000';

/** Grounds on which text in the brand colour stands, as `tokens.css` of the web kit has them; a test compares. */
export const LIGHT_GROUNDS = { surface: WHITE, paper: '#f7f4f0', sunken: '#f1ece6' } as const;
export const DARK_GROUNDS = {
  surface: '#1e1a23',
  paper: '#141118',
  sunken: '#29242f',
  // Callouts; in the light scheme they are lighter than what is sunken.
  'solved-soft': '#16301f',
  'open-soft': '#32260f',
  'danger-soft': '#3d1d1a',
} as const;
/** Text on the accent colour, in both schemes. */
export const INK: Colour = '#221b26';

const SOFT_LIGHT = 0.91;
const SOFT_DARK = 0.82;
/** How much of the surface is in the ground of a callout in the accent colour. */
const CALLOUT = 0.9;
const STRONG = 0.25;
/** So fine that nobody sees the step. */
const STEP = 0.02;

const softLight = (brand: Colour): Colour => mix(brand, WHITE, SOFT_LIGHT);
const softDark = (brand: Colour): Colour => mix(brand, DARK_GROUNDS.surface, SOFT_DARK);
const calloutDark = (accent: Colour): Colour => mix(accent, DARK_GROUNDS.surface, CALLOUT);

/** @returns the lowest contrast the brand colour has as text or under white text */
export function contrastOfBrand(brand: Colour): number {
  return lowest(brand, [...Object.values(LIGHT_GROUNDS), softLight(brand)]);
}

/** @returns the contrast of dark text on the accent colour */
export const contrastOfAccent = (accent: Colour): number => contrastOf(accent, INK);

/** @returns the colour itself where its contrast is enough, else the next darker one with which it is */
export const legibleBrand = (brand: Colour): Colour =>
  towards(BLACK, brand, (colour) => contrastOfBrand(colour) >= TEXT_CONTRAST);

/** @returns the colour itself where dark text can be read on it, else the next lighter one */
export const legibleAccent = (accent: Colour): Colour =>
  towards(WHITE, accent, (colour) => contrastOfAccent(colour) >= TEXT_CONTRAST);

/**
 * Both schemes from two colours. In the dark scheme the brand colour becomes as light as it must.
 * @param brand  legible, see `contrastOfBrand`
 * @param accent legible, see `contrastOfAccent`
 */
export function palettesOf(brand: Colour, accent: Colour): Palettes {
  const grounds = [...Object.values(DARK_GROUNDS), softDark(brand), calloutDark(accent)];
  const light = towards(WHITE, brand, (colour) => lowest(colour, grounds) >= TEXT_CONTRAST);
  return {
    light: {
      brand,
      brandStrong: mix(brand, BLACK, STRONG),
      brandSoft: softLight(brand),
      onBrand: WHITE,
      link: brand,
      spark: accent,
    },
    dark: {
      brand: light,
      brandStrong: mix(light, WHITE, STRONG),
      brandSoft: softDark(brand),
      onBrand: towards(BLACK, mix(brand, BLACK, 0.5), (colour) => contrastOf(colour, light) >= TEXT_CONTRAST),
      link: light,
      spark: accent,
    },
  };
}

const lowest = (colour: Colour, grounds: readonly Colour[]): number =>
  Math.min(...grounds.map((ground) => contrastOf(colour, ground)));

/** The first colour on the way to another that is good enough; the other one where none is. */
function towards(end: Colour, from: Colour, isEnough: (colour: Colour) => boolean): Colour {
  for (let share = 0; share < 1; share += STEP) {
    const colour = mix(from, end, share);
    if (isEnough(colour)) return colour;
  }
  return end;
}
