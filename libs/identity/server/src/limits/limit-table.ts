import type { LimitedAction } from '@kundig/platform/server';

/** So many goes in so many seconds. */
export interface Allowance {
  readonly points: number;
  readonly seconds: number;
  /** Key of the refusal, a text that counts minutes; where the common one would not tell what was too much. */
  readonly refusal?: string;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** Per member, or per address where nobody is signed in. Generous for people, narrow for programs. */
export const ALLOWANCES: Readonly<Record<LimitedAction, Allowance>> = {
  post: { points: 30, seconds: 10 * MINUTE },
  /** People named by `@`, each of whom gets a mail. */
  mention: { points: 60, seconds: HOUR, refusal: 'identity:error.tooManyMentions' },
  edit: { points: 60, seconds: 10 * MINUTE },
  kudos: { points: 300, seconds: HOUR },
  helped: { points: 120, seconds: HOUR },
  report: { points: 20, seconds: HOUR },
  upload: { points: 60, seconds: HOUR },
  draft: { points: 300, seconds: 10 * MINUTE },
  register: { points: 10, seconds: HOUR },
  mail: { points: 10, seconds: HOUR },
  invite: { points: 30, seconds: HOUR },
  search: { points: 60, seconds: MINUTE },
  /** While typing: a request after each pause of a few letters. */
  suggest: { points: 240, seconds: MINUTE },
  preview: { points: 60, seconds: MINUTE },
};

/** In place of `post` for young accounts without a role. */
export const NEWCOMER_POST_ALLOWANCE: Allowance = { points: 15, seconds: HOUR };

/** Texts one person sends, whatever becomes of them: each is remembered for a day to know it again. */
export const SENT_TEXT_ALLOWANCE: Allowance = { points: 60, seconds: 10 * MINUTE };

/** The same text by one person, or by all together; beyond it is a flood. */
export const SAME_TEXT_ALLOWANCE: Allowance = { points: 3, seconds: 24 * HOUR };

/** Characters below which different people may well write the same, such as thanks. */
export const SAME_TEXT_MIN = 60;

/** Mails to one address in which guests' questions wait: nobody can fill somebody else's mailbox. */
export const GUEST_MAIL_ALLOWANCE: Allowance = { points: 5, seconds: 24 * HOUR };

/** Tries to sign in, whether they succeed or not. */
export const SIGN_IN_ALLOWANCES = {
  mail: { points: 10, seconds: 15 * MINUTE },
  address: { points: 100, seconds: 15 * MINUTE },
} as const satisfies Record<string, Allowance>;
