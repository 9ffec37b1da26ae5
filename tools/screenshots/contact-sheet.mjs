import sharp from 'sharp';

/** Pixels of the finished picture. */
const WIDTH = 1280;
const GAP = 8;
const GROUND = '#8a8590';
/** Small enough for a repository, and every word can still be read. */
const WEBP = { quality: 55, effort: 4 };

/**
 * Lays the views of one page on one picture: the wide ones two in a row, below them the narrow ones four in a row.
 * @param {{ wide: readonly Buffer[], narrow: readonly Buffer[] }} views four of each, those of one kind of one size
 * @param {string} file to write, as WebP
 */
export async function writeContactSheet({ wide, narrow }, file) {
  const rows = [wide.slice(0, 2), wide.slice(2), narrow];
  const pieces = [];
  let top = 0;
  for (const row of rows) {
    const width = Math.floor((WIDTH - (row.length - 1) * GAP) / row.length);
    const scaled = await Promise.all(
      row.map((view) => sharp(view).resize({ width }).toBuffer({ resolveWithObject: true })),
    );
    scaled.forEach(({ data }, place) => pieces.push({ input: data, left: place * (width + GAP), top }));
    top += Math.max(...scaled.map(({ info }) => info.height)) + GAP;
  }
  await sharp({ create: { width: WIDTH, height: top - GAP, channels: 3, background: GROUND } })
    .composite(pieces)
    .webp(WEBP)
    .toFile(file);
}
