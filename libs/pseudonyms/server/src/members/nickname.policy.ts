import { Decision, InvalidInput } from '@kundig/platform/server';

/** Letters and digits of any script, inside also dot, hyphen and underscore; no spaces, which look like nothing. */
const FORM = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]{1,28}[\p{L}\p{M}\p{N}]$/u;

/** Letters and marks that are drawn as nothing, and marks that NFKC could not join with a letter that needs none. */
const UNSEEN =
  /\p{Default_Ignorable_Code_Point}|[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]\p{M}/u;

/** What programs that show mails would make a link of: nicknames stand in mails to people who never asked for one. */
const ADDRESS =
  /^www\.|\.(?:app|at|biz|ch|club|cn|com|de|dev|eu|info|io|me|net|online|org|ru|shop|site|top|xyz)$/i;

/** Writing systems one of which a nickname keeps to; those of East Asia, which are written together, count for none. */
const SCRIPTS = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /[^\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Common}\p{Script=Inherited}]/u,
];

/** Beginnings that would pass for the operator or for somebody anonymous. */
const RESERVED = [
  ...['admin', 'moderator', 'support', 'system', 'team', 'staff', 'redaktion', 'kundig'],
  ...['anonym', 'gelöscht', 'deleted'],
].map((word) => skeletonOf(word));

/** Words that pass for the operator wherever they stand: *IhrSupport*, *Muster-Moderatorin*. */
const RESERVED_ANYWHERE = ['administrator', 'moderator', 'support', 'redaktion'].map((word) =>
  skeletonOf(word),
);

/** @returns the nickname in the one form that is stored and compared: full-width letters and ligatures unfolded */
export const normaliseNickname = (nickname: string): string => nickname.normalize('NFKC').trim();

/**
 * @param nickname already normalised
 * @param siteName of the community, with which no member's name begins
 */
export function judgeNickname(nickname: string, siteName: string): Decision {
  if (!FORM.test(nickname) || UNSEEN.test(nickname) || mixesScripts(nickname)) return refuse('nicknameForm');
  if (ADDRESS.test(nickname)) return refuse('nicknameAddress');
  const skeleton = skeletonOf(nickname);
  const beginnings = [...RESERVED, skeletonOf(siteName)].filter(Boolean);
  if (beginnings.some((word) => skeleton.startsWith(word))) return refuse('nicknameReserved');
  if (RESERVED_ANYWHERE.some((word) => skeleton.includes(word))) return refuse('nicknameReserved');
  return Decision.allow;
}

/**
 * @param staffNames nicknames and real names of those who speak for the operator
 * @returns whether a nickname reads like one of them
 */
export const readsLikeStaff = (nickname: string, staffNames: readonly string[]): boolean =>
  staffNames.some((name) => skeletonOf(name) === skeletonOf(nickname));

/** @returns what is left of a name at a glance: no accents and separators, and one letter for those that look alike */
function skeletonOf(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\s._·-]/gu, '')
    .replace(/[1ıi|]/g, 'l')
    .replaceAll('0', 'o')
    .replaceAll('5', 's')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w');
}

/** Letters of another script among one's own are there to be mistaken for somebody else. */
const mixesScripts = (nickname: string): boolean =>
  SCRIPTS.filter((script) => script.test(nickname)).length > 1;

const refuse = (reason: string): Decision =>
  Decision.deny(() => new InvalidInput('nickname', `pseudonyms:error.${reason}`));
