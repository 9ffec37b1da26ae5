import { createRequire } from 'node:module';
import { loadSharp } from '@kundig/files/server';
import { INK } from '../colours/palette.js';
import type { Colour } from '../colours/contrast.js';
import { drawableText, isRightToLeft, lettersOf } from './drawable-text.js';

/** What messengers and networks ask of a picture, in pixels. */
export const SHARE_PICTURE_WIDTH = 1200;
export const SHARE_PICTURE_HEIGHT = 630;

/** What stands on a picture. */
export interface ShareDrawing {
  /** Of the community. */
  readonly name: string;
  readonly brand: Colour;
  readonly accent: Colour;
  /** A square PNG on white; null without a logo. */
  readonly logo: Buffer | null;
  /** Null for the picture of the community itself. */
  readonly page: {
    readonly title: string;
    readonly place: string | null;
    readonly state: string | null;
  } | null;
}

/** From a package, so that a picture is the same on every host, also where no font is installed. */
const FONT_FILE = createRequire(import.meta.url).resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf');
const FONT = 'DejaVu Sans Bold';
const WHITE = '#ffffff';
const MARGIN = 80;
const INNER_WIDTH = SHARE_PICTURE_WIDTH - 2 * MARGIN;
const BAR = 16;
/** Room above and below a line of text that its letters may take, as a share of their size. */
const LINE = 1.5;

interface Drawn {
  readonly pixels: Buffer;
  readonly width: number;
  readonly height: number;
}

/** A box in the picture with a text in it: as large as it can be, cut where even the smallest does not fit. */
interface TextBox {
  readonly text: string;
  readonly colour: Colour;
  /** Heights of the letters to try, the largest first. */
  readonly sizes: readonly number[];
  readonly width: number;
  readonly height: number;
}

type Layer = Drawn & { readonly left: number; readonly top: number };

/** @returns a PNG of 1200 × 630. Texts are drawn as texts alone: nothing in them can name a file or an address. */
export async function drawSharePicture(drawing: ShareDrawing): Promise<Buffer> {
  const { brand, accent, page } = drawing;
  const title = drawableText(page?.title ?? '');
  const layers =
    page && title ? await pageLayers(drawing, { ...page, title }) : await communityLayers(drawing);
  const bar = await plane(SHARE_PICTURE_WIDTH, BAR, accent);
  const sharp = await loadSharp();
  return sharp({
    create: { width: SHARE_PICTURE_WIDTH, height: SHARE_PICTURE_HEIGHT, channels: 3, background: brand },
  })
    .composite(
      [...layers, { ...bar, left: 0, top: SHARE_PICTURE_HEIGHT - BAR }].map(
        ({ pixels, width, height, left, top }) => ({
          input: pixels,
          raw: { width, height, channels: 4 as const },
          left,
          top,
        }),
      ),
    )
    .png({ compressionLevel: 9 })
    .toBuffer();
}

async function communityLayers({ name, logo }: ShareDrawing): Promise<Layer[]> {
  const side = 200;
  const layers = await logoLayer(logo, side, (SHARE_PICTURE_HEIGHT - side) / 2);
  const left = MARGIN + (layers.length > 0 ? side + 60 : 0);
  const width = SHARE_PICTURE_WIDTH - MARGIN - left;
  const drawn = await textIn({ text: name, colour: WHITE, sizes: [88, 72, 56], width, height: 300 });
  return drawn
    ? [...layers, { ...drawn, left, top: Math.round((SHARE_PICTURE_HEIGHT - drawn.height) / 2) }]
    : layers;
}

