import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import {
  Access,
  Ctx,
  Input,
  InvalidInput,
  parseInput,
  succeed,
  Translator,
  type RequestContext,
} from '@kundig/platform/server';
import { searchPolicy } from '../search.policy.js';
import { PreviewSynonyms } from '../synonyms/preview-synonyms.service.js';
import { RemoveSynonymsService } from '../synonyms/remove-synonyms.service.js';
import { SaveSynonymsService, type SaveSynonyms } from '../synonyms/save-synonyms.service.js';
import { SynonymRepository } from '../synonyms/synonym.repository.js';
import {
  RemoveSynonymsInput,
  RemoveSynonymsResult,
  removeSynonymsSchema,
  RemoveSynonymsSuccess,
  SaveSynonymsInput,
  SaveSynonymsResult,
  saveSynonymsSchema,
  SaveSynonymsSuccess,
  SynonymGroupObject,
  SynonymPreview,
  synonymPreviewSchema,
} from './synonym.object.js';

/** Page on which all of this happens. */
const DESK = '/desk/synonyms';

/** The desk at which staff says which words mean the same. */
@Resolver()
export class SynonymDeskResolver {
  constructor(
    private readonly synonyms: SynonymRepository,
    private readonly preview: PreviewSynonyms,
    private readonly save: SaveSynonymsService,
    private readonly remove: RemoveSynonymsService,
    private readonly translator: Translator,
  ) {}

  @Query(() => [SynonymGroupObject], {
    description: 'All of them, by their first word; none for whoever looks after some boards alone.',
  })
  @Access.permission('search:improve')
  async synonymGroups(@Ctx() ctx: RequestContext): Promise<SynonymGroupObject[]> {
    if (!searchPolicy.mayImprove(ctx.actor).allowed) return [];
    const groups = await this.synonyms.all(ctx);
    return groups.map(({ words, ...group }) => ({ ...group, words: [...words] }));
  }

  @Query(() => SynonymPreview, { description: 'Of a group as it would be saved. Changes nothing.' })
  @Access.permission('search:improve')
  async synonymPreview(
    @Ctx() ctx: RequestContext,
    @Args('words', { type: () => String }) words: string,
    @Args('oneWay', { type: () => Boolean }) oneWay: boolean,
    @Args('groupId', { type: () => ID, nullable: true, description: 'The group in whose place it would be.' })
    groupId?: string | null,
  ): Promise<SynonymPreview> {
    try {
      const asked = parseInput(synonymPreviewSchema, { words, oneWay, groupId });
      const effects = await this.preview.execute(ctx, { ...asked, text: asked.words });
      const found = ({ total, titles }: (typeof effects)[number]['before']) => ({
        total,
        titles: [...titles],
      });
      return {
        problem: null,
        effects: effects.map((effect) => ({
          words: effect.words,
          before: found(effect.before),
          after: found(effect.after),
        })),
      };
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      const { messageKey, details } = error;
      return { problem: this.translator.translate(ctx.locale, messageKey, details.params), effects: [] };
    }
  }

  @Mutation(() => SaveSynonymsResult, { description: 'Says which words mean the same.' })
  @Access.permission('search:improve')
  async saveSynonyms(
    @Ctx() ctx: RequestContext,
    @Input(saveSynonymsSchema, () => SaveSynonymsInput) input: SaveSynonyms,
  ): Promise<SaveSynonymsSuccess> {
    await this.save.execute(ctx, input);
    return succeed(SaveSynonymsSuccess, { path: `${DESK}?done=saved` });
  }

  @Mutation(() => RemoveSynonymsResult, { description: 'Takes a group away.' })
  @Access.permission('search:improve')
  async removeSynonyms(
    @Ctx() ctx: RequestContext,
    @Input(removeSynonymsSchema, () => RemoveSynonymsInput) { groupId }: RemoveSynonymsInput,
  ): Promise<RemoveSynonymsSuccess> {
    await this.remove.execute(ctx, groupId);
    return succeed(RemoveSynonymsSuccess, { path: `${DESK}?done=removed` });
  }
}
