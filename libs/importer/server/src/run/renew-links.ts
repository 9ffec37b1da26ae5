import { Injectable } from '@nestjs/common';
import { RenewTextsService } from '@kundig/forum/server';
import { MARKDOWN_MAX_LENGTH, Randomness, RequestContext, Translator } from '@kundig/platform/server';
import { externalIdOf, NewPlaces, placeOfTag } from '../addresses/new-places.js';
import {
  findOldAddresses,
  linkTo,
  rewriteOldAddresses,
  type NewPlace,
  type OldAddress,
} from '../convert/old-addresses.js';
import type { ImportedThread } from '../plan/imported-thread.js';
import { ImportRepository, type Source } from '../storage/import.repository.js';
import { keyOf } from '../storage/keys.js';

/** Puts new addresses for old ones into an imported thread, names the questions it repeats, and marks it as a duplicate. */
@Injectable()
export class RenewLinks {
  constructor(
    private readonly imports: ImportRepository,
    private readonly places: NewPlaces,
    private readonly renewTexts: RenewTextsService,
    private readonly translator: Translator,
    private readonly random: Randomness,
  ) {}

  /**
   * To be called when all threads are there. Safe to repeat; posts that were edited here are left alone.
   * @returns number of posts changed
   */
  async in(ctx: RequestContext, source: Source, thread: ImportedThread): Promise<number> {
    const hosts = source.site === null ? [] : [source.site];
    const addresses = thread.posts.flatMap(({ markdown }) => findOldAddresses(markdown, hosts));
    if (addresses.length + thread.duplicateOf.length === 0) return 0;
    const places = await this.placesOf(ctx, source, [
      ...addresses.flatMap((address) => externalIdOf(address) ?? []),
      ...thread.duplicateOf,
    ]);
    const resolve = (address: OldAddress): NewPlace | null =>
      address.kind === 'tag' ? placeOfTag(address.name) : (places.get(externalIdOf(address)!) ?? null);
    const originals = thread.duplicateOf.flatMap((id) => places.get(id) ?? []);
    const renewed = thread.posts
      .map(({ externalId, markdown }, index) => ({
        postId: keyOf(this.random, source, 'post', externalId),
        from: markdown,
        to: rewriteOldAddresses(markdown, hosts, resolve) + (index === 0 ? this.naming(ctx, originals) : ''),
      }))
      .filter(({ from, to }) => from !== to && to.length <= MARKDOWN_MAX_LENGTH);
    if (renewed.length === 0) return 0;
    const threadKey = (externalId: string) => keyOf(this.random, source, 'thread', externalId);
    const original = thread.duplicateOf.find((id) => places.has(id));
    return this.renewTexts.execute(
      ctx,
      threadKey(thread.externalId),
      renewed,
      original && threadKey(original),
    );
  }

  private async placesOf(
    ctx: RequestContext,
    source: Source,
    externalIds: readonly string[],
  ): Promise<Map<string, NewPlace>> {
    const items = await this.imports.find(ctx, source.id, [...new Set(externalIds)]);
    // A context of its own, because what loaders remember would grow with the import.
    return this.places.of(RequestContext.system(ctx.locale), items);
  }

  /** @returns what is added to a question that repeats others */
  private naming({ locale }: RequestContext, originals: readonly NewPlace[]): string {
    if (originals.length === 0) return '';
    return `\n\n**${this.translator.translate(locale, 'importer:duplicateOf')}** ${originals.map(linkTo).join(', ')}`;
  }
}
