import { InvalidInput } from '@kundig/platform/server';
import { z } from 'zod';
import { ADMINISTRATION_LIMITS as LIMITS } from '../administration.limits.js';

const mail = z.string().max(254).pipe(z.email());

/**
 * Mail addresses as they are pasted: one a line, or several on a line between commas, semicolons or blanks; in angle
 * brackets where a name stands before, as mail programs copy them.
 * @returns each address once, whatever its case
 * @throws InvalidInput (field `mails`) naming the first line that holds no address, or that they are too many
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

/** Where a line has addresses in angle brackets, those alone; else everything between separators. */
function wordsOf(line: string): string[] {
  const bracketed = [...line.matchAll(/<([^<>]*)>/g)].map(([, inside]) => inside!.trim());
  return bracketed.length > 0 ? bracketed : line.split(/[\s,;]+/).filter(Boolean);
}