async function pageLayers(
  { name, logo, accent }: ShareDrawing,
  { title, place, state }: NonNullable<ShareDrawing['page']>,
): Promise<Layer[]> {
  const [side, headTop, titleTop, footMiddle] = [88, 64, 196, 546];
  const layers = await logoLayer(logo, side, headTop);
  const nameLeft = MARGIN + (layers.length > 0 ? side + 28 : 0);
  const head = await line(name, 38, WHITE, SHARE_PICTURE_WIDTH - MARGIN - nameLeft);
  if (head) layers.push({ ...head, left: nameLeft, top: centred(headTop + side / 2, head) });

  const text = await textIn({
    text: title,
    colour: WHITE,
    sizes: [72, 60, 50],
    width: INNER_WIDTH,
    height: 290,
  });
  const titleLeft = isRightToLeft(title) ? SHARE_PICTURE_WIDTH - MARGIN - text!.width : MARGIN;
  layers.push({ ...text!, left: titleLeft, top: titleTop });

  let left = MARGIN;
  const said = state === null ? null : await line(state, 30, INK, INNER_WIDTH / 2);
  if (said) {
    const [aside, above] = [24, 16];
    const ground = await plane(said.width + 2 * aside, said.height + 2 * above, accent);
    layers.push({ ...ground, left, top: centred(footMiddle, ground) });
    layers.push({ ...said, left: left + aside, top: centred(footMiddle, said) });
    left += ground.width + 32;
  }
  const where = place === null ? null : await line(place, 32, WHITE, SHARE_PICTURE_WIDTH - MARGIN - left);
  if (where) layers.push({ ...where, left, top: centred(footMiddle, where) });
  return layers;
}

const centred = (middle: number, { height }: Drawn): number => Math.round(middle - height / 2);

async function logoLayer(logo: Buffer | null, side: number, top: number): Promise<Layer[]> {
  if (!logo) return [];
  const sharp = await loadSharp();
  const pixels = await sharp(logo).resize(side, side).ensureAlpha().raw().toBuffer();
  return [{ pixels, width: side, height: side, left: MARGIN, top: Math.round(top) }];
}

async function plane(width: number, height: number, background: Colour): Promise<Drawn> {
  const sharp = await loadSharp();
  const pixels = await sharp({ create: { width, height, channels: 4, background } })
    .raw()
    .toBuffer();
  return { pixels, width, height };
}

const line = (text: string, size: number, colour: Colour, width: number): Promise<Drawn | null> =>
  textIn({ text: drawableText(text), colour, sizes: [size], width: Math.floor(width), height: size * LINE });

/** @returns null for a text of which nothing can be drawn */
async function textIn({ text, colour, sizes, width, height }: TextBox): Promise<Drawn | null> {
  const whole = drawableText(text);
  if (!whole) return null;
  for (const size of sizes) {
    const drawn = await drawText(whole, size, colour, width);
    if (drawn.width <= width && drawn.height <= height) return drawn;
  }
  const letters = lettersOf(whole);
  const smallest = sizes.at(-1)!;
  let [fits, best, tooMany] = [0, null as Drawn | null, letters.length];
  while (tooMany - fits > 1) {
    const count = Math.floor((fits + tooMany) / 2);
    const cut = `${letters.slice(0, count).join('').trimEnd()}…`;
    const drawn = await drawText(cut, smallest, colour, width);
    if (drawn.width <= width && drawn.height <= height) [fits, best] = [count, drawn];
    else tooMany = count;
  }
  return best;
}

async function drawText(text: string, size: number, colour: Colour, width: number): Promise<Drawn> {
  const sharp = await loadSharp();
  const { data, info } = await sharp({
    text: {
      text: `<span foreground="${colour}">${asMarkup(text)}</span>`,
      font: `${FONT} ${size}`,
      fontfile: FONT_FILE,
      width,
      rgba: true,
      dpi: 72, // one point is one pixel then
      wrap: 'word-char',
    },
  })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { pixels: data, width: info.width, height: info.height };
}

/** The letters that mean something to Pango, written out (https://docs.gtk.org/Pango/pango_markup.html). */
const asMarkup = (text: string): string =>
  text.replace(/[&<>"']/g, (letter) => `&#${letter.codePointAt(0)!};`);
