import { Injectable } from '@nestjs/common';
import { Clock, EventBus, type RequestContext } from '@kundig/platform/server';
import { NoticedContentHidden, NoticedContentShown } from '../moderation.events.js';
import { ContentNoticeRepository } from './content-notice.repository.js';

/** What it means to notices of unlawful content that a post or comment is shown again, whoever had hidden it and why. */
@Injectable()
export class ShownContent {
  constructor(
    private readonly notices: ContentNoticeRepository,
    private readonly events: EventBus,
    private readonly clock: Clock,
  ) {}

  /** Who sent a notice because of which it was to be hidden is told. @param subjectId primary key of the post or comment */
  async note(tx: RequestContext, subjectId: string): Promise<void> {
    const now = this.clock.now();
    const upheld = await this.notices.noteShown(tx, subjectId);
    for (const noticeId of upheld)
      await this.events.emit(tx, now, new NoticedContentShown({ noticeId, at: now.toISOString() }));
  }

  /**
   * The decision to show it was taken back; who sent such a notice is told.
   * @param noticeId primary key of the notice that had hidden it; null where none had
   */
  async takeBack(tx: RequestContext, subjectId: string, noticeId: string | null): Promise<void> {
    const now = this.clock.now();
    const upheld = await this.notices.noteHiddenAgain(tx, subjectId, noticeId);
    for (const id of upheld)
      await this.events.emit(tx, now, new NoticedContentHidden({ noticeId: id, at: now.toISOString() }));
  }
}
