import { Injectable } from '@nestjs/common';
import { BatchLoader, type RequestContext } from '@kundig/platform/server';
import { ContentNoticeRepository, type PlacedSubject } from './content-notice.repository.js';

/** What a notice is about as far as that was found, by the primary key of the notice; for those who decide it. */
@Injectable()
export class NoticeSubjectsLoader extends BatchLoader<PlacedSubject[]> {
  constructor(private readonly notices: ContentNoticeRepository) {
    super();
  }

  protected async loadBatch(ctx: RequestContext, ids: readonly string[]): Promise<PlacedSubject[][]> {
    const subjects = await this.notices.placedSubjects(ctx, ids);
    return ids.map((id) => subjects.filter(({ noticeId }) => noticeId === id));
  }
}
