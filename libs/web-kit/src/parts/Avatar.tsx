import { clsx } from 'clsx';
import styles from './Avatar.module.css';

const GRID = 5;

interface AvatarProps {
  seed: string;
  /** Path of a picture of the person's own choice, in place of the pattern. */
  picture?: string | null;
  /** Of a real name, in place of the pattern, where there is no picture. */
  initials?: string;
  size?: 24 | 40 | 72;
  className?: string;
}

/**
 * Who somebody is to the eye: the picture they chose, the initials of staff, or a small mirrored pattern that grows out of a
 * random seed, which tells people apart in a list and says nothing about them.
 */
export function Avatar({ seed, picture, initials, size = 40, className }: AvatarProps) {
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
  const hash = hashOf(seed);
  const bit = (place: number) => (hash >>> place) & 1;
  const hue = bit(15) * 4 + bit(16) * 2 + bit(17); // one of eight
  const look = clsx(styles.avatar, styles[`hue${hue}`], className);
  if (initials)
    return (
      <span
        className={clsx(look, styles.initials)}
        data-initials={initials}
        data-size={size}
        aria-hidden="true"
      />
    );
  const cells = [];
  for (let x = 0; x < Math.ceil(GRID / 2); x++) {
    for (let y = 0; y < GRID; y++) {
      if (!bit(x * GRID + y)) continue;
      cells.push(`M${x} ${y}h1v1h-1z`);
      if (x < Math.floor(GRID / 2)) cells.push(`M${GRID - 1 - x} ${y}h1v1h-1z`);
    }
  }
  return (
    <svg className={look} viewBox="-1 -1 7 7" width={size} height={size} aria-hidden="true">
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

/** Somebody whose face is to be shown, as `Author` and `Member` of the schema have it. */
export interface Face {
  readonly kind: string;
  readonly pictureSeed: string;
  readonly picture?: string | null;
}

/**
 * @param name as it stands beside the picture
 * @returns what `Avatar` needs: staff without a photo bear the initials of their real name, everybody else the pattern
 */
export const faceOf = ({ kind, pictureSeed, picture }: Face, name: string) => ({
  seed: pictureSeed,
  picture: smallPicture(picture),
  initials: kind === 'STAFF' ? initialsOf(name) : undefined,
});

/** @returns the first letters of the first and the last word of a name */
export function initialsOf(name: string): string {
  const letters = name.split(/\s+/).flatMap((word) => /\p{L}/u.exec(word)?.[0].toLocaleUpperCase() ?? []);
  return [letters[0], letters.length > 1 ? letters.at(-1) : ''].join('');
}

/** 32 bits of FNV-1a, stirred once more (murmur3's finaliser), so that neighbouring seeds look different. */
function hashOf(seed: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < seed.length; index++)
    hash = Math.imul(hash ^ seed.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
