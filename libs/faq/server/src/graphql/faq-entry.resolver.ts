import { Args, GraphQLISODateTime, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  BoardObject,
  BoardRepository,
  ForumPresenter,
  ImportSource,
  TextSources,
  ThreadLoader,
  ThreadObject,
  type TextSource,
} from '@kundig/forum/server';
import { Access, Ctx, parseInput, PartOf, type RequestContext } from '@kundig/platform/server';
import { AuthorLoader, ViewerObject } from '@kundig/pseudonyms/server';
import { z } from 'zod';
import { faqPolicy } from '../faq.policy.js';
import { FaqEntryRepository } from '../storage/faq-entry.repository.js';
import { FaqEntryObject } from './faq.object.js';

/** An FAQ is short, so one request may have all of it; a board shows a few. */
const firstOf = z.object({ first: z.number().int().min(1).max(200) });

/** What everybody reads: entries in force, and the fields of every entry. */
@Resolver(() => FaqEntryObject)
export class FaqEntryResolver {
  constructor(
    private readonly entries: FaqEntryRepository,
    private readonly boards: BoardRepository,
    private readonly threads: ThreadLoader,
    private readonly authors: AuthorLoader,
    private readonly present: ForumPresenter,
    private readonly origins: TextSources,
  ) {}

  @Query(() => [FaqEntryObject], {
    description:
      'Entries in force, those in the language of the request first, then the most viewed; of a board with its sub-boards.',
  })
  @Access.public()
  @PartOf('faq')
  async faq(
    @Ctx() ctx: RequestContext,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Args('boardId', { type: () => ID, nullable: true }) boardId?: string,
  ): Promise<FaqEntryObject[]> {
    parseInput(firstOf, { first });
    ctx.shown.add('faq');
    const texts = await this.entries.inForce(ctx, boardId ? await this.treeOf(ctx, boardId) : null, first);
    // A source that is hidden drops the page at once, before the entry itself is withdrawn.
    texts.forEach(({ threadId }) => ctx.shown.add(`thread:${threadId}`));
    return texts.map((text) => FaqEntryObject.of(text));
  }

  @Query(() => FaqEntryObject, {
    nullable: true,
    description: 'Null for an unknown entry and for one not in force.',
  })
  @Access.public()
  @PartOf('faq')
  async faqEntry(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<FaqEntryObject | null> {
    ctx.shown.add('faq');
    const text = await this.entries.findInForce(ctx, id);
    if (!text) return null;
    ctx.shown.add(`thread:${text.threadId}`);
    return FaqEntryObject.of(text);
  }

  @ResolveField(() => BoardObject, { nullable: true })
  async board(@Ctx() ctx: RequestContext, @Parent() { text }: FaqEntryObject): Promise<BoardObject | null> {
    const found = (await this.boards.known(ctx)).find(({ board }) => board.id === text.boardId);
    return found ? this.present.board(ctx, found) : null;
  }

  @ResolveField(() => ThreadObject, { nullable: true, description: 'The thread it was made from.' })
  async thread(@Ctx() ctx: RequestContext, @Parent() { text }: FaqEntryObject): Promise<ThreadObject | null> {
    const thread = await this.threads.load(ctx, text.threadId);
    return thread && this.present.thread(ctx, thread);
  }

  @ResolveField(() => [ImportSource], {
    description:
      'Texts from elsewhere it was made from, whose licence wants them named; none for what was written here.',
  })
  sources(@Ctx() ctx: RequestContext, @Parent() { text }: FaqEntryObject): Promise<TextSource[]> {
    return this.origins.of(ctx, text.origins);
  }

  @ResolveField(() => GraphQLISODateTime, { description: 'Of the text; for others than editors to the day.' })
  updatedAt(@Ctx() ctx: RequestContext, @Parent() { text }: FaqEntryObject): Date {
    return isEditor(ctx) ? text.editedAt : startOfDay(text.approvedAt ?? text.editedAt);
  }

  @ResolveField(() => String, { nullable: true, description: 'Who wrote the text; for editors only.' })
  async editedBy(@Ctx() ctx: RequestContext, @Parent() { text }: FaqEntryObject): Promise<string | null> {
    return isEditor(ctx) ? this.nameOf(ctx, text.editedBy) : null;
  }

  @ResolveField(() => String, { nullable: true, description: 'Who released the text; for editors only.' })
  async approvedBy(@Ctx() ctx: RequestContext, @Parent() { text }: FaqEntryObject): Promise<string | null> {
    return isEditor(ctx) ? this.nameOf(ctx, text.approvedBy) : null;
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may put this text in force.' })
  viewerMayRelease(@Ctx() ctx: RequestContext, @Parent() { text }: FaqEntryObject): boolean {
    const isOpen = text.approvedAt === null || text.review !== null;
    return isOpen && faqPolicy.mayRelease(ctx.actor, text).allowed;
  }

  private async nameOf(ctx: RequestContext, memberId: string | null): Promise<string | null> {
    return memberId && ((await this.authors.load(ctx, memberId))?.name ?? null);
  }

  /** @returns uuids of the board and its sub-boards; none for an unknown board */
  private async treeOf(ctx: RequestContext, publicId: string): Promise<string[]> {
    const found = (await this.boards.known(ctx)).find(({ board }) => board.publicId === publicId);
    return found ? (await this.boards.readableTree(ctx, found.board.id)).map(({ id }) => id) : [];
  }
}

const isEditor = (ctx: RequestContext): boolean => ctx.actor.canSomewhere('faq:edit');

function startOfDay(instant: Date): Date {
  return new Date(`${instant.toISOString().slice(0, 10)}T00:00:00.000Z`);
}

/** Shows editors the way to their desk. */
@Resolver(() => ViewerObject)
export class FaqViewerResolver {
  @ResolveField(() => Boolean)
  mayEditFaq(@Ctx() ctx: RequestContext): boolean {
    return isEditor(ctx);
  }
}
