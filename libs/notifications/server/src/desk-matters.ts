import { Injectable } from '@nestjs/common';
import { CommentRepository } from '@kundig/blog/server';
import { PostRepository } from '@kundig/forum/server';
import { DESKS, type DeskMail, type DeskOccasion, type DigestLine } from '@kundig/identity/server';
import { Undecided, type HeldItem } from '@kundig/moderation/server';
import { Environment, nameIn, Translator, type Locale, type RequestContext } from '@kundig/platform/server';
import { NoticedPosts } from './noticed-posts.js';

/** Where moderators and custodians find each kind of work. */
export const DESK_PATHS: Readonly<Record<DeskOccasion, string>> = {
  reported: '/desk/reports',
  waiting: '/desk/held',
  unlawful: '/desk/notices',
  reveal: '/desk/reveals',
};

/** Something that waits for moderators or custodians, before it is put into words. */
interface Matter {
  readonly subjectId: string;
  readonly onceKey: string;
  /** Keys of the threads and articles whose titles are told. */
  readonly about: readonly string[];
  /** Members who may decide about it. */
  readonly deciderIds: readonly string[];
  /** Who of them is not told: its authors, as everybody sees them, who is at work on it already, and who asked for it. */
  readonly notToldIds: readonly string[];
  /** What the texts name. */
  readonly values: (locale: Locale) => Readonly<Record<string, string>>;
}

/**
 * What waits for moderators or custodians, whom to tell of it, and in which words: the title of its thread, and nothing that
 * was written; of a request for a reveal only that it waits. Told are those who may decide about it at this moment, and so may
 * see its board, but for its author and for who is at work on it. Of a persona the account behind it counts as anybody else,
 * and who has reported it is told, too: who is left out would show by the number of mails.
 */
@Injectable()
export class DeskMatters {
  constructor(
    private readonly undecided: Undecided,
    private readonly noticed: NoticedPosts,
    private readonly posts: PostRepository,
    private readonly comments: CommentRepository,
    private readonly translator: Translator,
    private readonly environment: Environment,
  ) {}

  /** @param ctx of a job @returns what of it still waits; what is decided, withdrawn or gone is left out */
  async of(ctx: RequestContext, occasion: DeskOccasion, ids: readonly string[]): Promise<DeskMail[]> {
    if (ids.length === 0) return [];
    const matters = await this[occasion](ctx, ids);
    return matters.map(({ subjectId, onceKey, about, deciderIds, notToldIds, values }) => {
      const contentIn = (locale: Locale) => this.content(locale, occasion, values(locale));
      return {
        ...{ occasion, subjectId, onceKey, about },
        memberIds: deciderIds.filter((memberId) => !notToldIds.includes(memberId)),
        content: { de: contentIn('de'), en: contentIn('en') },
      };
    });
  }

  /** The same as lines of the daily mails, where everything of a kind is one line. */
  async lines(ctx: RequestContext, occasion: DeskOccasion, ids: readonly string[]): Promise<DigestLine[]> {
    const path = DESK_PATHS[occasion];
    const subject = (locale: Locale) => this.translator.translate(locale, `notifications:${occasion}.digest`);
    return (await this.of(ctx, occasion, ids)).map(({ subjectId, memberIds }) => ({
      ...{ occasion, threadId: DESKS[occasion], postId: subjectId, readers: memberIds },
      content: { de: { subject: subject('de'), path }, en: { subject: subject('en'), path } },
    }));
  }

