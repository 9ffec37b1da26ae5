import { Injectable } from '@nestjs/common';
import { AuditLog } from '@kundig/moderation/server';
import {
  AppDatabase,
  OperatorRecord,
  type PublishedText,
  type RequestContext,
} from '@kundig/platform/server';

/** Keeps new versions of the operator's texts in the audit log; what they say is kept with the texts themselves. */
@Injectable()
export class TextRecord extends OperatorRecord {
  constructor(
    private readonly database: AppDatabase,
    private readonly audit: AuditLog,
  ) {
    super();
  }

  textPublished(ctx: RequestContext, { slug, version, title }: PublishedText): Promise<void> {
    return this.database.transaction(ctx, (tx) =>
      this.audit.record(tx, {
        ...{ action: 'text-published', subjectType: 'site', subjectId: `texts/${slug}` },
        reason: `${title} (${version})`,
      }),
    );
  }
}
