/** An area of a picture, in hundredths of its width and height. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A point in hundredths of the picture. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where an area stands that nobody has placed yet. */
export const NEW_AREA: Area = { left: 25, top: 40, width: 50, height: 20 };

/** Smaller areas are a slip of the hand. */
const SMALLEST = 1;

const within = (value: number, most: number) => Math.min(Math.max(Math.round(value), 0), most);

/** @returns the area between two corners; null where it is too small to be meant */
export function areaBetween(one: Point, other: Point): Area | null {
  const [left, right] = [Math.min(one.x, other.x), Math.max(one.x, other.x)].map((x) => within(x, 100));
  const [top, bottom] = [Math.min(one.y, other.y), Math.max(one.y, other.y)].map((y) => within(y, 100));
  const area = { left: left!, top: top!, width: right! - left!, height: bottom! - top! };
  return area.width < SMALLEST || area.height < SMALLEST ? null : area;
}

/** @returns the area with one measure changed, still inside the picture */
export function withMeasure(area: Area, measure: keyof Area, value: number): Area {
  const changed = { ...area, [measure]: within(value, 100) };
  return {
    ...changed,
    width: within(changed.width, 100 - changed.left),
    height: within(changed.height, 100 - changed.top),
  };
}

/** Most pixels on a side that are drawn; phones refuse larger drawings. */
const LONGEST_SIDE = 4_000;

/** Draws a picture with black areas, in its own size as far as browsers allow. */
export function drawBlackedOut(
  canvas: HTMLCanvasElement,
  picture: ImageBitmap,
  areas: readonly Area[],
): void {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  const pen = canvas.getContext('2d');
  if (!pen) return;
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  pen.fillStyle = '#000';
  for (const { left, top, width, height } of areas) {
    // Rounded outwards: no line of pixels at the edge stays readable.
    const [x, y] = [Math.floor((left / 100) * canvas.width), Math.floor((top / 100) * canvas.height)];
    const [right, bottom] = [
      Math.ceil(((left + width) / 100) * canvas.width),
      Math.ceil(((top + height) / 100) * canvas.height),
    ];
    pen.fillRect(x, y, right - x, bottom - y);
  }
}

/** @returns what the canvas shows as a file of its own; the picture it was drawn from is not in it */
export const drawnFile = (canvas: HTMLCanvasElement, type: string): Promise<Blob | null> =>
  new Promise((resolve) => canvas.toBlob(resolve, type === 'image/jpeg' ? type : 'image/png', 0.92));
