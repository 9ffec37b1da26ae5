import { Injectable } from '@nestjs/common';
import { plainTextOfHtml, textChanges, type RequestContext, type TextChange } from '@kundig/platform/server';
import { LegalTexts, viewOf, type LegalTextView } from '../accounts/legal-texts.js';
import { LegalTextRepository } from '../storage/legal-text.repository.js';

/** A text whose new version somebody is asked to accept, and what is new about it. */
export interface TextToAccept extends LegalTextView {
  readonly changes: readonly TextChange[];
}

/** What a member is asked to accept. */
@Injectable()
export class TextsToAccept {
  constructor(
    private readonly repository: LegalTextRepository,
    private readonly texts: LegalTexts,
  ) {}

  /** One statement; none for whoever is nobody. */
  async of(ctx: RequestContext): Promise<TextToAccept[]> {
    if (!ctx.actor.memberId) return [];
    await this.texts.latest();
    const awaiting = await this.repository.awaitingConsent(ctx, ctx.actor.memberId);
    return awaiting.flatMap(({ slug, accepted }) => {
      const versions = this.texts.versions(slug);
      const now = viewOf(versions[0]!, ctx.locale);
      const known = versions.find(({ version }) => version === accepted) ?? versions.at(-1)!;
      return [
        {
          ...now,
          changes: textChanges(plainTextOfHtml(viewOf(known, ctx.locale).html), plainTextOfHtml(now.html)),
        },
      ];
    });
  }
}
