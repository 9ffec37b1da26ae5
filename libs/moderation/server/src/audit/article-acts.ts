import { Injectable } from '@nestjs/common';
import { ArticleRecord } from '@kundig/blog/server';
import { AuditLog } from './audit-log.js';

/** Keeps in the audit log who let an article appear, now or at an hour, and who took it back. */
@Injectable()
export class ArticleActs {
  constructor(audit: AuditLog, record: ArticleRecord) {
    record.register((tx, act, articleId) =>
      audit.record(tx, {
        ...{ action: `article-${act}`, subjectType: 'article', subjectId: articleId, reason: null },
      }),
    );
  }
}
