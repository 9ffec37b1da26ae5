import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ImportSource, PostObject, ThreadObject } from '@kundig/forum/server';
import { Ctx, type RequestContext } from '@kundig/platform/server';
import { ImportSources } from './import-sources.js';

@Resolver(() => ThreadObject)
export class ThreadSourceResolver {
  constructor(private readonly sources: ImportSources) {}

  @ResolveField(() => ImportSource, { nullable: true, description: 'Null for what was written here.' })
  async source(@Ctx() ctx: RequestContext, @Parent() thread: ThreadObject): Promise<ImportSource | null> {
    return thread.hidden ? null : this.sources.of(ctx, thread.row);
  }
}

@Resolver(() => PostObject)
export class PostSourceResolver {
  constructor(private readonly sources: ImportSources) {}

  @ResolveField(() => ImportSource, { nullable: true, description: 'Null for what was written here.' })
  async source(@Ctx() ctx: RequestContext, @Parent() { row }: PostObject): Promise<ImportSource | null> {
    return row.isStub ? null : this.sources.of(ctx, row);
  }
}
