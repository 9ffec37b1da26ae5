import { Decision, InvalidInput } from '@kundig/platform/server';

/** Letters and digits of any script, inside also dot, hyphen and underscore; no spaces, which look like nothing. */
const FORM = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]{1,28}[\p{L}\p{M}\p{N}]$/u;

/** Beginnings that would pass for the operator or for somebody anonymous. */
const RESERVED = /^(admin|moderator|support|system|team|staff|redaktion|kundig|anonym|gel[oö]scht|deleted)/iu;

/** @returns the nickname in the one form that is stored and compared: full-width letters and ligatures unfolded */
export const normaliseNickname = (nickname: string): string => nickname.normalize('NFKC').trim();

/** @param nickname already normalised */
export function judgeNickname(nickname: string): Decision {
  if (!FORM.test(nickname) || mixesScripts(nickname)) return refuse('nicknameForm');
  if (RESERVED.test(nickname)) return refuse('nicknameReserved');
  return Decision.allow;
}

/** Cyrillic or Greek letters among Latin ones are there to be mistaken for somebody else. */
function mixesScripts(nickname: string): boolean {
  const scripts = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u];
  return scripts.filter((script) => script.test(nickname)).length > 1;
}

const refuse = (reason: string): Decision =>
  Decision.deny(() => new InvalidInput('nickname', `pseudonyms:error.${reason}`));
