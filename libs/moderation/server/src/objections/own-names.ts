import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@kundig/platform/server';
import { Voices } from '@kundig/pseudonyms/server';

/** Under which names the actor speaks somewhere, for their own eyes. */
@Injectable()
export class OwnNames {
  constructor(private readonly voices: Voices) {}

  /** @param threadId null for the blog, where everybody speaks with the nickname @returns pseudonym ids; none for visitors */
  async in(ctx: RequestContext, threadId: string | null): Promise<readonly string[]> {
    if (threadId !== null) return (await this.voices.viewerIn(ctx, threadId)).ownIds;
    return ctx.actor.memberId === null ? [] : [ctx.actor.memberId];
  }
}
