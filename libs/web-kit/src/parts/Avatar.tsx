import { clsx } from 'clsx';
import styles from './Avatar.module.css';

const GRID = 5;
const HUES = 8;

/**
 * Who somebody is to the eye: the picture they chose, or a small mirrored pattern that grows out of a random seed, which
 * tells people apart in a list and says nothing about them.
 */
export function Avatar({
  seed,
  picture,
  size = 40,
  className,
}: {
  seed: string;
  /** Path of a picture of the person's own choice, in place of the pattern. */
  picture?: string | null;
  size?: 24 | 40 | 72;
  className?: string;
}) {
  if (picture)
    return (
      <img
        className={clsx(styles.avatar, styles.picture, className)}
        src={picture}
        alt=""
        width={size}
        height={size}
        loading="lazy"
        decoding="async"
      />
    );
  const bits = bitsOf(seed);
  const cells = [];
  for (let x = 0; x < Math.ceil(GRID / 2); x++) {
    for (let y = 0; y < GRID; y++) {
      if (!bits[x * GRID + y]) continue;
      cells.push(`M${x} ${y}h1v1h-1z`);
      if (x < Math.floor(GRID / 2)) cells.push(`M${GRID - 1 - x} ${y}h1v1h-1z`);
    }
  }
  const hue = bits.slice(15, 18).reduce((sum, bit) => sum * 2 + Number(bit), 0) % HUES;
  return (
    <svg
      className={clsx(styles.avatar, styles[`hue${hue}`], className)}
      viewBox="-1 -1 7 7"
      width={size}
      height={size}
      aria-hidden="true"
    >
      <path d={cells.join('')} />
    </svg>
  );
}

/** Widest picture that still has no smaller version of its own. */
const SMALLEST_VERSION = 480;

/** @returns the path of the smallest version of a picture, whose path tells its width: `/files/<id>-1600x900` */
export function smallPicture(path: string | null | undefined): string | null {
  const [, width] = /-(\d+)x\d+$/.exec(path ?? '') ?? [];
  return path && Number(width) > SMALLEST_VERSION ? `${path}/${SMALLEST_VERSION}` : (path ?? null);
}

/** 32 bits of FNV-1a, stirred once more (murmur3's finaliser), so that neighbouring seeds look different. */
function bitsOf(seed: string): boolean[] {
  let hash = 0x811c9dc5;
  for (let index = 0; index < seed.length; index++)
    hash = Math.imul(hash ^ seed.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  hash ^= hash >>> 16;
  return Array.from({ length: 32 }, (_, bit) => ((hash >>> bit) & 1) === 1);
}
