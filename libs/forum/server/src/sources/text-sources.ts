import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@kundig/platform/server';

/** Where a text comes from that was not written here, as its licence wants it shown. */
export interface TextSource {
  /** Host name of the old site. */
  readonly site: string;
  /** Address on the old site. */
  readonly url: string;
  /** Name of the author there. */
  readonly author: string;
  /** Such as `CC BY-SA 4.0`. */
  readonly licence: string;
  /** Text of the licence; null for one that has no address we know. */
  readonly licenceUrl: string | null;
}

/** A thread or a post with its author. */
export interface SourcedText {
  readonly id: string;
  readonly authorId: string | null;
}

/** The domain that brings texts from elsewhere. */
export interface SourceBook {
  /** @returns null for what was written here, and where the old site is not known */
  of(ctx: RequestContext, text: SourcedText): Promise<TextSource | null>;
}

/** Tells where texts come from, for whoever makes something of them: a licence follows its text. */
@Injectable()
export class TextSources {
  private book: SourceBook | null = null;

  /** Called once while the process starts. */
  register(book: SourceBook): void {
    this.book = book;
  }

  /** @returns the sources of these texts in their order, each once; none for what was written here */
  async of(ctx: RequestContext, texts: readonly SourcedText[]): Promise<TextSource[]> {
    const found = await Promise.all(texts.map((text) => this.book?.of(ctx, text) ?? null));
    const byUrl = new Map(found.flatMap((source) => (source ? [[source.url, source] as const] : [])));
    return [...byUrl.values()];
  }
}

const CREATIVE_COMMONS = /^CC (BY(?:-NC)?(?:-ND|-SA)?) (\d\.\d)$/;

/** @returns the address of a licence of Creative Commons by its short name; null for any other */
export function licenceUrl(licence: string): string | null {
  const [, kind, version] = CREATIVE_COMMONS.exec(licence) ?? [];
  return kind && version ? `https://creativecommons.org/licenses/${kind.toLowerCase()}/${version}/` : null;
}
