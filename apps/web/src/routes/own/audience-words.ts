import type { Audience, Insight } from '@kundig/api-contract';

/** What each audience is called. */
export const AUDIENCE_NAMES = {
  VISITOR: 'whoSees.visitor',
  MEMBER: 'whoSees.member',
  GROUP: 'whoSees.group',
  MODERATOR: 'whoSees.moderator',
  CUSTODIAN: 'whoSees.custodian',
} as const satisfies Record<Audience, string>;

/** Whom it means, exactly. */
export const AUDIENCE_MEANING = {
  VISITOR: 'whoSees.isVisitor',
  MEMBER: 'whoSees.isMember',
  GROUP: 'whoSees.isGroup',
  MODERATOR: 'whoSees.isModerator',
  CUSTODIAN: 'whoSees.isCustodian',
} as const satisfies Record<Audience, string>;

/** Heading above what it sees. */
export const AS_AUDIENCE = {
  VISITOR: 'whoSees.asVisitor',
  MEMBER: 'whoSees.asMember',
  GROUP: 'whoSees.asGroup',
  MODERATOR: 'whoSees.asModerator',
  CUSTODIAN: 'whoSees.asCustodian',
} as const satisfies Record<Audience, string>;

/** What an audience sees beyond another one. */
export const INSIGHT_WORDS = {
  THREAD: 'whoSees.seesThread',
  THREAD_HEAD: 'whoSees.seesThreadHead',
  POSTS: 'whoSees.seesPosts',
  PROFILE: 'whoSees.seesProfile',
  PROFILE_THREADS: 'whoSees.seesProfileThreads',
  MAILS: 'whoSees.seesMails',
  HIDDEN_TEXTS: 'whoSees.seesHiddenTexts',
  HELPED: 'whoSees.seesHelped',
  REPORTS: 'whoSees.seesReports',
  SUSPENSIONS: 'whoSees.seesSuspensions',
  REVEAL_REQUESTS: 'whoSees.seesRevealRequests',
  REVEAL_DECISIONS: 'whoSees.seesRevealDecisions',
} as const satisfies Record<Insight, string>;

/** Of what people do about others only the kind is told. */
const ABOUT_OTHERS: ReadonlySet<Insight> = new Set([
  'REPORTS',
  'SUSPENSIONS',
  'REVEAL_REQUESTS',
  'REVEAL_DECISIONS',
]);

/** @returns whether this page tells the kind alone and not whether there is any */
export const isKindOnly = (insight: Insight): boolean => ABOUT_OTHERS.has(insight);

/** @returns whether an address names one */
export const isAudience = (name: string | undefined): name is Audience =>
  name !== undefined && Object.hasOwn(AUDIENCE_NAMES, name);
