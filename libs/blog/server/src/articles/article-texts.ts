import { Injectable } from '@nestjs/common';
import { Environment, renderMarkdown, slugify } from '@kundig/platform/server';
import type { NewRevision } from '../storage/article.repository.js';

/** Columns of a revision that follow from what an author wrote. */
export type ArticleText = Pick<
  NewRevision,
  'title' | 'slug' | 'teaser' | 'bodyMd' | 'bodyHtml' | 'renderVersion'
>;

/** Turns what authors write into what is stored: rendered and sanitised once. */
@Injectable()
export class ArticleTexts {
  constructor(private readonly environment: Environment) {}

  of({ title, teaser, body }: { title: string; teaser: string; body: string }): ArticleText {
    const { html, version } = this.render(body);
    return {
      title,
      teaser,
      slug: slugify(title, 'article'),
      bodyMd: body,
      bodyHtml: html,
      renderVersion: version,
    };
  }

  /** @param body Markdown, as the input schemas bound it */
  render(body: string): { html: string; version: number } {
    return renderMarkdown(body, { ownOrigin: this.environment.baseUrl });
  }
}
