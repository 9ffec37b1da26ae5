import { Injectable } from '@nestjs/common';
import { BatchLoader, Features, inOrderOf, Translator, type RequestContext } from '@kundig/platform/server';
import { ExpertTerms } from '../members/expert-terms.js';
import { PseudonymRepository, type AuthorRow } from '../storage/pseudonym.repository.js';
import { memberPath } from '../member-path.js';
import { AuthorKind, AuthorObject, type AuthorView } from './author.object.js';

/** Authors by the id of their pseudonym, in one statement for a whole page. */
@Injectable()
export class AuthorLoader extends BatchLoader<AuthorView> {
  constructor(
    private readonly pseudonyms: PseudonymRepository,
    private readonly translator: Translator,
    private readonly expertTerms: ExpertTerms,
    private readonly features: Features,
  ) {
    super();
  }

  protected async loadBatch(ctx: RequestContext, ids: readonly string[]): Promise<(AuthorView | null)[]> {
    const rows = await this.pseudonyms.authors(ctx, ids);
    return inOrderOf(ids, rows, ({ id }) => id).map((row) => row && this.view(ctx, row));
  }

  /** @returns the row as everybody sees it, in the language of the request */
  view(ctx: RequestContext, row: AuthorRow): AuthorView {
    const kind = kindOf(row);
    const shows = kind === AuthorKind.STAFF || this.features.isOn('persons');
    const role = ctx.locale === 'de' ? row.role_de : row.role_en;
    return Object.assign(new AuthorObject(), {
      pseudonymId: row.id,
      expertIn: kind === AuthorKind.MEMBER ? this.expertTerms.boardsOf(row) : [],
      id: row.public_id,
      kind,
      name:
        kind === AuthorKind.DELETED
          ? this.translator.translate(ctx.locale, 'pseudonyms:deletedMember')
          : (row.real_name ?? row.name),
      pictureSeed: row.picture_seed,
      picture: shows ? row.picture : null,
      mark: shows ? row.mark : null,
      about: shows ? row.about : null,
      role: kind === AuthorKind.STAFF ? role : null,
      claimedBy: row.claimed_by && { name: row.claimed_by.name, path: memberPath(row.claimed_by.nickname) },
      path: kind === AuthorKind.MEMBER || kind === AuthorKind.STAFF ? memberPath(row.name) : null,
    });
  }
}

function kindOf(row: AuthorRow): AuthorKind {
  if (row.deleted_at) return AuthorKind.DELETED;
  if (row.kind === 'persona') return AuthorKind.PERSONA;
  return row.real_name === null ? AuthorKind.MEMBER : AuthorKind.STAFF;
}
