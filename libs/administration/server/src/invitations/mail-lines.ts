import { InvalidInput } from '@kundig/platform/server';
import { z } from 'zod';
import { ADMINISTRATION_LIMITS as LIMITS } from '../administration.limits.js';

const mail = z.string().max(254).pipe(z.email());

/**
 * Mail addresses as they are pasted: one a line, or several on a line between commas, semicolons or blanks; in angle
 * brackets where a name stands before, as mail programs copy them; in a row of a table, whose other cells are names and
 * the like. Nothing is passed over that could be an address: what is neither one nor a name beside one is refused.
 * @returns each address once, whatever its case
 * @throws InvalidInput (field `mails`) naming the first line that holds something else, or that they are too many
 */
export function mailsIn(text: string): string[] {
  const found = new Map<string, string>();
  text.split('\n').forEach((line, index) => {
    for (const word of wordsOf(line)) {
      if (!mail.safeParse(word).success)
        throw new InvalidInput('mails', 'administration:error.mailLine', {
          line: index + 1,
          text: word.slice(0, 80),
        });
      if (!found.has(word.toLowerCase())) found.set(word.toLowerCase(), word);
    }
  });
  if (found.size === 0) throw new InvalidInput('mails', 'platform:invalid.required');
  if (found.size > LIMITS.invitationsMax)
    throw new InvalidInput('mails', 'administration:error.tooManyMails', { count: LIMITS.invitationsMax });
  return [...found.values()];
}

/** What has to be an address in a line; of a row of a table the cells with an at sign, or all where none has one. */
function wordsOf(line: string): string[] {
  const cells = line.split('\t').filter((cell) => cell.trim() !== '');
  const withAddress = cells.length > 1 ? cells.filter((cell) => cell.includes('@')) : [];
  return (withAddress.length > 0 ? withAddress : cells).flatMap(wordsOfCell);
}

/** A name in quotation marks may hold separators, so it goes before they are looked at. */
function wordsOfCell(cell: string): string[] {
  return cell
    .replace(/"[^"]*"(?=\s*<)/g, ' ')
    .split(';')
    .flatMap(wordsOfPart);
}

/**
 * Between two semicolons: addresses in angle brackets, each after a name that may hold a comma ("Hopper, Grace <…>"),
 * and bare ones before and after. An at sign tells a bare address from a name.
 */
function wordsOfPart(part: string): string[] {
  const pieces = part.split(/<([^<>]*)>/);
  const last = pieces.length - 1;
  return pieces.flatMap((piece, index) => {
    if (index % 2 === 1) return [piece.trim()];
    const words = piece.split(/[\s,"]+/).filter(Boolean);
    return index === last ? words : words.filter((word) => word.includes('@'));
  });
}
