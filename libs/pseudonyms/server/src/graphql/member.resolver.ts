import { Args, Query, Resolver } from '@nestjs/graphql';
import { Access, Ctx, type RequestContext } from '@kundig/platform/server';
import { PseudonymRepository } from '../storage/pseudonym.repository.js';
import { MemberLoader } from './member.loader.js';
import { MemberObject } from './member.object.js';

const LONGEST_NICKNAME = 80;

@Resolver(() => MemberObject)
export class MemberResolver {
  constructor(
    private readonly pseudonyms: PseudonymRepository,
    private readonly members: MemberLoader,
  ) {}

  @Query(() => MemberObject, { nullable: true, description: 'A member by nickname, whatever the case.' })
  @Access.public()
  async member(@Ctx() ctx: RequestContext, @Args('nickname') nickname: string): Promise<MemberObject | null> {
    const row = nickname.length <= LONGEST_NICKNAME ? await this.pseudonyms.memberNamed(ctx, nickname) : null;
    if (!row) return null;
    ctx.shown.add(`member:${row.id}`);
    return this.members.view(ctx, row);
  }
}
