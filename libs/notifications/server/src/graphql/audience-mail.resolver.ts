import { Field, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AudienceView } from '@kundig/audiences/server';
import { Ctx, type RequestContext } from '@kundig/platform/server';
import { PreviewMailService } from '../preview-mail.service.js';

@ObjectType('SeenLetter', {
  description: 'A mail about a post; the link that ends such mails leads nowhere here.',
})
export class SeenLetterObject {
  @Field() subject!: string;
  @Field({ description: 'The whole of it as plain text; as HTML it says the same.' }) text!: string;
}

/** The mail as part of what others see. */
@Resolver(() => AudienceView)
export class AudienceMailResolver {
  constructor(private readonly preview: PreviewMailService) {}

  @ResolveField(() => SeenLetterObject, {
    nullable: true,
    description:
      'About the viewer’s last post in the thread, for who follows it; null where no such mail is sent.',
  })
  letter(
    @Ctx() ctx: RequestContext,
    @Parent() { mailedPost }: AudienceView,
  ): Promise<SeenLetterObject | null> | null {
    return mailedPost && this.preview.execute(ctx, mailedPost);
  }
}
