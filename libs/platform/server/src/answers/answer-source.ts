import { SetMetadata } from '@nestjs/common';
import type { Feature } from '../access/features.js';
import type { Locale, RequestContext } from '../context/request-context.js';

/** A question somebody has put in words and answered for everybody, with its page. */
export interface ReadyAnswer {
  readonly question: string;
  /** Without language prefix. */
  readonly path: string;
  /** Thread that the answer was made from; whoever is shown the answer need not be shown that, too. */
  readonly threadId: string;
  readonly lang: Locale;
  /** The first words of the answer, on one line. */
  readonly excerpt: string;
}

/** Answers of a domain that may be what somebody is about to look for. Every source is found by its mark. */
export interface AnswerSource {
  /**
   * Answers the viewer may read whose question holds all the words.
   * @param words letters and digits only, at least one; the last one may be only begun
   * @param first how many at most, the best of them
   */
  matching(ctx: RequestContext, words: readonly string[], first: number): Promise<ReadyAnswer[]>;

  /**
   * @param path without language prefix
   * @returns the answer whose page is there, if the viewer may read it; null also for a page of another domain
   */
  at(ctx: RequestContext, path: string): Promise<ReadyAnswer | null>;
}

export const ANSWER_SOURCE = Symbol('kundig:answer-source');

/** Marks a provider as `AnswerSource` of a part of the community that must be switched on. */
export const GivesAnswers = (feature: Feature) => SetMetadata<symbol, Feature>(ANSWER_SOURCE, feature);
