import { Injectable } from '@nestjs/common';
import { BatchLoader, type RequestContext } from '@kundig/platform/server';
import { ObjectionRepository, type Objection } from '../storage/objection.repository.js';
import { objectionPolicy, type Hideable } from './objection.policy.js';
import { OwnObjectionStateEnum, type OwnObjection } from './objection.schema.js';
import { OwnNames } from './own-names.js';

/** Something with its primary key that may be hidden. */
interface MaybeHidden extends Hideable {
  readonly id: string;
  readonly hiddenReason: string | null;
}

/** Objections against decisions on a post or comment, by its key. */
@Injectable()
export class ObjectionsAgainstLoader extends BatchLoader<Objection[]> {
  constructor(private readonly objections: ObjectionRepository) {
    super();
  }

  protected async loadBatch(ctx: RequestContext, ids: readonly string[]): Promise<Objection[][]> {
    const objections = await this.objections.against(ctx, ids);
    return ids.map((id) => objections.filter(({ subjectId }) => subjectId === id));
  }
}

/** What authors see of objecting, at what was hidden of theirs. */
@Injectable()
export class OwnObjections {
  constructor(
    private readonly names: OwnNames,
    private readonly against: ObjectionsAgainstLoader,
  ) {}

  /**
   * One statement for a page, and none where nothing of the viewer's is hidden.
   * @param threadId null for a comment of the blog
   * @returns null where there is nothing to object to, and for everybody but the author
   */
  async to(
    ctx: RequestContext,
    { id, hiddenReason, ...hiding }: MaybeHidden,
    threadId: string | null,
  ): Promise<OwnObjection | null> {
    if (!hiding.hiddenAt || ctx.actor.memberId === null) return null;
    if (!objectionPolicy.mayObject(hiding, await this.names.in(ctx, threadId)).allowed) return null;
    const raised = (await this.against.load(ctx, id))!.find(
      ({ hiddenAt }) => hiddenAt.getTime() === hiding.hiddenAt!.getTime(),
    );
    return {
      ...{ state: stateOf(raised), reason: hiddenReason ?? '' },
      ...{ answer: raised?.answer ?? null, reopenReason: raised?.reopenReason ?? null },
    };
  }
}

function stateOf(raised: Objection | undefined): OwnObjectionStateEnum {
  if (!raised) return OwnObjectionStateEnum.POSSIBLE;
  return raised.decision === null ? OwnObjectionStateEnum.WAITING : OwnObjectionStateEnum.REJECTED;
}
