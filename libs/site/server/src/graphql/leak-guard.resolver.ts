import { Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, Clock, Ctx, Input, succeed, type RequestContext } from '@kundig/platform/server';
import { RescanPostsService } from '../leak-guard/rescan-posts.service.js';
import { SaveLeakGuardService, type SaveLeakGuard } from '../leak-guard/save-leak-guard.service.js';
import { SiteSettings } from '../settings/site-settings.js';
import { LeakCountRepository } from '../storage/leak-count.repository.js';
import { LeakRescanRepository } from '../storage/leak-rescan.repository.js';
import {
  LeakCountObject,
  LeakGuardSettingsObject,
  LeakRescanObject,
  RescanPostsInput,
  RescanPostsResult,
  rescanPostsSchema,
  RescanPostsSuccess,
  SaveLeakGuardInput,
  SaveLeakGuardResult,
  saveLeakGuardSchema,
  SaveLeakGuardSuccess,
} from './leak-guard.object.js';

/** How far back the counters are shown. */
const COUNTED_MILLISECONDS = 30 * 24 * 60 * 60 * 1000;

/** What the leak guard looks for: set under *Verwaltung*, and read by whoever writes, as their browser looks, too. */
@Resolver()
export class LeakGuardResolver {
  constructor(
    private readonly settings: SiteSettings,
    private readonly counts: LeakCountRepository,
    private readonly clock: Clock,
    private readonly save: SaveLeakGuardService,
    private readonly rescans: LeakRescanRepository,
    private readonly rescanning: RescanPostsService,
  ) {}

  @Query(() => LeakGuardSettingsObject, { description: 'The same for everybody who writes.' })
  @Access.public()
  async leakGuardSettings(): Promise<LeakGuardSettingsObject> {
    return LeakGuardSettingsObject.of((await this.settings.latest()).leakGuard);
  }

  @Query(() => [LeakCountObject], { description: 'Kinds of which something was found, most first.' })
  @Access.permission('platform:administer')
  async leakCounts(@Ctx() ctx: RequestContext): Promise<LeakCountObject[]> {
    const counts = await this.counts.since(ctx, new Date(this.clock.now().getTime() - COUNTED_MILLISECONDS));
    return counts.map(({ kind, hidden, kept }) => ({ kind, found: hidden + kept, hidden, left: kept }));
  }

  @Query(() => LeakRescanObject, { nullable: true, description: 'Nothing before the first one has ended.' })
  @Access.permission('platform:administer')
  leakRescan(@Ctx() ctx: RequestContext): Promise<LeakRescanObject | null> {
    return this.rescans.find(ctx);
  }

  @Mutation(() => RescanPostsResult, {
    description: 'Has all posts looked through with the rules of today, by a job. Safe to repeat.',
  })
  @Access.permission('platform:administer')
  async rescanPosts(
    @Ctx() ctx: RequestContext,
    @Input(rescanPostsSchema, () => RescanPostsInput) _input: RescanPostsInput,
  ): Promise<RescanPostsSuccess> {
    await this.rescanning.execute(ctx);
    return succeed(RescanPostsSuccess, { path: '/admin/jobs?saved=1' });
  }

  @Mutation(() => SaveLeakGuardResult, { description: 'What the leak guard looks for. Safe to repeat.' })
  @Access.permission('platform:administer')
  async saveLeakGuard(
    @Ctx() ctx: RequestContext,
    @Input(saveLeakGuardSchema, () => SaveLeakGuardInput) input: SaveLeakGuard,
  ): Promise<SaveLeakGuardSuccess> {
    await this.save.execute(ctx, input);
    return succeed(SaveLeakGuardSuccess, { path: '/admin/leak-guard?saved=1' });
  }
}
