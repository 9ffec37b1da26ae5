import { Injectable } from '@nestjs/common';
import { ForumPresenter, SolutionChanged, type PostRef } from '@kundig/forum/server';
import { IdentityPort, type MailContent } from '@kundig/identity/server';
import { OnEvent, Translator, type Locale, type RequestContext } from '@kundig/platform/server';
import { isTold, NoticedPosts, type NoticedPost } from './noticed-posts.js';
import { SECOND_THOUGHTS } from './second-thoughts.js';

/** Tells people without an account who share the problem of a question that it is solved. */
@Injectable()
export class TellGuestsService {
  constructor(
    private readonly posts: NoticedPosts,
    private readonly identity: IdentityPort,
    private readonly present: ForumPresenter,
    private readonly translator: Translator,
  ) {}

  /** Of questions everybody reads alone: nobody can say what guests may read besides. Safe to repeat. */
  @OnEvent(SolutionChanged, SECOND_THOUGHTS)
  async execute(ctx: RequestContext, ref: PostRef): Promise<void> {
    const noticed = await this.posts.find(ctx, ref);
    if (!noticed || !isTold(noticed) || !noticed.post.solutionAt) return;
    if (noticed.board.visibility !== 'public') return;
    await this.identity.deliverToGuests({
      threadId: noticed.thread.id,
      content: { de: this.content('de', noticed), en: this.content('en', noticed) },
      onceKey: `solved:${noticed.thread.id}`,
    });
  }

  private content(locale: Locale, { thread, post }: NoticedPost): MailContent {
    const t = (part: string) =>
      this.translator.translate(locale, `notifications:sharedSolved.${part}`, { title: thread.title });
    return {
      subject: t('subject'),
      paragraphs: [t('text'), t('more')],
      action: { label: t('action'), path: this.present.postPath(thread, post) },
    };
  }
}
