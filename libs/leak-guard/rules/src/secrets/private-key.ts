import type { Match, Rule } from '../rule.js';

/** Header of a private key (RFC 7468, section 10; RFC 9580, 6.2); dashes are read as they are written. */
const HEADER = /-----BEGIN (?:[A-Z0-9]{2,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----/g;
const FOOTER = '-----END ';
const LINE_END = /-----(?=\s|$)/g;
/** PuTTY's own file format. */
const PUTTY = /PuTTY-User-Key-File-[0-9]/g;
/** Longest key that is taken whole; RSA of 16,384 bits has 12,500 characters. */
const LONGEST = 16_000;

/** Private keys, from the header to the footer, or to the end of the paragraph where the footer was left out. */
export const privateKeyRule: Rule = {
  *find({ text }): Iterable<Match> {
    let done = 0;
    for (const header of [HEADER, PUTTY])
      for (const { index, 0: all } of text.matchAll(header)) {
        if (index < done) continue;
        const from = index + all.length;
        const footer = text.slice(from, from + LONGEST).indexOf(FOOTER);
        const paragraph = text.slice(from, from + LONGEST).indexOf('\n\n');
        LINE_END.lastIndex = from + Math.max(footer, 0) + FOOTER.length;
        const closed = footer >= 0 ? LINE_END.exec(text.slice(0, from + footer + 80)) : null;
        if (closed) done = closed.index + closed[0].length;
        else done = paragraph >= 0 ? from + paragraph : Math.min(text.length, from + LONGEST);
        yield { kind: 'secret', start: index, end: done };
      }
  },
};
