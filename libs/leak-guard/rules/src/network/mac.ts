import type { Match, Rule } from '../rule.js';

const MAC =
  /(?<![\p{L}\p{N}:.-])(?:[0-9a-f]{2}(?::[0-9a-f]{2}){5}|[0-9a-f]{2}(?:-[0-9a-f]{2}){5}|[0-9a-f]{4}(?:\.[0-9a-f]{4}){2})(?![\p{L}\p{N}:-])/gu;
/** Broadcast, nothing at all, and the block for documentation (RFC 9542, 2.1.2). */
const SILENT = /^(?:f{12}|0{12}|00005e0053..)$/;

/** Hardware addresses of network devices, in the three usual spellings (IEEE 802). */
export const macRule: Rule = {
  *find({ folded }): Iterable<Match> {
    for (const { index, 0: all } of folded.matchAll(MAC)) {
      const value = all.replace(/[:.-]/g, '');
      if (!SILENT.test(value)) yield { kind: 'mac', start: index, end: index + all.length, value };
    }
  },
};
