import { MarkSolutionService, ReplyService, StartThreadService, type Board } from '@kundig/forum/server';
import { GroupRepository } from '@kundig/groups/server';
import { GiveKudosService } from '@kundig/kudos/server';
import { HidePostService, PinThreadService, ReportPostService } from '@kundig/moderation/server';
import { RequestContext } from '@kundig/platform/server';
import { SeededRandomness } from '../../support/seeded-randomness.js';
import type { World } from './world.js';

/** A word nobody uses who is not let in: as a tag, in a title and in a text. */
export const SECRET_WORD = 'Quastenflosser';

/** What lies behind the door in one of the worlds; in the other one nothing has this id. */
export interface Secret {
  readonly board: Board;
  readonly threadId: string;
  readonly postId: string;
}

/**
 * Makes a closed group with a hidden board, and lets its members do there what people do: ask, answer, thank, accept, report,
 * name people who cannot read it; a moderator hides and pins.
 * @param name  of what happens there; draws what it is
 * @param board of an earlier secret, to go on there
 */
export async function happenInSecret(world: World, name: string, board?: Board): Promise<Secret | null> {
  const { community, observers, pairs } = world;
  const random = new SeededRandomness(`secret ${name}`);
  const { alice: asker, bob: helper } = pairs[random.below(pairs.length)]!;
  const moderator = observers.moderator;
  return world.act(`secret ${name}`, 'others', async () => {
    const here = board ?? (await community.groupBoard([asker, helper, moderator], false));
    const groups = community.get(GroupRepository);
    for (const { memberId } of [asker, helper, moderator])
      await groups.addMember(RequestContext.system(), here.groupId!, memberId, community.clock.now());
    const thread = await community.get(StartThreadService).execute(await community.as(asker), {
      boardId: here.publicId,
      kind: 'question',
      title: `Was kostet der ${SECRET_WORD} bei ${name}?`,
      body: `Der ${SECRET_WORD} kommt im Frühjahr; @${observers.carol.nickname} weiß davon nichts.`,
      tags: [SECRET_WORD.toLowerCase(), 'umzug'],
      anonymous: random.below(2) === 0,
      clientKey: random.uuid(),
    });
    const { post } = await community.get(ReplyService).execute(await community.as(helper), {
      ...{ threadId: thread.publicId, body: `Weniger als die Rufgruppe, @${observers.dora.nickname}.` },
      ...{ anonymous: null, clientKey: random.uuid() },
    });
    const happening = random.below(6);
    const { publicId: postId } = post;
    if (happening === 0) await community.get(GiveKudosService).execute(await community.as(asker), postId);
    if (happening === 1)
      await community.get(MarkSolutionService).execute(await community.as(asker), postId, true);
    if (happening === 2)
      await community
        .get(ReportPostService)
        .execute(await community.as(asker), { postId, reason: 'other', note: 'Bitte ansehen' });
    if (happening === 3)
      await community
        .get(HidePostService)
        .execute(await community.as(moderator), { postId, reason: 'Interna.' });
    if (happening === 4)
      await community
        .get(PinThreadService)
        .execute(await community.as(moderator), { threadId: thread.publicId, reason: null }, true);
    if (happening === 5) await groups.removeMember(RequestContext.system(), here.groupId!, asker.memberId);
    return { board: here, threadId: thread.publicId, postId };
  });
}
