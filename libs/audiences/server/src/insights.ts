import { isDeepStrictEqual } from 'node:util';
import { registerEnumType } from '@nestjs/graphql';
import type { SeenProfile, SeenThread } from './graphql/who-sees-what.object.js';

/** What an audience may see beyond another one. */
export enum Insight {
  THREAD = 'THREAD',
  THREAD_HEAD = 'THREAD_HEAD',
  POSTS = 'POSTS',
  PROFILE = 'PROFILE',
  PROFILE_THREADS = 'PROFILE_THREADS',
  MAILS = 'MAILS',
  HIDDEN_TEXTS = 'HIDDEN_TEXTS',
  HELPED = 'HELPED',
  REPORTS = 'REPORTS',
  SUSPENSIONS = 'SUSPENSIONS',
  REVEAL_REQUESTS = 'REVEAL_REQUESTS',
  REVEAL_DECISIONS = 'REVEAL_DECISIONS',
}
registerEnumType(Insight, {
  name: 'Insight',
  description: 'What an audience sees beyond another one; of what people do about others the kind alone.',
  valuesMap: {
    THREAD: { description: 'The thread, which the others cannot read.' },
    THREAD_HEAD: { description: 'Another title, board, tags or details of it.' },
    POSTS: { description: 'The posts in another form.' },
    PROFILE: { description: 'The profile with other statements.' },
    PROFILE_THREADS: { description: 'More threads on the profile.' },
    MAILS: { description: 'Mails about what is written in the thread, for who follows it.' },
    HIDDEN_TEXTS: { description: 'Texts of posts that are hidden.' },
    HELPED: { description: 'What readers answered under a solution.' },
    REPORTS: { description: 'Reports about posts.' },
    SUSPENSIONS: { description: 'Whether an author is suspended under this name.' },
    REVEAL_REQUESTS: { description: 'Requests to reveal the persona, while the post has one.' },
    REVEAL_DECISIONS: {
      description: 'Requests for reveals of all personas; nickname and mail of one, once approved.',
    },
  },
});

/** What an audience sees, and which of the things it is told that are no part of the view. */
export interface Sight {
  readonly profile: SeenProfile;
  /** Null where the audience cannot read it, or there is none. */
  readonly thread: SeenThread | null;
  readonly told: ReadonlySet<Insight>;
}

/**
 * @param base what others see; null compares with nothing
 * @returns what is seen beyond that, in the order of `Insight`
 */
export function insightsOf(sight: Sight, base: Sight | null): Insight[] {
  if (base === null) return [];
  const differs: Partial<Record<Insight, boolean>> = {
    ...differencesOfThread(sight.thread, base.thread),
    [Insight.PROFILE]: !isSame(withoutThreads(sight.profile), withoutThreads(base.profile)),
    [Insight.PROFILE_THREADS]: !isSame(threadsOf(sight.profile), threadsOf(base.profile)),
  };
  return Object.values(Insight).filter(
    (insight) => differs[insight] || (sight.told.has(insight) && !base.told.has(insight)),
  );
}

function differencesOfThread(
  thread: SeenThread | null,
  base: SeenThread | null,
): Partial<Record<Insight, boolean>> {
  if (thread === null || base === null) return { [Insight.THREAD]: thread !== base };
  return {
    [Insight.THREAD_HEAD]: !isSame({ ...thread, posts: [] }, { ...base, posts: [] }),
    [Insight.POSTS]: !isSame(thread.posts, base.posts),
  };
}

const isSame = isDeepStrictEqual;

const withoutThreads = (profile: SeenProfile) => ({ ...profile, ...NO_THREADS });

const NO_THREADS = { threads: [], hasMoreThreads: false };

const threadsOf = ({ threads, hasMoreThreads }: SeenProfile) => ({ threads, hasMoreThreads });
