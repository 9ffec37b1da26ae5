import { Decision, InvalidInput } from '@kundig/platform/server';
import { COMMON_PASSWORDS } from './common-passwords.js';

/** Bounds in characters as people count them, so that an emoji is one. */
export const PASSWORD_LENGTH = { least: 8, most: 256 } as const;

/** What a password must not be made of. */
export interface PasswordFacts {
  /** Name of the community. */
  readonly siteName: string;
  readonly mail: string;
  readonly nickname?: string;
}

/**
 * Length and no obvious choice; no rules about kinds of characters, no forced change (ASVS 6.2).
 * @returns the decision, with `password` as the field at fault
 */
export function judgePassword(password: string, facts: PasswordFacts): Decision {
  const length = [...password].length;
  if (length < PASSWORD_LENGTH.least) return refuse('tooShort');
  if (length > PASSWORD_LENGTH.most) return refuse('tooLong');
  const plain = password.toLowerCase();
  const bare = plain.replace(/[\d\p{P}\p{S}]+$/u, '');
  if (COMMON_PASSWORDS.has(plain) || COMMON_PASSWORDS.has(bare) || new Set(plain).size < 3)
    return refuse('common');
  if (ownWords(facts).some((word) => plain === word || bare === word)) return refuse('obvious');
  return Decision.allow;
}

const refuse = (reason: 'tooShort' | 'tooLong' | 'common' | 'obvious'): Decision =>
  Decision.deny(() => new InvalidInput('password', `identity:password.${reason}`, { ...PASSWORD_LENGTH }));

/** Words an attacker would try first: the product, the mail and its parts, the nickname. */
function ownWords({ siteName, mail, nickname }: PasswordFacts): string[] {
  const [local = '', domain = ''] = mail.toLowerCase().split('@');
  return ['kundig', siteName, mail, local, domain, domain.split('.')[0], nickname]
    .filter((word): word is string => Boolean(word))
    .map((word) => word.toLowerCase());
}
