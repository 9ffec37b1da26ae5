import { identifierAt } from '../announced/identifier.js';
import type { Match, Rule } from '../rule.js';

const ANNOUNCED =
  /(?<![\p{L}\p{N}])(?:serien-?(?:nummer|nr\.?)|geräte-?(?:nummer|nr\.?|id)|seriennr\.?|s\/n|sn|serial(?: ?(?:number|no\.?))?|imei|iccid|imsi|eid|sim-?karten-?nummer)(?![\p{L}\p{N}])[ :=#.]{0,3}(?:(?:ist|lautet|is)[ :]{1,2})?/gu;

/** Serial numbers of devices and SIM cards, behind the word that announces them. */
export const serialNumberRule: Rule = {
  *find(reading): Iterable<Match> {
    for (const { index, 0: all } of reading.folded.matchAll(ANNOUNCED)) {
      const found = identifierAt(reading.text, index + all.length);
      if (found && found.digits >= 4 && found.end - found.start >= 6)
        yield { kind: 'serial-number', start: found.start, end: found.end };
    }
  },
};
