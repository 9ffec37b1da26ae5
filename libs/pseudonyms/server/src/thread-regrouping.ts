import { Injectable } from '@nestjs/common';
import { IdentityPort, type MergedThreads, type SplitThread } from '@kundig/identity/server';
import type { RequestContext } from '@kundig/platform/server';
import { AuthorDelivery } from './author-delivery.js';
import { Personas } from './personas/personas.js';

/** A new thread made of posts of another one, as this side knows it. */
export type SplitOfThread = Omit<SplitThread, 'authors'> & {
  /** Pseudonyms of who wrote the posts that went, in their order. */
  readonly authorIds: readonly string[];
};

/**
 * What follows for people when posts go from one thread to another. Personas stay who they are: two of one account remain
 * two, and nothing here or in what readers see tells that they are one person's.
 */
@Injectable()
export class ThreadRegrouping {
  constructor(
    private readonly identity: IdentityPort,
    private readonly delivery: AuthorDelivery,
    private readonly personas: Personas,
  ) {}

  /** Safe to repeat. Personas that meet under one name are told apart. */
  async merged(ctx: RequestContext, threads: MergedThreads): Promise<void> {
    const originIds = await this.identity.mergeThreads(threads);
    await this.personas.tellApart(ctx, threads.intoId, originIds);
  }

  /** Safe to repeat. */
  async split(ctx: RequestContext, { authorIds, ...threads }: SplitOfThread): Promise<void> {
    const recipientOf = await this.delivery.recipients(ctx, authorIds);
    await this.identity.splitThread({ ...threads, authors: authorIds.map(recipientOf) });
  }
}
