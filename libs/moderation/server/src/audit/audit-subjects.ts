import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@kundig/platform/server';
import type { AuditSubject } from '../storage/audit.repository.js';

/** How something is called that entries of the log are about, and where one finds it. */
export interface AuditSubjectView {
  /** Of its own, or of that in which it stands: a title for a post or comment. */
  readonly name: string;
  /** Pseudonym under which the page shows who wrote it; null where it names nobody. */
  readonly authorId: string | null;
  /** Page on which it is found. */
  readonly path: string;
  /** True where it is gone, and the name is of that into which it went. */
  readonly isMerged?: boolean;
}

/**
 * Finds what entries name by these ids, as far as the viewer may read it, for a whole page of the log at once.
 * @returns by id
 */
export type FindAuditSubjects = (
  ctx: RequestContext,
  ids: readonly string[],
) => Promise<ReadonlyMap<string, AuditSubjectView>>;

/** Everybody who can tell how a kind of things is called. */
@Injectable()
export class AuditSubjects {
  private readonly finders = new Map<AuditSubject, FindAuditSubjects>();

  /** Called once per kind while the process starts. */
  register(type: AuditSubject, find: FindAuditSubjects): void {
    this.finders.set(type, find);
  }

  /** @returns by id; nothing of kinds that have no name */
  async find(
    ctx: RequestContext,
    type: AuditSubject,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, AuditSubjectView>> {
    return (await this.finders.get(type)?.(ctx, ids)) ?? new Map<string, AuditSubjectView>();
  }
}
