import { loadSharp } from '@kundig/files/server';
import { describe, expect, it } from '@jest/globals';
import { drawSharePicture, type ShareDrawing } from './draw-share-picture.js';

const BRAND = '#6d2160';
const ACCENT = '#f0b429';

const drawing = (page: ShareDrawing['page'], more: Partial<ShareDrawing> = {}): ShareDrawing => ({
  ...{ name: 'Testgemeinde', brand: BRAND, accent: ACCENT, logo: null, page },
  ...more,
});
const titled = (title: string) =>
  drawSharePicture(drawing({ title, place: 'Telefonie', state: 'Gelöst · 2 Antworten' }));
const community = () => drawSharePicture(drawing(null));

/** How many of the pixels in a strip are not of the ground. */
async function inked(png: Buffer, left: number, width: number): Promise<number> {
  const sharp = await loadSharp();
  const { data } = await sharp(png)
    .extract({ left, top: 0, width, height: 600 })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const ground = Buffer.from(BRAND.slice(1), 'hex');
  let count = 0;
  for (let at = 0; at < data.length; at += 3) if (!data.subarray(at, at + 3).equals(ground)) count += 1;
  return count;
}

describe('the picture of a page', () => {
  it.each([
    ['a plain title', 'Wie leite ich Anrufe um?'],
    [
      'a long word',
      'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(4),
    ],
    ['three hundred letters', 'Warum klingelt das Telefon im dritten Stock nicht? '.repeat(6)],
    ['what a program would read', '</span><span size="900000" font="/etc/passwd">&#0;&lt;&nbsp; %s ]]><!--'],
    ['pictograms', 'Läuft wieder 👍🏽 👩‍👩‍👧 🇩🇪'],
    ['a title from right to left', 'كيف يمكنني إعداد تحويل المكالمات؟'],
    ['accents in towers', `Z${'\u0335\u0315\u0322'.repeat(60)}algo ${'\u0301'.repeat(200)}`],
    ['controls', 'a\u0000b\u001b[31m\u202ec\ud800'],
  ])('is a PNG of one size, with nothing in its margins: %s', async (_, title) => {
    const png = await titled(title);
    const sharp = await loadSharp();
    expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
    expect([await inked(png, 0, 76), await inked(png, 1124, 76)]).toEqual([0, 0]);
    expect(await inked(png, 80, 1040)).toBeGreaterThan(3000);
  });

  it('shows each of its parts, and what cannot be drawn as the picture of the community', async () => {
    const whole = { title: 'Anrufe', place: 'Telefonie', state: 'Gelöst · 2 Antworten' };
    const sharp = await loadSharp();
    const logo = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#00ff00' } })
      .png()
      .toBuffer();
    const variants = await Promise.all(
      [
        drawing(whole),
        drawing({ ...whole, title: 'Anrufer' }),
        drawing({ ...whole, place: null }),
        drawing({ ...whole, state: null }),
        drawing(whole, { name: 'Andere' }),
        drawing(whole, { brand: '#0f4c81' }),
        drawing(whole, { accent: '#ffffff' }),
        drawing(whole, { logo }),
      ].map(drawSharePicture),
    );
    expect(new Set(variants.map((png) => png.toString('base64'))).size).toBe(variants.length);
    expect((await drawSharePicture(drawing(whole))).equals(variants[0]!)).toBe(true);
    expect((await titled('日本語 🎉')).equals(await community())).toBe(true);
  });
});
