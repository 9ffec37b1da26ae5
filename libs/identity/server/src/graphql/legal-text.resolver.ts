import { Args, Field, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Access, Ctx, type RequestContext } from '@kundig/platform/server';
import { LegalTexts } from '../accounts/legal-texts.js';

@ObjectType({ description: 'Imprint, privacy notice, netiquette and the like.' })
export class LegalText {
  @Field() slug!: string;
  @Field() title!: string;
  @Field({ description: 'Sanitised.' }) html!: string;
  @Field({ description: 'Date of the version, as acceptance is recorded with.' }) version!: string;
}

@Resolver()
export class LegalTextResolver {
  constructor(private readonly texts: LegalTexts) {}

  @Query(() => LegalText, {
    nullable: true,
    description: 'In the language of the request; null for an unknown slug.',
  })
  @Access.public()
  legalText(@Ctx() ctx: RequestContext, @Args('slug') slug: string): LegalText | null {
    return this.texts.find(slug, ctx.locale);
  }
}
