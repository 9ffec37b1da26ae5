import { ExportFaq, ProposeEntryService, ReleaseEntryService } from '@kundig/faq/server';
import { ThreadRepository } from '@kundig/forum/server';
import { Actors } from '@kundig/groups/server';
import { Randomness, RequestContext } from '@kundig/platform/server';
import type { Services } from '../services.js';
import { memberNamed } from '../structure/seed-structure.js';
import type { DemoFaqEntry } from './demo-content.js';

/**
 * Makes entries of solved threads, as two editors would, and exports those in force.
 * @param ctx     of the system
 * @param entries those to be made
 * @param threads ids of the threads that are new, by slug: what came of the others is left as people made it
 * @returns number of entries that were made
 */
export async function loadDemoFaq(
  services: Services,
  ctx: RequestContext,
  entries: readonly DemoFaqEntry[],
  threads: ReadonlyMap<string, string>,
): Promise<number> {
  const fresh = entries.filter(({ thread }) => threads.has(thread));
  for (const { thread: slug, proposedBy, releasedBy } of fresh) {
    const [thread] = await services(ThreadRepository).findReadableByIds(ctx, [threads.get(slug)!]);
    const as = async (nickname: string) =>
      RequestContext.for({
        actor: await services(Actors).of(await memberNamed(services, ctx, nickname)),
        locale: thread!.lang,
      });
    const entry = await services(ProposeEntryService).execute(await as(proposedBy), {
      threadId: thread!.publicId,
      clientKey: services(Randomness).uuid(),
    });
    if (releasedBy !== undefined)
      await services(ReleaseEntryService).execute(await as(releasedBy), {
        entryId: entry.publicId,
        revision: entry.number,
      });
  }
  if (fresh.length > 0) await services(ExportFaq).execute(ctx);
  return fresh.length;
}
