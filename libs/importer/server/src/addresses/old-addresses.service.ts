import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@kundig/platform/server';
import { parseOldPath } from '../convert/old-addresses.js';
import { ImportRepository } from '../storage/import.repository.js';
import { externalIdOf, NewPlaces, placeOfTag } from './new-places.js';

/** Leads those who follow an address of an old site to what became of it. */
@Injectable()
export class OldAddresses {
  constructor(
    private readonly imports: ImportRepository,
    private readonly places: NewPlaces,
  ) {}

  /**
   * One statement for an address that nothing became of, none for a path of another form.
   * @param path path and query, without language prefix, such as `/questions/12/slug`, `/q/12`, `/a/34`, `/users/7`
   * @param host to which the request was sent, as browsers say it: where the old name points here its source goes first
   * @returns path of the new place, without language prefix; null when there is none that the viewer may see
   */
  async resolve(ctx: RequestContext, path: string, host = ''): Promise<string | null> {
    const address = parseOldPath(path);
    if (address === null) return null;
    if (address.kind === 'tag') return placeOfTag(address.name).path;
    const externalId = externalIdOf(address)!;
    const item = await this.imports.findAnywhere(ctx, externalId, host.toLowerCase().replace(/:\d+$/, ''));
    if (item === null) return null;
    return (await this.places.of(ctx, [item])).get(externalId)?.path ?? null;
  }
}
