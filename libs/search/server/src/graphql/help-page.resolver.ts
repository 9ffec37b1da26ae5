import { Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, Ctx, Input, succeed, type RequestContext } from '@kundig/platform/server';
import { FetchHelpPagesNowService } from '../help-pages/fetch-help-pages-now.service.js';
import { HelpPageRepository } from '../help-pages/help-page.repository.js';
import { SaveHelpSourcesService } from '../help-pages/save-help-sources.service.js';
import { searchPolicy } from '../search.policy.js';
import {
  FetchHelpPagesInput,
  FetchHelpPagesResult,
  fetchHelpPagesSchema,
  FetchHelpPagesSuccess,
  HelpSourceObject,
  SaveHelpSourcesInput,
  SaveHelpSourcesResult,
  saveHelpSourcesSchema,
  SaveHelpSourcesSuccess,
} from './help-page.object.js';

/** Page on which all of this happens. */
const PAGE = '/admin/help-pages?saved';

/** Where administrators say which help pages are the operator's own. */
@Resolver()
export class HelpPageResolver {
  constructor(
    private readonly pages: HelpPageRepository,
    private readonly save: SaveHelpSourcesService,
    private readonly fetchNow: FetchHelpPagesNowService,
  ) {}

  @Query(() => [HelpSourceObject], { description: 'In the order in which they were entered.' })
  @Access.permission('platform:administer')
  async helpSources(@Ctx() ctx: RequestContext): Promise<HelpSourceObject[]> {
    if (!searchPolicy.mayNameHelpPages(ctx.actor).allowed) return [];
    return this.pages.sources(ctx);
  }

  @Mutation(() => SaveHelpSourcesResult, {
    description: 'Says where the operator’s own help pages are listed, and reads them.',
  })
  @Access.permission('platform:administer')
  async saveHelpSources(
    @Ctx() ctx: RequestContext,
    @Input(saveHelpSourcesSchema, () => SaveHelpSourcesInput) { addresses }: SaveHelpSourcesInput,
  ): Promise<SaveHelpSourcesSuccess> {
    await this.save.execute(ctx, addresses);
    return succeed(SaveHelpSourcesSuccess, { path: PAGE });
  }

  @Mutation(() => FetchHelpPagesResult, { description: 'Reads them without waiting for the night.' })
  @Access.permission('platform:administer')
  async fetchHelpPages(
    @Ctx() ctx: RequestContext,
    @Input(fetchHelpPagesSchema, () => FetchHelpPagesInput) _input: FetchHelpPagesInput,
  ): Promise<FetchHelpPagesSuccess> {
    await this.fetchNow.execute(ctx);
    return succeed(FetchHelpPagesSuccess, { path: PAGE });
  }
}
