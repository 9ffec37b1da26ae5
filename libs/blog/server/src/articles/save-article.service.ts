import { Injectable } from '@nestjs/common';
import { FileClaims, type FileClaim } from '@kundig/files/server';
import {
  AppDatabase,
  Clock,
  Conflict,
  NotFound,
  Randomness,
  WriteLimits,
  type Locale,
  type RequestContext,
} from '@kundig/platform/server';
import { Voices } from '@kundig/pseudonyms/server';
import { blogPolicy } from '../blog.policy.js';
import { ArticleRepository, type ArticlePicture, type DeskArticle } from '../storage/article.repository.js';
import { ArticleDraftRepository } from '../storage/draft.repository.js';
import { ArticleTexts } from './article-texts.js';

export interface SaveArticle {
  /** Public id; absent for a new article. */
  readonly articleId?: string;
  /** Number of the version the form was made from; a newer one is refused as a conflict. */
  readonly revision?: number;
  readonly title: string;
  readonly teaser: string;
  /** Markdown. */
  readonly body: string;
  readonly picture: ArticlePicture | null;
  readonly tags: readonly string[];
  readonly lang: Locale;
  /** Public id of the same article in the other language. */
  readonly translationId?: string;
  /** Whether it is ready for somebody to release. */
  readonly submit: boolean;
  readonly clientKey: string;
}

/** Writes a version of an article; what is in force stays so until somebody releases this one. */
@Injectable()
export class SaveArticleService {
  constructor(
    private readonly database: AppDatabase,
    private readonly articles: ArticleRepository,
    private readonly drafts: ArticleDraftRepository,
    private readonly texts: ArticleTexts,
    private readonly voices: Voices,
    private readonly files: FileClaims,
    private readonly limits: WriteLimits,
    private readonly clock: Clock,
    private readonly random: Randomness,
  ) {}

  /**
   * Safe to repeat with the same client key. Whoever changes nothing does not become the editor of the version, so that a
   * look at the form costs nobody the right to release.
   * @throws NotFound no such article or translation, or not one the actor may work on
   * @throws Conflict somebody else has saved a version meanwhile, or the translation is in the same language
   * @throws InvalidInput (field `body`) it names more pictures than one text may
   * @throws NotAllowed of staff: no real name is published; what was typed stays a draft
   * @throws TooManyRequests
   */
  async execute(ctx: RequestContext, input: SaveArticle): Promise<DeskArticle> {
    const existing = await this.existing(ctx, input);
    await this.voices.speakOpenly(ctx);
    const translation = await this.translation(ctx, input);
    await this.limits.consume(ctx, 'edit');
    const files = await this.files.claim(ctx, 'article', `${input.picture?.path ?? ''}\n${input.body}`);
    const publicId = await this.database.transaction(ctx, (tx) =>
      existing
        ? this.change(tx, existing.publicId, input, translation, files)
        : this.begin(tx, input, translation, files),
    );
    await this.files.settle(files);
    return (await this.articles.findOnDesk(ctx, publicId))!;
  }

  private async existing(ctx: RequestContext, { articleId }: SaveArticle): Promise<DeskArticle | null> {
    if (!articleId) {
      blogPolicy.mayWrite(ctx.actor).orThrow();
      return null;
    }
    const article = await this.articles.findOnDesk(ctx, articleId);
    if (!article) throw new NotFound();
    blogPolicy.mayEdit(ctx.actor, article).orThrow();
    return article;
  }

  private async translation(
    ctx: RequestContext,
    { translationId, articleId, lang }: SaveArticle,
  ): Promise<DeskArticle | null> {
    if (!translationId) return null;
    const other = await this.articles.findOnDesk(ctx, translationId);
    if (!other || other.publicId === articleId) throw new NotFound();
    if (other.lang === lang) throw new Conflict('blog:error.sameLanguage', 'translationId');
    return other;
  }

  /** @returns public id */
  private async begin(
    tx: RequestContext,
    input: SaveArticle,
    translation: DeskArticle | null,
    files: FileClaim,
  ): Promise<string> {
    const [memberId, now] = [tx.actor.memberId!, this.clock.now()];
    const [id, publicId] = [this.random.uuid(), this.random.publicId()];
    const { clientKey } = input;
    const isNew = await this.articles.insert(tx, {
      id,
      publicId,
      authorId: memberId,
      clientKey,
      createdAt: now,
    });
    if (!isNew) return (await this.articles.madeBy(tx, memberId, clientKey))!;
    await this.addVersion(tx, id, 1, input);
    await this.files.publish(tx, files, id);
    if (input.submit) await this.articles.update(tx, id, { submittedNumber: 1 });
    if (translation) await this.articles.pair(tx, id, translation.id);
    await this.drafts.remove(tx, memberId, null);
    return publicId;
  }

  /** @returns public id */
  private async change(
    tx: RequestContext,
    publicId: string,
    input: SaveArticle,
    translation: DeskArticle | null,
    files: FileClaim,
  ): Promise<string> {
    const found = (await this.articles.findOnDesk(tx, publicId))!;
    await this.articles.lock(tx, found.id);
    const latest = (await this.articles.findOnDesk(tx, publicId))!;
    await this.files.publish(tx, files, latest.id);
    let number = latest.number;
    if (!says(latest, input)) {
      if (await this.articles.wasSent(tx, latest.id, tx.actor.memberId!, input.clientKey)) return publicId;
      if (input.revision !== undefined && input.revision !== latest.number)
        throw new Conflict('blog:error.savedMeanwhile');
      number = latest.number + 1;
      await this.addVersion(tx, latest.id, number, input);
    }
    if (latest.translationId !== (translation?.id ?? null))
      await this.articles.pair(tx, latest.id, translation?.id ?? null);
    await this.articles.update(tx, latest.id, {
      latestNumber: number,
      withdrawnAt: null,
      submittedNumber: input.submit ? number : number === latest.number ? latest.submittedNumber : null,
    });
    await this.drafts.remove(tx, tx.actor.memberId!, latest.id);
    return publicId;
  }

  private async addVersion(
    tx: RequestContext,
    articleId: string,
    number: number,
    input: SaveArticle,
  ): Promise<void> {
    await this.articles.addRevision(tx, {
      ...this.texts.of(input),
      articleId,
      number,
      lang: input.lang,
      picture: input.picture,
      tags: input.tags,
      editedBy: tx.actor.memberId!,
      editedAt: this.clock.now(),
      clientKey: input.clientKey,
    });
  }
}

const says = (article: DeskArticle, input: SaveArticle): boolean =>
  article.title === input.title &&
  article.teaser === input.teaser &&
  article.bodyMd === input.body &&
  article.lang === input.lang &&
  article.picture?.path === input.picture?.path &&
  article.picture?.alt === input.picture?.alt &&
  article.tags.join() === input.tags.join();
