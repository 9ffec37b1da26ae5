import { Query, Resolver } from '@nestjs/graphql';
import { Access, Ctx, type RequestContext } from '@kundig/platform/server';
import { OwnTraces } from '../own-traces.service.js';
import { OwnTracesObject } from './own-traces.object.js';

/** For the browser of whoever writes. Pages ask for it nowhere: it comes with the first key, and no cache keeps it. */
@Resolver()
export class OwnTracesResolver {
  constructor(private readonly traces: OwnTraces) {}

  @Query(() => OwnTracesObject, { description: 'Of the reader and nobody else; visitors leave none.' })
  @Access.public()
  ownTraces(@Ctx() ctx: RequestContext): OwnTracesObject {
    return { ...this.traces.of(ctx), bound: this.traces.bound(ctx) };
  }
}
