import { Injectable } from '@nestjs/common';
import { plainTextOfHtml, type RequestContext } from '@kundig/platform/server';
import { diffWordsWithSpace } from 'diff';
import { LegalTexts, viewOf, type LegalTextView } from '../accounts/legal-texts.js';
import { LegalTextRepository } from '../storage/legal-text.repository.js';

/** A run of words that stayed, came or went. */
export interface TextChange {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** A text whose new version somebody is asked to accept, and what is new about it. */
export interface TextToAccept extends LegalTextView {
  readonly changes: readonly TextChange[];
}

/** Comparing two texts that have nothing in common takes longest; beyond this they are shown one after the other. */
const PATIENCE_MS = 500;
/** Of two texts with less in common than this, a mix of single words would help nobody. */
const LEAST_IN_COMMON = 0.4;

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
      return [{ ...now, changes: changesBetween(viewOf(known, ctx.locale), now) }];
    });
  }
}

/** @returns the words of both texts in their order; one text after the other where they have little in common */
export function changesBetween(before: LegalTextView, after: LegalTextView): TextChange[] {
  const [old, next] = [plainTextOfHtml(before.html), plainTextOfHtml(after.html)];
  const parts = diffWordsWithSpace(old, next, { timeout: PATIENCE_MS });
  const kept = (parts ?? []).filter(({ added, removed }) => !added && !removed);
  const common = kept.reduce((sum, { value }) => sum + value.length, 0);
  if (!parts || common < LEAST_IN_COMMON * Math.max(old.length, next.length))
    return [
      { kind: 'removed', text: old },
      { kind: 'added', text: next },
    ];
  return parts.map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
}
