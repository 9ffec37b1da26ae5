import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@kundig/platform/server';
import { ObjectionRepository, type Objection } from '../storage/objection.repository.js';

/** What authors who objected are to be told; for handing over to its delivery. */
@Injectable()
export class DecidedObjections {
  constructor(private readonly objections: ObjectionRepository) {}

  /** @param id primary key @returns null for one that is open, or gone with its author */
  async find(ctx: RequestContext, id: string): Promise<Objection | null> {
    const objection = await this.objections.byId(ctx, id);
    return objection?.resolvedAt ? objection : null;
  }

  /** @param id primary key @returns null for one that is decided anew, or gone with its author */
  async reopened(ctx: RequestContext, id: string): Promise<Objection | null> {
    const objection = await this.objections.byId(ctx, id);
    return objection && objection.resolvedAt === null && objection.reopenReason !== null ? objection : null;
  }
}
