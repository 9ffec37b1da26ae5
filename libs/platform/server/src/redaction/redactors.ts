import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../context/request-context.js';
import type { Passage } from './passage.js';

/** Where a passage was taken out; primary keys. */
export interface RedactedPosts {
  readonly threadId: string;
  /** The post itself and those that quoted it. */
  readonly postIds: readonly string[];
}

/** Takes a passage out of what a domain keeps beside the posts, in the transaction in which the posts lose it. */
export interface Redactor {
  redact(tx: RequestContext, passage: Passage, posts: RedactedPosts): Promise<void>;
}

/** Everybody who keeps copies of what posts say. */
@Injectable()
export class Redactors {
  private readonly all: Redactor[] = [];

  /** Called once per redactor while the process starts. */
  register(redactor: Redactor): void {
    this.all.push(redactor);
  }

  async redact(tx: RequestContext, passage: Passage, posts: RedactedPosts): Promise<void> {
    for (const redactor of this.all) await redactor.redact(tx, passage, posts);
  }
}
