import { Injectable } from '@nestjs/common';
import { GroupRepository } from '@kundig/groups/server';
import { nameIn, type RequestContext } from '@kundig/platform/server';
import { AuditSubjects, type AuditSubjectView } from './audit-subjects.js';

/** What the audit log calls closed groups; one statement. */
@Injectable()
export class GroupSubjects {
  constructor(
    private readonly groups: GroupRepository,
    subjects: AuditSubjects,
  ) {
    subjects.register('group', (ctx) => this.ofGroups(ctx));
  }

  private async ofGroups(ctx: RequestContext): Promise<Map<string, AuditSubjectView>> {
    const groups = await this.groups.all(ctx);
    return new Map(
      groups.map((group) => [
        group.id,
        { name: nameIn(ctx.locale, group), authorId: null, path: `/admin/groups/${group.id}` },
      ]),
    );
  }
}
