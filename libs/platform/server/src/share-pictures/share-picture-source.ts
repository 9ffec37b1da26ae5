import { SetMetadata } from '@nestjs/common';
import type { Feature } from '../access/features.js';
import type { RequestContext } from '../context/request-context.js';

/** What the picture of a page shows when somebody passes its link on; never who wrote. */
export interface SharedPage {
  readonly title: string;
  /** The board it stands in; null where it stands in none. */
  readonly place: string | null;
  /** State of a question with a solution; null otherwise. */
  readonly solved: { readonly answers: number } | null;
}

/** Tells what may be drawn of a domain's pages. Every source has one, found by its mark. */
export interface SharePictureSource {
  /**
   * @param visitor context of somebody who is not signed in, in the language of the address
   * @param publicId as addresses name it
   * @returns null for what does not exist, or not for visitors
   */
  sharedPage(visitor: RequestContext, publicId: string): Promise<SharedPage | null>;
}

/** What the mark says: the kind in the address of the picture, and the part of the community that must be switched on. */
export interface SharePictureMark {
  readonly kind: string;
  readonly feature?: Feature;
}

export const SHARE_PICTURE_SOURCE = Symbol('kundig:share-picture-source');

/** Marks a provider as `SharePictureSource`. */
export const HasSharePicture = (mark: SharePictureMark) =>
  SetMetadata<symbol, SharePictureMark>(SHARE_PICTURE_SOURCE, mark);
