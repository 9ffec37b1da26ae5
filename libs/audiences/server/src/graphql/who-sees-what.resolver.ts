import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { Access, Ctx, parseInput, type RequestContext } from '@kundig/platform/server';
import { z } from 'zod';
import { Audience } from '../audience.js';
import { SeeAsOthersService } from '../see-as-others.service.js';
import { WhoSeesWhat } from './who-sees-what.object.js';

const args = z.object({ threadId: z.string().max(64).nullish() });

/** *Wer sieht was?* */
@Resolver()
export class WhoSeesWhatResolver {
  constructor(private readonly seeAsOthers: SeeAsOthersService) {}

  @Query(() => WhoSeesWhat, {
    description:
      'The viewer’s profile and one thread of theirs as an audience sees them. Refused for threads they have not written in.',
  })
  @Access.member()
  whoSeesWhat(
    @Ctx() ctx: RequestContext,
    @Args('audience', { type: () => Audience, defaultValue: Audience.MEMBER }) audience: Audience,
    @Args('threadId', {
      type: () => ID,
      nullable: true,
      description: 'By default that of the latest post.',
    })
    threadId?: string,
  ): Promise<WhoSeesWhat> {
    parseInput(args, { threadId });
    return this.seeAsOthers.execute(ctx, audience, threadId ?? null);
  }
}
