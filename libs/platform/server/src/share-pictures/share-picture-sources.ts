import { Injectable } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import {
  SHARE_PICTURE_SOURCE,
  type SharePictureMark,
  type SharePictureSource,
} from './share-picture-source.js';

/** A source and what its mark says. */
export interface MarkedSharePictureSource extends SharePictureMark {
  readonly source: SharePictureSource;
}

/** Everybody whose pages have a picture for links to them, found by their mark. */
@Injectable()
export class SharePictureSources {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
  ) {}

  /** @param kind as the address names it @returns null where nobody answers for it */
  of(kind: string): MarkedSharePictureSource | null {
    for (const { metatype, instance } of this.discovery.getProviders()) {
      if (typeof metatype !== 'function' || !instance) continue;
      const mark = this.reflector.get<SharePictureMark | undefined>(SHARE_PICTURE_SOURCE, metatype);
      if (mark?.kind === kind) return { ...mark, source: instance as SharePictureSource };
    }
    return null;
  }
}
