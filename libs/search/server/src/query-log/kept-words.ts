import { Injectable } from '@nestjs/common';
import { OperatorGuard } from '@kundig/leak-guard/server';
import { findLeaks, hide, LEAK_KINDS, type HidingWords } from '@kundig/leak-guard/rules';
import type { RequestContext } from '@kundig/platform/server';
import type { SearchTerm } from '../query/parse-query.js';
import { SEARCH_LIMITS } from '../search.limits.js';

/** Stands for whatever may belong to somebody, as the guard writes it. */
const MASK = '[#]';
const HIDING_WORDS = Object.fromEntries(LEAK_KINDS.map((kind) => [kind, '#'])) as HidingWords;
/** Five digits or more, however they are set apart: a customer, a telephone, an order. */
const LONG_NUMBER = /\d(?:[\s./-]*\d){4,}/g;
/** Mail addresses, of whatever domain, and names on other networks. */
const ADDRESS = /\S*@\S*/g;
const HAS_LETTER = /\p{L}/u;

/** What of a search may be kept: its words, without what may tell who searched or for whom. */
@Injectable()
export class KeptWords {
  constructor(private readonly guard: OperatorGuard) {}

  /** @returns null where nothing may be kept: the text is too long to be a search, or nothing but masks is left */
  of(ctx: RequestContext, terms: readonly SearchTerm[]): string | null {
    const typed = terms.map(({ text }) => text).join(' ');
    if (typed.length > SEARCH_LIMITS.loggedMax) return null;
    const { off: _everythingIsLookedFor, ...operator } = this.guard.settings;
    const settings = { author: ctx.ownTraces(), operator, off: [] };
    const masked = hide(typed, findLeaks(typed, settings), HIDING_WORDS)
      .replace(ADDRESS, MASK)
      .replace(LONG_NUMBER, MASK);
    return HAS_LETTER.test(masked) ? masked : null;
  }
}
