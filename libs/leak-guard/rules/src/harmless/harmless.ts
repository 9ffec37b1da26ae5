import { addressesOf } from '../network/ip.js';
import type { Reading } from '../reading/reading.js';
import { HARMLESS_PATTERNS } from './patterns.js';

/** Which places of a reading belong to things that look like numbers of persons and are none. */
export class Harmless {
  private readonly places: Uint8Array;

  /** Use {@link harmlessIn}. */
  constructor(reading: Reading) {
    this.places = new Uint8Array(reading.text.length);
    for (const pattern of HARMLESS_PATTERNS)
      for (const { index, 0: all, groups } of reading.folded.matchAll(pattern)) {
        const start = groups?.code === undefined ? index : index + all.length - groups.code.length;
        this.places.fill(1, start, index + all.length);
      }
    for (const { start, end } of addressesOf(reading)) this.places.fill(1, start, end);
  }

  /** Whether a place belongs to something harmless. */
  at(place: number): boolean {
    return this.places[place] === 1;
  }

  /** Whether at least half of a stretch is harmless. */
  covers(start: number, end: number): boolean {
    let count = 0;
    for (let place = start; place < end; place += 1) count += this.places[place]!;
    return count * 2 >= end - start;
  }
}

const known = new WeakMap<Reading, Harmless>();

/** What is harmless in a reading; found once for all rules. */
export function harmlessIn(reading: Reading): Harmless {
  let harmless = known.get(reading);
  if (!harmless) known.set(reading, (harmless = new Harmless(reading)));
  return harmless;
}
