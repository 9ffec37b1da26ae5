import { Injectable } from '@nestjs/common';
import { IdentityDatabase, type RequestContext } from '@kundig/platform/server';
import type { TextAnswer } from '../texts/text-questions.js';
import type { Consent } from './account.repository.js';

/** What people accept when they register; the version they saw is recorded. */
export const ACCEPTED_TEXTS = ['netiquette', 'privacy', 'terms'] as const;

export const LEGAL_TEXTS = ['netiquette', 'privacy', 'imprint', 'accessibility', 'terms'] as const;
export type LegalTextSlug = (typeof LEGAL_TEXTS)[number];

/** A version that the operator has published; it stays for ever. */
export interface LegalTextVersion {
  readonly slug: string;
  readonly version: string;
  /** The version before it; the template's for the first. */
  readonly replaces: string;
  readonly titleDe: string;
  /** Markdown. */
  readonly bodyDe: string;
  readonly titleEn: string;
  readonly bodyEn: string;
  /** Whether members are asked to accept it. */
  readonly material: boolean;
  /** What was said to fill the gaps of the version before. */
  readonly answers: readonly TextAnswer[];
  readonly publishedAt: Date;
}

/**
 * SQL: the text `t` has a material version `t` that the account `a` has not accepted, nor a later one.
 * A consent to the template, of which there is no row, is older than every version.
 */
export const AWAITS_CONSENT = `
  t.material AND t.slug IN (${ACCEPTED_TEXTS.map((slug) => `'${slug}'`).join(', ')}) AND NOT EXISTS (
    SELECT FROM identity.consent c JOIN identity.legal_text seen ON seen.slug = c.text_slug AND seen.version = c.version
    WHERE c.account_id = a.id AND c.text_slug = t.slug AND seen.published_at >= t.published_at)`;

@Injectable()
export class LegalTextRepository {
  constructor(private readonly database: IdentityDatabase) {}

  /** Every version of every text, the oldest first. Those of one day are counted, and the tenth follows the second. */
  all(ctx: RequestContext): Promise<LegalTextVersion[]> {
    return this.database.query(
      ctx,
      `SELECT slug, version, replaces, title_de AS "titleDe", body_de AS "bodyDe", title_en AS "titleEn",
              body_en AS "bodyEn", material, answers, published_at AS "publishedAt"
       FROM identity.legal_text ORDER BY published_at, slug, length(version), version`,
    );
  }

  /** @returns false when somebody else has replaced the same version, or published on the same day, in between */
  async add(ctx: RequestContext, text: LegalTextVersion): Promise<boolean> {
    const { slug, version, replaces, titleDe, bodyDe, titleEn, bodyEn, material, answers, publishedAt } =
      text;
    const rows = await this.database.query(
      ctx,
      `INSERT INTO identity.legal_text
         (slug, version, replaces, title_de, body_de, title_en, body_en, material, answers, published_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING RETURNING slug`,
      [
        slug,
        version,
        replaces,
        titleDe,
        bodyDe,
        titleEn,
        bodyEn,
        material,
        JSON.stringify(answers),
        publishedAt,
      ],
    );
    return rows.length === 1;
  }

  /** @returns the texts of which the member has not accepted the newest material version, with the version it accepted last */
  awaitingConsent(
    ctx: RequestContext,
    memberId: string,
  ): Promise<{ slug: string; accepted: string | null }[]> {
    return this.database.query(
      ctx,
      `SELECT DISTINCT t.slug,
              (SELECT c.version FROM identity.consent c WHERE c.account_id = a.id AND c.text_slug = t.slug
               ORDER BY c.accepted_at DESC, length(c.version) DESC, c.version DESC LIMIT 1) AS accepted
       FROM identity.account a, identity.legal_text t
       WHERE a.member_id = $1 AND ${AWAITS_CONSENT} ORDER BY t.slug`,
      [memberId],
    );
  }

  /** Keeps an account's consents; one it has given already stays. */
  async accept(ctx: RequestContext, memberId: string, consents: readonly Consent[]): Promise<void> {
    await this.database.query(
      ctx,
      `INSERT INTO identity.consent (account_id, text_slug, version, accepted_at)
       SELECT a.id, c.slug, c.version, c."acceptedAt"
       FROM identity.account a,
         jsonb_to_recordset($2::jsonb) AS c(slug text, version text, "acceptedAt" timestamptz)
       WHERE a.member_id = $1 ON CONFLICT DO NOTHING`,
      [memberId, JSON.stringify(consents)],
    );
  }
}
