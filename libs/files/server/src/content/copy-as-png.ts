import { loadSharp } from './picture-library.js';

/** How large a copy is, in pixels. */
export interface CopyShape {
  readonly width: number;
  readonly height: number;
  /** Filled up to that size; otherwise it is the most, and smaller pictures stay as they are. */
  readonly fill: boolean;
}

/** @param bytes a picture of ours @returns it as PNG on white, whole, for readers that know no WebP */
export async function copyAsPng(bytes: Buffer, { width, height, fill }: CopyShape): Promise<Buffer> {
  const sharp = await loadSharp();
  return sharp(bytes)
    .resize({
      width,
      height,
      fit: fill ? 'contain' : 'inside',
      background: '#fff',
      withoutEnlargement: !fill,
    })
    .flatten({ background: '#fff' })
    .png({ compressionLevel: 9 })
    .toBuffer();
}
