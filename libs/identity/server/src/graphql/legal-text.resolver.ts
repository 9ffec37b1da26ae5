import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, Ctx, Input, LOCALES, succeed, type RequestContext } from '@kundig/platform/server';
import type { z } from 'zod';
import { LegalTexts, renderedText } from '../accounts/legal-texts.js';
import { LEGAL_TEXTS } from '../storage/legal-text.repository.js';
import { AcceptLegalTextsService } from '../texts/accept-legal-texts.service.js';
import {
  bodiesToPublish,
  PublishLegalTextService,
  type PublishLegalText,
} from '../texts/publish-legal-text.service.js';
import { TextsToAccept, type TextToAccept } from '../texts/texts-to-accept.js';
import {
  AcceptLegalTextsInput,
  AcceptLegalTextsResult,
  acceptLegalTextsSchema,
  AcceptLegalTextsSuccess,
  LegalText,
  LegalTextPreview,
  OperatorText,
  PublishLegalTextInput,
  PublishLegalTextResult,
  publishLegalTextSchema,
  PublishLegalTextSuccess,
  TextToAcceptObject,
} from './legal-text.object.js';

@Resolver()
export class LegalTextResolver {
  constructor(
    private readonly texts: LegalTexts,
    private readonly waiting: TextsToAccept,
    private readonly publish: PublishLegalTextService,
    private readonly accept: AcceptLegalTextsService,
  ) {}

  @Query(() => LegalText, {
    nullable: true,
    description: 'In the language of the request; null for an unknown slug.',
  })
  @Access.public()
  async legalText(@Ctx() ctx: RequestContext, @Args('slug') slug: string): Promise<LegalText | null> {
    return (await this.texts.latest()).find(slug, ctx.locale);
  }

  @Query(() => [TextToAcceptObject], { description: 'New versions of texts the viewer is asked to accept.' })
  @Access.member()
  textsToAccept(@Ctx() ctx: RequestContext): Promise<TextToAccept[]> {
    return this.waiting.of(ctx);
  }

  @Query(() => [OperatorText], { description: 'The texts of the operator as they are written.' })
  @Access.permission('platform:administer')
  async operatorTexts(@Ctx() ctx: RequestContext): Promise<OperatorText[]> {
    const texts = await this.texts.latest();
    return LEGAL_TEXTS.map((slug) => OperatorText.of(texts.versions(slug), texts.answers(), ctx.locale));
  }

  @Query(() => [LegalTextPreview], { description: 'A text as it would be published, in German and English.' })
  @Access.permission('platform:administer')
  previewLegalText(
    @Input(publishLegalTextSchema, () => PublishLegalTextInput) input: PublishLegalText,
  ): LegalTextPreview[] {
    const bodies = bodiesToPublish(input);
    const titles = { de: input.titleDe, en: input.titleEn };
    return LOCALES.map((locale) => ({
      ...{ locale, title: titles[locale] },
      html: renderedText(bodies[locale]),
    }));
  }

  @Mutation(() => PublishLegalTextResult, {
    description: 'Puts a new version in force; members are asked to accept it where it is material.',
  })
  @Access.permission('platform:administer')
  async publishLegalText(
    @Ctx() ctx: RequestContext,
    @Input(publishLegalTextSchema, () => PublishLegalTextInput) input: PublishLegalText,
  ): Promise<PublishLegalTextSuccess> {
    await this.publish.execute(ctx, input);
    return succeed(PublishLegalTextSuccess, { path: `/admin/texts/${input.slug}?saved=1` });
  }

  @Mutation(() => AcceptLegalTextsResult, {
    description: 'Records that the viewer accepts the new versions. Safe to repeat.',
  })
  @Access.member({ evenSuspended: true })
  async acceptLegalTexts(
    @Ctx() ctx: RequestContext,
    @Input(acceptLegalTextsSchema, () => AcceptLegalTextsInput)
    { texts }: z.output<typeof acceptLegalTextsSchema>,
  ): Promise<AcceptLegalTextsSuccess> {
    await this.accept.execute(ctx, texts);
    return succeed(AcceptLegalTextsSuccess, { path: '/' });
  }
}
