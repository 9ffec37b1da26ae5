import { Injectable } from '@nestjs/common';
import { BoardRepository, PostRepository, ThreadRepository } from '@kundig/forum/server';
import { GroupRepository } from '@kundig/groups/server';
import { BatchLoader, type Locale, type RequestContext } from '@kundig/platform/server';
import { AuthorLoader } from '@kundig/pseudonyms/server';
import type { AuditEntry, AuditSubject } from '../storage/audit.repository.js';

/** How something is called that entries of the log are about. */
export interface AuditSubjectName {
  /** Title of a thread, or of that in which a post stands; name of a board or group. */
  readonly name: string;
  /** As the page names whoever wrote a post; null where it names nobody. */
  readonly author: string | null;
}

type NamesById = ReadonlyMap<string, AuditSubjectName>;

/** Kinds of things that have a name of their own. */
type Named = Extract<AuditSubject, 'post' | 'thread' | 'board' | 'group'>;

/**
 * Names of what a page of the log is about, as far as the viewer may read it; of everything else null. Six statements at
 * most, whatever the length of the page.
 */
@Injectable()
export class AuditSubjectLoader extends BatchLoader<AuditSubjectName> {
  private readonly finders: Record<Named, (ctx: RequestContext, ids: string[]) => Promise<NamesById>> = {
    post: (ctx, ids) => this.ofPosts(ctx, ids),
    thread: (ctx, ids) => this.ofThreads(ctx, ids),
    board: (ctx) => this.ofBoards(ctx),
    group: (ctx) => this.ofGroups(ctx),
  };

  constructor(
    private readonly posts: PostRepository,
    private readonly threads: ThreadRepository,
    private readonly boards: BoardRepository,
    private readonly groups: GroupRepository,
    private readonly authors: AuthorLoader,
  ) {
    super();
  }

  nameOf(ctx: RequestContext, { subjectType, subjectId }: AuditEntry): Promise<AuditSubjectName | null> {
    return this.load(ctx, `${subjectType} ${subjectId}`);
  }

  protected async loadBatch(
    ctx: RequestContext,
    keys: readonly string[],
  ): Promise<(AuditSubjectName | null)[]> {
    const wanted = keys.map((key) => key.split(' ', 2) as [AuditSubject, string]);
    const found = new Map<AuditSubject, NamesById>();
    for (const [type, find] of Object.entries(this.finders)) {
      const ids = wanted.filter(([wantedType]) => wantedType === type).map(([, id]) => id);
      if (ids.length > 0) found.set(type as Named, await find(ctx, ids));
    }
    return wanted.map(([type, id]) => found.get(type)?.get(id) ?? null);
  }

  /** A stub has lost its author on the page, so it has none here. */
  private async ofPosts(ctx: RequestContext, ids: string[]): Promise<NamesById> {
    const posts = await this.posts.findReadableByPublicIds(ctx, ids);
    const threads = await this.threads.findReadableByIds(ctx, [
      ...new Set(posts.map(({ threadId }) => threadId)),
    ]);
    const titles = new Map(threads.map(({ id, title }) => [id, title]));
    const named = await Promise.all(
      posts.map(async ({ publicId, threadId, authorId, isStub }) => {
        const author = authorId === null || isStub ? null : await this.authors.load(ctx, authorId);
        return [publicId, { name: titles.get(threadId) ?? '', author: author?.name ?? null }] as const;
      }),
    );
    return new Map(named);
  }

  private async ofThreads(ctx: RequestContext, ids: string[]): Promise<NamesById> {
    const threads = await this.threads.findReadableByPublicIds(ctx, ids);
    return new Map(threads.map(({ publicId, title }) => [publicId, { name: title, author: null }]));
  }

  private async ofBoards(ctx: RequestContext): Promise<NamesById> {
    const known = await this.boards.known(ctx);
    return new Map(known.map(({ board }) => [board.publicId, inLanguage(ctx.locale, board)]));
  }

  private async ofGroups(ctx: RequestContext): Promise<NamesById> {
    return new Map((await this.groups.all(ctx)).map((group) => [group.id, inLanguage(ctx.locale, group)]));
  }
}

const inLanguage = (
  locale: Locale,
  { nameDe, nameEn }: { readonly nameDe: string; readonly nameEn: string },
): AuditSubjectName => ({ name: locale === 'de' ? nameDe : nameEn, author: null });
