import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { BoardObject } from '@kundig/forum/server';
import { AccessRequestRepository } from '@kundig/groups/server';
import { Ctx, type RequestContext } from '@kundig/platform/server';
import { OwnAccessRequest } from './group-desk.object.js';

/** What the teaser of a closed group's board says to a member. */
@Resolver(() => BoardObject)
export class BoardAccessResolver {
  constructor(private readonly requests: AccessRequestRepository) {}

  @ResolveField(() => OwnAccessRequest, {
    nullable: true,
    description:
      'The viewer’s latest request for access; null where none was made, or where the board can be read.',
  })
  async viewerAccessRequest(
    @Ctx() ctx: RequestContext,
    @Parent() { row, readable }: BoardObject,
  ): Promise<OwnAccessRequest | null> {
    const { memberId } = ctx.actor;
    if (readable || row.groupId === null || memberId === null) return null;
    const request = await this.requests.latest(ctx, row.groupId, memberId);
    return request && Object.assign(new OwnAccessRequest(), request);
  }
}
