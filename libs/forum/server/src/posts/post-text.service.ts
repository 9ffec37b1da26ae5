import { Injectable } from '@nestjs/common';
import {
  detectLanguage,
  Environment,
  excerpt,
  plainTextOfHtml,
  renderMarkdown,
} from '@kundig/platform/server';
import type { Locale } from '@kundig/platform/server';
import type { Lang } from '../storage/thread.entity.js';

/** Columns of a post that follow from its Markdown. */
export interface PostText {
  readonly bodyMd: string;
  readonly bodyHtml: string;
  readonly renderVersion: number;
  readonly lang: Lang;
}

/** Characters of text that lists show of a thread or of its solution. */
const EXCERPT_LENGTH = 200;

/** Turns Markdown into what is stored: rendered and sanitised once, with its language. */
@Injectable()
export class PostTexts {
  constructor(private readonly environment: Environment) {}

  /** @param locale language of the interface, taken where the text is too short to tell */
  of(markdown: string, locale: Locale): PostText {
    const bodyMd = markdown.normalize('NFC');
    const { html, version } = renderMarkdown(bodyMd, { ownOrigin: this.environment.baseUrl });
    return {
      bodyMd,
      bodyHtml: html,
      renderVersion: version,
      lang: detectLanguage(plainTextOfHtml(html), locale),
    };
  }

  /** First words of a post for lists. */
  excerptOf(html: string): string {
    return excerpt(plainTextOfHtml(html), EXCERPT_LENGTH);
  }
}
