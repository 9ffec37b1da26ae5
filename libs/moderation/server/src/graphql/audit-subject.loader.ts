import { Injectable } from '@nestjs/common';
import { BatchLoader, type RequestContext } from '@kundig/platform/server';
import { AuditSubjects, type AuditSubjectView } from '../audit/audit-subjects.js';
import type { AuditEntry, AuditSubject } from '../storage/audit.repository.js';

/** What entries of a page of the log are about, one kind after the other; null for what the viewer may not read. */
@Injectable()
export class AuditSubjectLoader extends BatchLoader<AuditSubjectView> {
  constructor(private readonly subjects: AuditSubjects) {
    super();
  }

  viewOf(ctx: RequestContext, { subjectType, subjectId }: AuditEntry): Promise<AuditSubjectView | null> {
    return this.load(ctx, `${subjectType} ${subjectId}`);
  }

  protected async loadBatch(
    ctx: RequestContext,
    keys: readonly string[],
  ): Promise<(AuditSubjectView | null)[]> {
    const wanted = keys.map((key) => key.split(' ', 2) as [AuditSubject, string]);
    const found = new Map<AuditSubject, ReadonlyMap<string, AuditSubjectView>>();
    for (const type of new Set(wanted.map(([type]) => type))) {
      const ids = wanted.filter(([wantedType]) => wantedType === type).map(([, id]) => id);
      found.set(type, await this.subjects.find(ctx, type, ids));
    }
    return wanted.map(([type, id]) => found.get(type)!.get(id) ?? null);
  }
}
