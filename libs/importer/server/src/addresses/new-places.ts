import { Injectable } from '@nestjs/common';
import { ForumPresenter, PostRepository, ThreadRepository, threadPath } from '@kundig/forum/server';
import type { RequestContext } from '@kundig/platform/server';
import { MemberLoader } from '@kundig/pseudonyms/server';
import type { NewPlace, OldAddress } from '../convert/old-addresses.js';
import type { Item } from '../storage/import.repository.js';

/** Where imported posts and authors stand now, as far as the viewer may see them. */
@Injectable()
export class NewPlaces {
  constructor(
    private readonly posts: PostRepository,
    private readonly threads: ThreadRepository,
    private readonly members: MemberLoader,
    private readonly present: ForumPresenter,
  ) {}

  /** @returns places by old name; what the viewer may not see is absent, like stubs */
  async of(ctx: RequestContext, items: readonly Item[]): Promise<Map<string, NewPlace>> {
    const [posts, members] = await Promise.all([
      this.postsOf(ctx, targetsOf(items, 'post')),
      this.members.loadMany(ctx, targetsOf(items, 'author')),
    ]);
    const places = new Map<string, NewPlace>(posts);
    for (const member of members)
      if (member) places.set(member.pseudonymId, { path: member.path, title: member.nickname });
    return new Map(
      items.flatMap(({ externalId, targetId }) => {
        const place = places.get(targetId);
        return place ? [[externalId, place]] : [];
      }),
    );
  }

  private async postsOf(ctx: RequestContext, ids: readonly string[]): Promise<[string, NewPlace][]> {
    if (ids.length === 0) return [];
    const posts = (await this.posts.findReadableByIds(ctx, ids)).filter(({ isStub }) => !isStub);
    const threadIds = [...new Set(posts.map(({ threadId }) => threadId))];
    const threads = await this.threads.findReadableByIds(ctx, threadIds);
    const byId = new Map(threads.filter(isListed).map((thread) => [thread.id, thread]));
    return posts.flatMap((post) => {
      const thread = byId.get(post.threadId);
      if (!thread) return [];
      const path = post.position === 1 ? threadPath(thread) : this.present.postPath(thread, post);
      return [[post.id, { path, title: thread.title }]];
    });
  }
}

const isListed = ({ hiddenAt, deletedAt }: { hiddenAt: Date | null; deletedAt: Date | null }): boolean =>
  hiddenAt === null && deletedAt === null;

const targetsOf = (items: readonly Item[], kind: Item['kind']): string[] =>
  items.filter((item) => item.kind === kind).map(({ targetId }) => targetId);

/** @returns the name under which what an old address shows is remembered, such as `question:12`; null for tags */
export function externalIdOf(address: OldAddress): string | null {
  return address.kind === 'tag' ? null : `${address.kind}:${address.id}`;
}

export const placeOfTag = (name: string): NewPlace => ({
  path: `/tag/${encodeURIComponent(name)}`,
  title: name,
});
