import { VerifyForumCounters } from '@kundig/forum/server';
import { VerifyKudosCounters } from '@kundig/kudos/server';
import type { RequestContext } from '@kundig/platform/server';
import { VerifyMirror, VerifySearch } from '@kundig/search/server';
import type { Services } from '@kundig/seed/server';
import { examine, type Finding } from './finding.js';

/** Posts compared with the search index: a sample, as their order is that of random ids. */
const SAMPLE = 900;

/** The search index knows what was written. */
export const examineSearch = (services: Services, ctx: RequestContext): Promise<Finding> =>
  examine('search', async () => {
    const { checked, differenceCount } = await services(VerifySearch).execute(ctx, { atMost: SAMPLE });
    return differenceCount === 0
      ? ['ok', `the index agrees with ${checked} posts`]
      : [
          'warning',
          `${differenceCount} of ${checked} posts differ from the index: run "kundig search reindex".`,
        ];
  });

/** Changes wait for longer than a server that takes them would let them. */
const BEHIND_SECONDS = 60;

/** Who answers searches, and how far Meilisearch is behind; a fault of its server is none of the community's. */
export const examineMeilisearch = (services: Services, ctx: RequestContext): Promise<Finding> =>
  examine('meilisearch', async () => {
    const { state, pending, seconds } = await services(VerifyMirror).state(ctx);
    if (state === 'off') return ['ok', 'not configured: PostgreSQL answers all searches'];
    if (state === 'unreachable')
      return ['warning', `does not answer, ${pending} posts wait: PostgreSQL answers all searches`];
    if (state === 'filling') return ['warning', 'has no complete copy yet: PostgreSQL answers all searches'];
    return seconds > BEHIND_SECONDS
      ? ['warning', `is ${seconds} seconds and ${pending} posts behind: PostgreSQL answers all searches`]
      : ['ok', `answers searches; ${pending} posts wait to be sent`];
  });

/** The numbers that stand beside boards, threads and posts are those of what they count. */
export const examineCounters = (services: Services, ctx: RequestContext): Promise<Finding> =>
  examine('counters', async () => {
    const { threads, boards } = await services(VerifyForumCounters).execute(ctx);
    const posts = await services(VerifyKudosCounters).execute(ctx);
    const wrong = [
      ...(threads.length + boards.length > 0
        ? [`${threads.length} thread(s) and ${boards.length} board(s), run "kundig forum recount"`]
        : []),
      ...(posts > 0 ? [`kudos of ${posts} post(s), run "kundig kudos recount"`] : []),
    ];
    return wrong.length === 0
      ? ['ok', 'boards, threads and kudos are counted right']
      : ['warning', `Counted wrong: ${wrong.join('; ')}.`];
  });
