/** Widths in which pictures are kept for small screens, beside their own, in pixels. */
const SMALLER_WIDTHS = [480, 960];

/** The column of a text is this wide at most; on narrower screens it is the screen. */
const SIZES = '(min-width: 48rem) 45rem, 100vw';

const PICTURE = /^\/files\/[2-9a-zA]{24}-([1-9]\d{0,3})x([1-9]\d{0,3})$/;

/** @returns the widths in which a picture is kept, smallest first; `width` itself is the last */
export const widthsOf = (width: number): number[] => [
  ...SMALLER_WIDTHS.filter((smaller) => smaller < width),
  width,
];

/**
 * What an `img` needs so that nothing shifts when the picture comes, and no screen loads more than it shows.
 * @param path of a picture, which tells its size: `/files/<id>-1600x900`
 * @returns attributes `width`, `height` and, where there are smaller versions, `srcset` and `sizes`; none for other paths
 */
export function pictureAttributes(path: string): Record<string, string> {
  const [, width, height] = PICTURE.exec(path) ?? [];
  if (width === undefined || height === undefined) return {};
  const widths = widthsOf(Number(width));
  const smaller = widths.slice(0, -1).map((version) => `${path}/${version} ${version}w`);
  return smaller.length === 0
    ? { width, height }
    : { width, height, srcset: [...smaller, `${path} ${width}w`].join(', '), sizes: SIZES };
}
