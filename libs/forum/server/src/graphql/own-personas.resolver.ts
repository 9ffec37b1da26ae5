import { Args, ID, Int, Query, Resolver } from '@nestjs/graphql';
import {
  Access,
  Ctx,
  encodeCursor,
  MAX_PAGE_SIZE,
  parseInput,
  type RequestContext,
} from '@kundig/platform/server';
import { Voices } from '@kundig/pseudonyms/server';
import { z } from 'zod';
import { PostRepository, type AuthorBeginning } from '../storage/post.repository.js';
import { ThreadLoader } from './forum.loaders.js';
import { ForumPresenter } from './forum.presenter.js';
import { OwnPersona, OwnPersonaConnection } from './own-persona.object.js';

const pageArgs = z.object({
  first: z.number().int().min(1).max(MAX_PAGE_SIZE),
  after: z.string().max(200).nullish(),
});

const idArgs = z.object({ id: z.string().max(64) });

/** Under which names the viewer writes anonymously, and where; told to nobody else. */
@Resolver()
export class OwnPersonasResolver {
  constructor(
    private readonly voices: Voices,
    private readonly postRows: PostRepository,
    private readonly loadedThreads: ThreadLoader,
    private readonly present: ForumPresenter,
  ) {}

  @Query(() => OwnPersonaConnection, {
    description: 'Personas of the viewer that have written where the viewer may read, the latest first.',
  })
  @Access.member()
  async myPersonas(
    @Ctx() ctx: RequestContext,
    @Args('first', { type: () => Int, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after?: string,
  ): Promise<OwnPersonaConnection> {
    parseInput(pageArgs, { first, after });
    const personaIds = (await this.voices.allOwnIds(ctx)).filter((id) => id !== ctx.actor.memberId);
    const rows = await this.postRows.beginningsOf(ctx, personaIds, first, after);
    const shown = rows.slice(0, first);
    const last = shown.at(-1);
    return {
      items: await Promise.all(shown.map((row) => this.persona(ctx, row))),
      endCursor: last ? encodeCursor({ at: last.begunAt, id: last.authorId }) : null,
      hasNextPage: rows.length > first,
    };
  }

  @Query(() => OwnPersona, {
    nullable: true,
    description: 'One persona of the viewer by its id as an author; null where it is not theirs.',
  })
  @Access.member()
  async myPersona(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<OwnPersona | null> {
    parseInput(idArgs, { id });
    const personaId = await this.voices.ownPersona(ctx, id);
    if (personaId === null) return null;
    const [row] = await this.postRows.beginningsOf(ctx, [personaId], 1);
    return row ? this.persona(ctx, row) : null;
  }

  private async persona(
    ctx: RequestContext,
    { authorId, begunAt, threadIds }: AuthorBeginning,
  ): Promise<OwnPersona> {
    const threads = await Promise.all(threadIds.map((id) => this.loadedThreads.load(ctx, id)));
    return {
      pseudonymId: authorId,
      author: await this.present.author(ctx, authorId),
      begunAt,
      threads: threads.flatMap((thread) => (thread ? [this.present.thread(ctx, thread)] : [])),
    };
  }
}
