import { Field, Int, ObjectType, ResolveField, Resolver } from '@nestjs/graphql';
import { ForumPresenter, ThreadObject } from '@kundig/forum/server';
import { Ctx, type RequestContext } from '@kundig/platform/server';
import { ViewerObject } from '@kundig/pseudonyms/server';
import { IncidentHints } from '../incident/incident-hints.js';

@ObjectType('IncidentHint', { description: 'An open question whose problem many came to share.' })
export class IncidentHintObject {
  @Field(() => ThreadObject) thread!: ThreadObject;
  @Field(() => Int, { description: 'People within the last 24 hours, five or more.' }) count!: number;
  @Field({ description: 'Words to begin a notice with.' }) textDe!: string;
  @Field() textEn!: string;
}

/** Whether it is time to announce an incident. */
@Resolver(() => ViewerObject)
export class IncidentHintResolver {
  constructor(
    private readonly hints: IncidentHints,
    private readonly present: ForumPresenter,
  ) {}

  @ResolveField(() => IncidentHintObject, {
    nullable: true,
    description: 'For administrators alone, and while no incident is announced.',
  })
  async incidentHint(@Ctx() ctx: RequestContext): Promise<IncidentHintObject | null> {
    const hint = await this.hints.of(ctx);
    return hint && { ...hint, thread: this.present.thread(ctx, hint.thread) };
  }
}
