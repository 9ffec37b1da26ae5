import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Turns } from '@kundig/files/server';
import {
  Actor,
  Features,
  NotFound,
  RequestContext,
  SharePictureSources,
  Translator,
  type Locale,
  type SharedPage,
} from '@kundig/platform/server';
import { LRUCache } from 'lru-cache';
import { LogoImages } from '../logo/logo-images.js';
import { SiteSettings } from '../settings/site-settings.js';
import { drawSharePicture } from './draw-share-picture.js';

/** A picture, and a digest of its bytes. */
export interface SharePicture {
  readonly bytes: Buffer;
  readonly digest: string;
}

/** Pictures kept in memory, of some 30 kB each. */
const KEPT = 200;
/** More than so many addresses at once are no readers passing links on. */
const WAITING = 40;
/** Longest public id there can be. */
const ID_LENGTH = 40;

/**
 * Pictures that stand for our pages where somebody passes their links on. Whoever asks, they show what visitors may see; for
 * everything else there is one picture, whether it exists or not. One is drawn at a time, and kept while it is asked for.
 */
@Injectable()
export class SharePictures {
  private readonly drawn = new LRUCache<string, Promise<SharePicture>>({ max: KEPT });
  private readonly turns = new Turns(1, WAITING);

  constructor(
    private readonly sources: SharePictureSources,
    private readonly features: Features,
    private readonly settings: SiteSettings,
    private readonly logo: LogoImages,
    private readonly translator: Translator,
  ) {}

  /**
   * @throws NotFound there are no pages of that kind
   * @throws TooManyRequests too many are being drawn already
   */
  async ofPage(locale: Locale, kind: string, id: string): Promise<SharePicture> {
    const marked = this.sources.of(kind);
    if (!marked) throw new NotFound();
    const isOn = !marked.feature || this.features.isOn(marked.feature);
    const visitor = RequestContext.for({ actor: Actor.visitor, locale });
    const page = isOn && id.length <= ID_LENGTH ? await marked.source.sharedPage(visitor, id) : null;
    return this.draw(locale, page);
  }

  /** The picture of the community itself. */
  ofCommunity(locale: Locale): Promise<SharePicture> {
    return this.draw(locale, null);
  }

  private async draw(locale: Locale, page: SharedPage | null): Promise<SharePicture> {
    await this.settings.latest();
    const { name, brandColour: brand, accentColour: accent, iconVersion } = this.settings;
    const solved = page?.solved;
    const shown = page && {
      title: page.title,
      place: page.place,
      state: solved
        ? this.translator.translate(locale, 'site:share.solved', { count: solved.answers })
        : null,
    };
    const key = JSON.stringify([name, brand, accent, iconVersion, shown]);
    const known = this.drawn.get(key);
    if (known) return known;
    const drawing = this.turns.take(async () => {
      const logo = await this.logo.icon(512);
      const bytes = await drawSharePicture({ name, brand, accent, logo, page: shown });
      return { bytes, digest: createHash('sha256').update(bytes).digest('base64url') };
    });
    this.drawn.set(key, drawing);
    drawing.catch(() => this.drawn.delete(key)); // there may be room, or a storage, next time
    return drawing;
  }
}
