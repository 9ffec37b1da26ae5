import { crc32, deflateSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { FILE_LIMITS } from '../files.limits.js';
import { encodePicture } from './encode-picture.js';

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#a51' } });

const CANARY = 'KANARIE-91c2';

/** An 8 x 8 PNG whose header claims other measures. */
async function lyingPng(width: number, height: number): Promise<Buffer> {
  const bytes = await plain(8, 8).png().toBuffer();
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

/** A grey PNG of the measures with any packed lines; every checksum is right. */
function pngOf(width: number, height: number, packed: Buffer): Buffer {
  const chunk = (type: string, content: Buffer) => {
    const named = Buffer.concat([Buffer.from(type), content]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(content.length);
    sum.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.writeUInt8(8, 8); // bits; all other bytes stay 0: grey, not interlaced
  const chunks = [chunk('IHDR', header), chunk('IDAT', packed), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...chunks]);
}

describe('encodePicture', () => {
  it('keeps several widths of a large one, as WebP', async () => {
    const { width, height, versions } = await encodePicture(await plain(3200, 1800).jpeg().toBuffer());
    expect([width, height]).toEqual([1600, 900]);
    expect(versions.map((version) => version.width)).toEqual([480, 960, 1600]);
    for (const version of versions) {
      const metadata = await sharp(version.bytes).metadata();
      expect([metadata.format, metadata.width]).toEqual(['webp', version.width]);
    }
  });

  it('leaves a small one as small as it is', async () => {
    const { versions } = await encodePicture(await plain(300, 200).png().toBuffer());
    expect(versions.map(({ width }) => width)).toEqual([300]);
  });

  it('keeps nothing of place, device and names, nor what was hidden behind the picture', async () => {
    const photo = await plain(700, 500)
      .withExif({
        IFD0: { Artist: CANARY, Model: CANARY },
        IFD3: { GPSLatitude: '52/1 1/1 0/1', GPSLatitudeRef: 'N' },
      })
      .jpeg()
      .toBuffer();
    expect(photo.includes(CANARY)).toBe(true);
    const { versions } = await encodePicture(
      Buffer.concat([photo, Buffer.from(`<script>${CANARY}</script>`)]),
    );
    for (const { bytes } of versions) {
      const { exif, xmp, iptc, icc } = await sharp(bytes).metadata();
      expect([exif, xmp, iptc, icc]).toEqual([undefined, undefined, undefined, undefined]);
      expect(bytes.includes(CANARY)).toBe(false);
    }
  });

  it('puts a photo upright before it forgets how the camera was held', async () => {
    const lying = await plain(600, 400).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect(await encodePicture(lying)).toMatchObject({ width: 400, height: 600 });
  });

  it('shows the first image of an animation', async () => {
    const frames = await Promise.all(
      ['#f00', '#00f'].map((background) =>
        sharp({ create: { width: 20, height: 20, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    );
    const animation = await sharp(frames, { join: { animated: true } })
      .gif({ delay: [100, 100] })
      .toBuffer();
    const { versions } = await encodePicture(animation);
    expect((await sharp(versions[0]!.bytes).metadata()).pages ?? 1).toBe(1);
    const { dominant } = await sharp(versions[0]!.bytes).stats();
    expect(dominant.r).toBeGreaterThan(200);
  });

  it.each([
    [100_000, 100_000],
    [65_535, 800],
    [1, 60_000_000],
  ])('refuses %i x %i pixels by the header alone', async (width, height) => {
    await expect(encodePicture(await lyingPng(width, height))).rejects.toMatchObject({
      messageKey: 'files:error.pixels',
    });
  });

  it('is not drowned by a file that unpacks to far more than its header promises', async () => {
    const bomb = pngOf(40, 40, deflateSync(Buffer.alloc(64 * 1024 * 1024)));
    expect(bomb.length).toBeLessThan(100_000);
    const result = await encodePicture(bomb).catch(({ messageKey }: { messageKey: string }) => messageKey);
    if (typeof result === 'string') expect(result).toBe('files:error.unreadable');
    else expect(result).toMatchObject({ width: 40, height: 40 });
  });

  it('opens a few at a time and sends away what would pile up', async () => {
    const photo = await plain(300, 200).jpeg().toBuffer();
    const room = FILE_LIMITS.picturesAtOnce + FILE_LIMITS.picturesWaiting;
    const tries = await Promise.allSettled(Array.from({ length: room + 3 }, () => encodePicture(photo)));
    expect(tries.map(({ status }) => status)).toEqual([
      ...Array.from({ length: room }, () => 'fulfilled'),
      ...Array.from({ length: 3 }, () => 'rejected'),
    ]);
    expect(await encodePicture(photo)).toMatchObject({ width: 300 });
  });

  it('refuses a damaged one', async () => {
    const whole = await plain(400, 400).png().toBuffer();
    for (const bytes of [whole.subarray(0, whole.length / 2), Buffer.from('GIF89a nothing more')])
      await expect(encodePicture(bytes)).rejects.toMatchObject({ messageKey: 'files:error.unreadable' });
  });

  it('opens nothing but the four kinds, whoever calls it with what', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>');
    const tiff = Buffer.from('49492a0008000000000000000000', 'hex');
    for (const bytes of [svg, tiff])
      await expect(encodePicture(bytes)).rejects.toMatchObject({ messageKey: 'files:error.unreadable' });
  });
});
