import { clsx } from 'clsx';
import styles from './Avatar.module.css';

const GRID = 5;
const HUES = 8;

/**
 * A small mirrored pattern that grows out of a random seed: it tells people apart in a list and says nothing about
 * them. Drawn in the page, so no address is ever asked for it.
 */
export function Avatar({
  seed,
  size = 40,
  className,
}: {
  seed: string;
  size?: 24 | 40 | 72;
  className?: string;
}) {
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
