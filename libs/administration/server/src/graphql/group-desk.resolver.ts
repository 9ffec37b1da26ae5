import { Query, Resolver } from '@nestjs/graphql';
import { GroupRepository } from '@kundig/groups/server';
import { Access, Ctx, type RequestContext } from '@kundig/platform/server';
import { administrationPolicy } from '../administration.policy.js';
import { GroupSettings } from './group-desk.object.js';

/** The closed groups as administrators keep them. */
@Resolver(() => GroupSettings)
export class GroupDeskResolver {
  constructor(private readonly groups: GroupRepository) {}

  @Query(() => [GroupSettings], { description: 'Every closed group.' })
  @Access.permission('platform:administer')
  async groupDesk(@Ctx() ctx: RequestContext): Promise<GroupSettings[]> {
    administrationPolicy.mayAdminister(ctx.actor).orThrow();
    const groups = await this.groups.all(ctx);
    return groups.map(({ id, nameDe, nameEn, memberCount }) => ({
      ...{ id, nameDe, nameEn, memberCount },
      name: ctx.locale === 'en' ? nameEn : nameDe,
    }));
  }
}
