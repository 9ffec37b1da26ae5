import { Injectable } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { Features, type Feature } from '../access/features.js';
import type { RequestContext } from '../context/request-context.js';
import { ANSWER_SOURCE, type AnswerSource, type ReadyAnswer } from './answer-source.js';

/** Everybody who has answers ready: found by their mark, so that domains side by side need not know each other. */
@Injectable()
export class AnswerSources {
  private found?: readonly { readonly feature: Feature; readonly source: AnswerSource }[];

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
    private readonly features: Features,
  ) {}

  /** Asks every source whose part is switched on; see `AnswerSource.matching`. */
  async matching(ctx: RequestContext, words: readonly string[], first: number): Promise<ReadyAnswer[]> {
    const answers = await Promise.all(this.sources.map(({ source }) => source.matching(ctx, words, first)));
    return answers.flat().slice(0, first);
  }

  /** Asks every source whose part is switched on; see `AnswerSource.at`. */
  async at(ctx: RequestContext, path: string): Promise<ReadyAnswer | null> {
    const answers = await Promise.all(this.sources.map(({ source }) => source.at(ctx, path)));
    return answers.find((answer) => answer !== null) ?? null;
  }

  private get sources() {
    this.found ??= this.all();
    return this.found.filter(({ feature }) => this.features.isOn(feature));
  }

  private all() {
    return this.discovery.getProviders().flatMap(({ metatype, instance }) => {
      if (typeof metatype !== 'function' || !instance) return [];
      const feature = this.reflector.get<Feature | undefined>(ANSWER_SOURCE, metatype);
      return feature ? [{ feature, source: instance as AnswerSource }] : [];
    });
  }
}
