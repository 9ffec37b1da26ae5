import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ForumPresenter } from '@kundig/forum/server';
import { Access, Ctx, NotFound, parseInput, Translator, type RequestContext } from '@kundig/platform/server';
import { AuthorObject } from '@kundig/pseudonyms/server';
import { AuditRepository, type AuditSubject } from '../storage/audit.repository.js';
import { AuditSubjectLoader } from './audit-subject.loader.js';
import { auditLogSchema } from './moderation.inputs.js';
import { AuditEntryObject } from './moderation.objects.js';

/** Where one finds what has no name of its own; what has no page either is missing. */
const PLACES: Partial<Record<AuditSubject, (id: string) => string>> = {
  report: () => '/desk/reports',
  notice: () => '/desk/notices',
  site: (page) => `/admin/${page}`,
  invitation: () => '/admin/invitations',
  member: (id) => `/admin/members/${encodeURIComponent(id)}`,
};

/** Who did what to what, when and why. */
@Resolver(() => AuditEntryObject)
export class AuditResolver {
  constructor(
    private readonly entries: AuditRepository,
    private readonly subjects: AuditSubjectLoader,
    private readonly present: ForumPresenter,
    private readonly translator: Translator,
  ) {}

  @Query(() => [AuditEntryObject], { description: 'The audit log, newest first.' })
  @Access.permission('moderation:read-audit')
  async auditLog(
    @Ctx() ctx: RequestContext,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Args('after', { type: () => ID, nullable: true, description: 'Id of the last entry already shown.' })
    after?: string,
  ): Promise<AuditEntryObject[]> {
    // The log is one for all boards, so a right for some of them is none.
    if (!ctx.actor.can('moderation:read-audit')) throw new NotFound();
    const page = parseInput(auditLogSchema, { first, after });
    return (await this.entries.page(ctx, page.first, page.after)).map((row) => AuditEntryObject.of(row));
  }

  @ResolveField(() => AuthorObject, { nullable: true, description: 'Null where the system acted.' })
  async actor(@Ctx() ctx: RequestContext, @Parent() { row }: AuditEntryObject): Promise<AuthorObject | null> {
    return row.actorId === null ? null : this.present.author(ctx, row.actorId);
  }

  @ResolveField(() => String, { description: 'In the language of the request.' })
  action(@Ctx() ctx: RequestContext, @Parent() { row }: AuditEntryObject): string {
    return this.translator.translate(ctx.locale, `moderation:action.${row.action}`, {
      defaultValue: row.action,
    });
  }

  @ResolveField(() => String, {
    description:
      'Kind and name, in the language of the request; of what the viewer may not read the kind alone.',
  })
  async subject(@Ctx() ctx: RequestContext, @Parent() { row }: AuditEntryObject): Promise<string> {
    const { subjectType: type, subjectId: id } = row;
    const say = (key: string, params: Record<string, string>) =>
      this.translator.translate(ctx.locale, `moderation:subject.${key}`, params);
    const found = await this.subjects.viewOf(ctx, row);
    if (!found) return say(type, { id });
    const { name, authorId, isMerged } = found;
    if (isMerged) return say(`${type}Merged`, { name });
    if (authorId === null) return say(`${type}Named`, { name });
    const author = await this.present.author(ctx, authorId);
    return say(`${type}By`, { name, author: author.name });
  }

  @ResolveField(() => String, { nullable: true, description: 'Page on which the subject is found.' })
  async path(@Ctx() ctx: RequestContext, @Parent() { row }: AuditEntryObject): Promise<string | null> {
    const found = await this.subjects.viewOf(ctx, row);
    return found?.path ?? PLACES[row.subjectType]?.(row.subjectId) ?? null;
  }
}