  private async reported(ctx: RequestContext, ids: readonly string[]): Promise<Matter[]> {
    const cases = await this.undecided.reported(ctx, ids);
    const posts = await this.noticed.findMany(
      ctx,
      cases.flatMap((one) => (one.postId === null ? [] : [one])),
    );
    const comments = await this.comments.findByIds(
      ctx,
      cases.flatMap(({ commentId }) => commentId ?? []),
    );
    const reported = cases.map(async ({ subjectId, firstReportId, handlerId }): Promise<Matter[]> => {
      const atWork = handlerId === null ? [] : [handlerId];
      const base = { subjectId, onceKey: `reported:${firstReportId}` };
      const noticed = posts.find(({ post }) => post.id === subjectId);
      if (noticed) {
        const { post, thread, board } = noticed;
        const notToldIds = post.authorId === null ? atWork : [...atWork, post.authorId];
        return [
          {
            ...{ ...base, notToldIds, about: [thread.id] },
            deciderIds: await this.undecided.decidersOf(ctx, board.id),
            values: () => ({ title: thread.title }),
          },
        ];
      }
      const comment = comments.find(({ id }) => id === subjectId);
      if (!comment) return [];
      const { authorId, article } = comment;
      return [
        {
          ...{ ...base, notToldIds: [...atWork, authorId], about: [comment.articleId] },
          deciderIds: await this.undecided.decidersOf(ctx, null),
          values: () => ({ title: article.title }),
        },
      ];
    });
    return (await Promise.all(reported)).flat();
  }

  private async waiting(ctx: RequestContext, ids: readonly string[]): Promise<Matter[]> {
    const waiting = (await this.undecided.waiting(ctx, ids)).map(async (item): Promise<Matter> => ({
      ...{ subjectId: item.id, onceKey: `waiting:${item.id}`, about: aboutOf(item) },
      deciderIds: await this.undecided.decidersOf(ctx, 'place' in item ? item.place.board.id : null),
      notToldIds: item.memberId === null ? [] : [item.memberId],
      values: (locale) => ({ title: placeOf(item, locale) }),
    }));
    return Promise.all(waiting);
  }

  private async unlawful(ctx: RequestContext, ids: readonly string[]): Promise<Matter[]> {
    const notices = await this.undecided.unlawful(ctx, ids);
    const [posts, comments] = [
      await this.posts.findReadableByIds(ctx, [...new Set(notices.flatMap(({ postIds }) => postIds))]),
      await this.comments.findByIds(ctx, [...new Set(notices.flatMap(({ commentIds }) => commentIds))]),
    ];
    const deciderIds = await this.undecided.decidersOf(ctx, null);
    return notices.map(({ id, number, dueAt, postIds, commentIds }) => ({
      ...{ subjectId: id, onceKey: `unlawful:${id}`, about: [], deciderIds },
      notToldIds: [
        ...posts.filter((post) => postIds.includes(post.id)),
        ...comments.filter((comment) => commentIds.includes(comment.id)),
      ].flatMap(({ authorId }) => authorId ?? []),
      values: (locale) => ({ number, due: this.day(dueAt, locale) }),
    }));
  }

  /** All custodians but who asked, the persona's author among them as anybody else; the words are the same for any request. */
  private async reveal(ctx: RequestContext, ids: readonly string[]): Promise<Matter[]> {
    const [requests, deciderIds] = [await this.undecided.reveal(ids), await this.undecided.custodians(ctx)];
    return requests.map(({ id, requestedBy }) => ({
      ...{ subjectId: id, onceKey: `reveal:${id}`, about: [], deciderIds },
      notToldIds: [requestedBy],
      values: () => ({}),
    }));
  }

  private content(locale: Locale, occasion: DeskOccasion, values: Readonly<Record<string, string>>) {
    const t = (part: string) =>
      this.translator.translate(locale, `notifications:${occasion}.${part}`, values);
    return {
      subject: t('subject'),
      paragraphs: [t('text')],
      action: { label: t('action'), path: DESK_PATHS[occasion] },
    };
  }

  private day(instant: Date, locale: Locale): string {
    const timeZone = this.environment.get('TIME_ZONE');
    return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format(instant);
  }
}

/** A held text is named after where it belongs: what begins a thread has a title that nobody has let through yet. */
function placeOf(item: HeldItem, locale: Locale): string {
  if (!('place' in item)) return item.article.title;
  return item.thread?.title ?? nameIn(locale, item.place.board);
}

const aboutOf = (item: HeldItem): string[] =>
  'place' in item ? (item.thread ? [item.thread.id] : []) : [item.article.id];
