import { InvalidInput, widthsOf } from '@kundig/platform/server';
import { FILE_LIMITS } from '../files.limits.js';
import { loadSharp } from './picture-library.js';
import { Turns } from './turns.js';

/** A picture written anew: WebP in several widths, with nothing of the original but what can be seen. */
export interface EncodedPicture {
  readonly width: number;
  readonly height: number;
  /** Smallest first; the last one is as wide as the picture. */
  readonly versions: readonly { readonly width: number; readonly bytes: Buffer }[];
}

const QUALITY = { quality: 84, smartSubsample: true, effort: 3 } as const;

const PATIENCE = { seconds: FILE_LIMITS.encodingSeconds } as const;

/**
 * Decoders work on the few threads of the process that passwords and files need as well; however many pictures come, some
 * of those stay free.
 */
const turns = new Turns(FILE_LIMITS.picturesAtOnce, FILE_LIMITS.picturesWaiting);

/**
 * Opens a picture and writes it anew: upright, in sRGB, of animations the first image, without place, device, time, name
 * or any other bytes of the original.
 * @param bytes a JPEG, PNG, WebP or GIF
 * @throws InvalidInput when it cannot be opened, or has more pixels than `FILE_LIMITS.pixelsMax`
 * @throws TooManyRequests when too many wait to be opened
 */
export const encodePicture = (bytes: Buffer): Promise<EncodedPicture> => turns.take(() => encode(bytes));

async function encode(bytes: Buffer): Promise<EncodedPicture> {
  const sharp = await loadSharp();
  const input = { limitInputPixels: FILE_LIMITS.pixelsMax, sequentialRead: true, failOn: 'error' } as const;
  try {
    const { width: wide, height: high } = await sharp(bytes, {
      ...input,
      limitInputPixels: false,
    }).metadata();
    if (wide * high > FILE_LIMITS.pixelsMax) throw tooManyPixels();
    const { data, info } = await sharp(bytes, input)
      .autoOrient()
      .resize({
        width: FILE_LIMITS.widthMax,
        height: FILE_LIMITS.heightMax,
        fit: 'inside',
        withoutEnlargement: true,
      })
      .webp(QUALITY)
      .timeout(PATIENCE)
      .toBuffer({ resolveWithObject: true });
    const versions = [];
    for (const width of widthsOf(info.width)) {
      const isWhole = width === info.width;
      versions.push({
        width,
        bytes: isWhole
          ? data
          : await sharp(data).resize({ width }).webp(QUALITY).timeout(PATIENCE).toBuffer(),
      });
    }
    return { width: info.width, height: info.height, versions };
  } catch (error) {
    if (error instanceof InvalidInput) throw error;
    throw new InvalidInput('file', 'files:error.unreadable');
  }
}

const tooManyPixels = () =>
  new InvalidInput('file', 'files:error.pixels', { count: FILE_LIMITS.pixelsMax / 1_000_000 });
