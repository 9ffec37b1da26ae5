import { Injectable } from '@nestjs/common';
import { Members, memberPath } from '@kundig/pseudonyms/server';
import {
  detectLanguage,
  Environment,
  excerpt,
  namesMentionedIn,
  plainTextOfHtml,
  renderedOnce,
  renderMarkdown,
  WriteLimits,
} from '@kundig/platform/server';
import type { Locale, RenderedText, RequestContext } from '@kundig/platform/server';
import type { Post } from '../storage/post.entity.js';
import type { Lang, Thread } from '../storage/thread.entity.js';

/** Columns of a post that follow from its Markdown. */
export interface PostText {
  readonly bodyMd: string;
  readonly bodyHtml: string;
  readonly renderVersion: number;
  readonly lang: Lang;
  /** Members named by `@nickname`. */
  readonly mentionedIds: string[];
}

/** Characters of text that lists show of a thread or of its solution. */
const EXCERPT_LENGTH = 200;

/** Turns Markdown into what is stored: rendered and sanitised once, with its language. */
@Injectable()
export class PostTexts {
  constructor(
    private readonly environment: Environment,
    private readonly members: Members,
    private readonly limits: WriteLimits,
  ) {}

  /**
   * Counts the people a text names whom it did not name before; one statement where there are some.
   * @throws TooManyRequests
   */
  async admitMentions(ctx: RequestContext, markdown: string, before = ''): Promise<void> {
    const known = namesMentionedIn(before);
    const added = namesMentionedIn(markdown).filter((name) => !known.includes(name));
    if (added.length > 0) await this.limits.consume(ctx, 'mention', added.length);
  }

  /** What somebody writes here: members it names are linked and kept. One statement where it names anybody. */
  async written(ctx: RequestContext, markdown: string): Promise<PostText> {
    const names = namesMentionedIn(markdown);
    if (names.length === 0) {
      const bodyMd = markdown.normalize('NFC');
      return this.textOf(bodyMd, renderedOnce(ctx, bodyMd, this.environment.baseUrl), ctx.locale);
    }
    const mentioned = await this.members.allNamed(ctx, names);
    const memberPaths = new Map(mentioned.map(({ name }) => [name.toLowerCase(), memberPath(name)]));
    return { ...this.of(markdown, ctx.locale, memberPaths), mentionedIds: mentioned.map(({ id }) => id) };
  }

  /**
   * What came from elsewhere: its names are not ours.
   * @param locale taken where the text is too short to tell
   */
  of(markdown: string, locale: Locale, memberPaths?: ReadonlyMap<string, string>): PostText {
    const bodyMd = markdown.normalize('NFC');
    const rendered = renderMarkdown(bodyMd, { ownOrigin: this.environment.baseUrl, memberPaths });
    return this.textOf(bodyMd, { ...rendered, plainText: plainTextOfHtml(rendered.html) }, locale);
  }

  private textOf(bodyMd: string, { html, version, plainText }: RenderedText, locale: Locale): PostText {
    return {
      bodyMd,
      bodyHtml: html,
      renderVersion: version,
      lang: detectLanguage(plainText, locale),
      mentionedIds: [],
    };
  }

  /** First words of a post for lists. */
  excerptOf(html: string): string {
    return excerpt(plainTextOfHtml(html), EXCERPT_LENGTH);
  }

  /** What a thread shows of its first solution. @param solution undefined where there is none */
  ofSolution(
    solution: Pick<Post, 'bodyHtml' | 'authorId' | 'privateOpinion'> | undefined,
  ): Pick<Thread, 'solutionExcerpt' | 'solutionAuthorId'> {
    return {
      solutionExcerpt: solution ? this.excerptOf(solution.bodyHtml) : null,
      solutionAuthorId: solution && !solution.privateOpinion ? solution.authorId : null,
    };
  }
}
