import type { Reading } from '../reading/reading.js';
import type { Match, Rule } from '../rule.js';
import { belongsTo, isDocumentationName } from './domains.js';

/** Signs that mail servers give out; others would be legal, but rather belong to the text around an address. */
const LOCAL = /[\p{L}\p{N}.+_'-]/u;
const EDGE_OF_LOCAL = /^[.'-]+/;
/** Longest local part (RFC 5321, 4.5.3.1.1). */
const LONGEST_LOCAL = 64;
/** Labels of letters, digits and inner hyphens, of which the last has no digits (RFC 1035, 2.3.1; RFC 5890 for other scripts). */
const DOMAIN =
  /(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,8}(?:xn--[a-z0-9-]{2,59}|\p{L}{2,24})(?![\p{L}\p{N}])/uy;
/** Ways in which the sign in the middle is written against collectors of addresses. */
const SPELLED_AT =
  /@| @ (?=[\p{L}\p{N}])| ?[([{] ?(?:at|ät) ?[)\]}] ?| (?:at|ät) (?=[\p{L}\p{N}-]{1,40}(?: ?[([{] ?(?:dot|punkt) ?[)\]}]| (?:dot|punkt) [a-z]{2,6}(?!\p{L})))/gu;
const SPELLED_DOT = / ?[([{] ?(?:dot|punkt) ?[)\]}] ?| (?:dot|punkt) (?=\p{L})|\.(?=[\p{L}\p{N}])/uy;
const MOST_LABELS = 8;
const LETTERS = /^\p{L}{2,24}$/u;
/** Endings of units of systemd, which are written like addresses. */
const UNIT = /\.(?:service|timer|socket|target|mount|slice|scope|path|automount|swap|device)$/;
/** A telephone number before the sign of a SIP address (RFC 3261, 19.1.1): the rule of such numbers has it. */
const DIALLED = /(?<!\p{L})sips?:(?:\+[0-9]{7,15}|0[0-9]{8,16})$/u;
/** How far before the sign that begins. */
const LONGEST_DIALLED = 32;
const LABEL = /[\p{L}\p{N}-]{1,63}/uy;

function startOfLocal({ text }: Reading, at: number): number {
  let start = at;
  while (start > 0 && at - start < LONGEST_LOCAL && LOCAL.test(text[start - 1]!)) start -= 1;
  return start + (EDGE_OF_LOCAL.exec(text.slice(start, at))?.[0].length ?? 0);
}

/** End of a domain whose dots may be spelled out; -1 where there is none. */
function endOfDomain({ folded }: Reading, start: number): number {
  DOMAIN.lastIndex = start;
  const plain = DOMAIN.exec(folded);
  if (plain) return start + plain[0].length;
  let [end, labels] = [start, 0];
  for (;;) {
    LABEL.lastIndex = end;
    const label = LABEL.exec(folded);
    if (!label) return -1;
    end += label[0].length;
    labels += 1;
    SPELLED_DOT.lastIndex = end;
    const dot = SPELLED_DOT.exec(folded);
    if (!dot || labels === MOST_LABELS) return labels > 1 && LETTERS.test(label[0]) ? end : -1;
    end += dot[0].length;
  }
}

const spelledOut = (text: string) =>
  text
    .toLowerCase()
    .replace(/ ?[([{]? ?\b(?:at|ät)\b ?[)\]}]? ?/, '@')
    .replace(' @ ', '@')
    .replace(/ ?[([{] ?(?:dot|punkt) ?[)\]}] ?| (?:dot|punkt) /g, '.');

/**
 * Mail and SIP addresses, also with *(at)* and *(dot)*, but for those of telephone numbers. Addresses at documentation domains and at the operator's own
 * stay silent.
 */
export const mailRule: Rule = {
  *find(reading, { operator }): Iterable<Match> {
    let done = 0;
    for (const { index, 0: sign } of reading.folded.matchAll(SPELLED_AT)) {
      if (index < done) continue;
      const start = Math.max(done, startOfLocal(reading, index));
      const end = endOfDomain(reading, index + sign.length);
      if (start >= index || end < 0) continue;
      if (DIALLED.test(reading.folded.slice(Math.max(0, index - LONGEST_DIALLED), index))) continue;
      const address = spelledOut(reading.text.slice(start, end));
      const domain = address.slice(address.lastIndexOf('@') + 1);
      done = end;
      if (UNIT.test(domain) || isDocumentationName(domain) || belongsTo(domain, operator.domains)) continue;
      yield { kind: 'mail', start, end, value: address };
    }
  },
};
