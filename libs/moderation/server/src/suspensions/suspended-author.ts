import { Injectable } from '@nestjs/common';
import { PostAccess } from '@kundig/forum/server';
import { GroupRepository } from '@kundig/groups/server';
import { InvalidInput, NotFound, type RequestContext, type Role } from '@kundig/platform/server';
import { AuthorKind, AuthorLoader, MemberDesk, MemberLoader, memberPath } from '@kundig/pseudonyms/server';
import type { AuditSubject } from '../storage/audit.repository.js';

/** Who is to be suspended: a member by nickname, or whoever wrote a post (its public id). */
export type AuthorNamed = { readonly nickname: string } | { readonly postId: string };

/** An author with what the log may call it and what the policy asks about it. */
export interface SuspendedAuthor {
  /** Pseudonym id. */
  readonly id: string;
  readonly subject: { readonly subjectType: AuditSubject; readonly subjectId: string };
  /** Held anywhere; null for a persona, of which nothing is known. */
  readonly roles: readonly Role[] | null;
  /** Path of the page on which the suspension is seen. */
  readonly path: string;
}

/** Finds the author a suspension is about. A post of a member leads to the member, one of a persona to itself alone. */
@Injectable()
export class SuspendedAuthors {
  constructor(
    private readonly access: PostAccess,
    private readonly authors: AuthorLoader,
    private readonly members: MemberLoader,
    private readonly desk: MemberDesk,
    private readonly groups: GroupRepository,
  ) {}

  /**
   * @throws NotFound no such post, or by somebody who has left
   * @throws InvalidInput (field `nickname`) no such living member
   */
  async require(ctx: RequestContext, named: AuthorNamed): Promise<SuspendedAuthor> {
    if ('nickname' in named) {
      const id = await this.desk.idOf(ctx, named.nickname);
      if (id === null) throw new InvalidInput('nickname', 'moderation:error.noSuchMember');
      return this.member(ctx, id, null);
    }
    const { post } = await this.access.require(ctx, named.postId);
    const author = post.authorId === null ? null : await this.authors.load(ctx, post.authorId);
    if (!author || author.kind === AuthorKind.DELETED) throw new NotFound();
    const path = `/p/${post.publicId}/suspend`;
    if (author.kind !== AuthorKind.PERSONA) return this.member(ctx, author.pseudonymId, path);
    const subject = { subjectType: 'post', subjectId: post.publicId } as const;
    return { id: author.pseudonymId, subject, roles: null, path };
  }

  private async member(ctx: RequestContext, id: string, path: string | null): Promise<SuspendedAuthor> {
    const { nickname } = (await this.members.load(ctx, id))!;
    const rights = await this.groups.rightsOfMany(ctx, [id]);
    return {
      id,
      subject: { subjectType: 'member', subjectId: nickname },
      roles: rights.flatMap(({ role }) => role ?? []),
      path: path ?? `${memberPath(nickname)}/suspend`,
    };
  }
}
