import { Injectable } from '@nestjs/common';
import { Clock, type RequestContext } from '@kundig/platform/server';
import { parseOldPath } from '../convert/old-addresses.js';
import { oldPathOf } from '../redirects/old-path.js';
import { ImportRepository } from '../storage/import.repository.js';
import { RedirectRepository } from '../storage/redirect.repository.js';
import { externalIdOf, NewPlaces, placeOfTag } from './new-places.js';

/** Leads those who follow an address of an old site to what became of it. */
@Injectable()
export class OldAddresses {
  constructor(
    private readonly imports: ImportRepository,
    private readonly places: NewPlaces,
    private readonly redirects: RedirectRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * What was imported goes before what the operator has redirected. One statement for each of the two that may know it.
   * @param path path and query, without language prefix, such as `/questions/12/slug`, `/q/12`, `/a/34`, `/users/7`
   * @param host to which the request was sent, as browsers say it: where the old name points here its source goes first
   * @returns path of the new place, without language prefix; null when there is none that the viewer may see
   */
  async resolve(ctx: RequestContext, path: string, host = ''): Promise<string | null> {
    return (await this.imported(ctx, path, host)) ?? (await this.redirected(ctx, path));
  }

  /** Where an address leads is no secret; what stands there, its page keeps from whoever may not see it. */
  private async redirected(ctx: RequestContext, path: string): Promise<string | null> {
    const from = oldPathOf(path);
    const day = this.clock.now().toISOString().slice(0, 10);
    return from === null ? null : this.redirects.follow(ctx, from, day);
  }

  private async imported(ctx: RequestContext, path: string, host: string): Promise<string | null> {
    const address = parseOldPath(path);
    if (address === null) return null;
    if (address.kind === 'tag') return placeOfTag(address.name).path;
    const externalId = externalIdOf(address)!;
    const item = await this.imports.findAnywhere(ctx, externalId, host.toLowerCase().replace(/:\d+$/, ''));
    if (item === null) return null;
    return (await this.places.of(ctx, [item])).get(externalId)?.path ?? null;
  }
}
