import { VerifyForumCounters } from '@kundig/forum/server';
import { VerifyKudosCounters } from '@kundig/kudos/server';
import type { RequestContext } from '@kundig/platform/server';
import { VerifySearch } from '@kundig/search/server';
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
