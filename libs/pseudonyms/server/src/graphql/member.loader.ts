import { Injectable } from '@nestjs/common';
import {
  BatchLoader,
  Environment,
  Features,
  inOrderOf,
  toWallTime,
  type RequestContext,
} from '@kundig/platform/server';
import { memberPath } from '../member-path.js';
import { ExpertTerms } from '../members/expert-terms.js';
import { PseudonymRepository, type AuthorRow } from '../storage/pseudonym.repository.js';
import { AuthorKind } from './author.object.js';
import { MemberObject } from './member.object.js';

/** `2026-11` of a day and time. */
const MONTH_LENGTH = 7;

/** Living members by the id of their pseudonym. */
@Injectable()
export class MemberLoader extends BatchLoader<MemberObject> {
  constructor(
    private readonly pseudonyms: PseudonymRepository,
    private readonly environment: Environment,
    private readonly features: Features,
    private readonly expertTerms: ExpertTerms,
  ) {
    super();
  }

  protected async loadBatch(ctx: RequestContext, ids: readonly string[]): Promise<(MemberObject | null)[]> {
    const rows = await this.pseudonyms.authors(ctx, ids);
    const members = rows.filter(({ kind, deleted_at }) => kind === 'member' && deleted_at === null);
    return inOrderOf(ids, members, ({ id }) => id).map((row) => row && this.view(ctx, row));
  }

  /** @returns the row of a living member as its public page shows it; what people choose to show can be switched off */
  view({ locale }: RequestContext, row: AuthorRow): MemberObject {
    const shows = row.real_name !== null || this.features.isOn('persons');
    return Object.assign(new MemberObject(), {
      pseudonymId: row.id,
      expertIn: this.expertTerms.boardsOf(row),
      id: row.public_id,
      nickname: row.name,
      path: memberPath(row.name),
      kind: row.real_name === null ? AuthorKind.MEMBER : AuthorKind.STAFF,
      pictureSeed: row.picture_seed,
      ...(shows
        ? { picture: row.picture, about: row.about, mark: row.mark }
        : { picture: null, about: null, mark: null }),
      realName: row.real_name,
      role: locale === 'de' ? row.role_de : row.role_en,
      joinedMonth: toWallTime(row.created_at, this.environment.get('TIME_ZONE')).slice(0, MONTH_LENGTH),
    });
  }
}
