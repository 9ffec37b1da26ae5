import { Injectable } from '@nestjs/common';
import { AppDatabase, type Locale, type RequestContext } from '@kundig/platform/server';
import { askedQuerySql } from '../postgres/asked-query.js';
import { toStored, toStoredTerms } from '../postgres/stored-text.js';
import { typedQuerySql } from '../postgres/typed-query.js';
import type { SearchTerm } from '../query/parse-query.js';
import type { SourceProblem } from './source-problem.js';

/** A page of the operator's, on a site of their own. */
export interface HelpPage {
  /** Absolute. */
  readonly address: string;
  /** Name of the site. */
  readonly host: string;
  readonly title: string;
  /** Empty where the page does not describe itself. */
  readonly description: string;
  /** Null for languages that the community does not speak. */
  readonly lang: Locale | null;
}

/** Where pages are listed, and what came of reading it. */
export interface HelpSource {
  readonly id: string;
  readonly address: string;
  /** Null as long as it was never read. */
  readonly fetchedAt: Date | null;
  /** Why it could not be read the last time; what was known before stays known. */
  readonly problem: SourceProblem | null;
  /** Pages that are found here. */
  readonly pages: number;
  /** Pages that could not be read the last time. */
  readonly failed: number;
  /** Pages that are not looked at: robots are not wanted there, they lie elsewhere, or are too many. */
  readonly leftOut: number;
}

/** A page as it was read, with what lets it be asked whether it has changed. */
export interface ReadPage extends HelpPage {
  readonly etag: string | null;
  readonly modified: string | null;
}

/** What is known of a page that was read before. */
export interface KnownPage {
  readonly address: string;
  readonly etag: string | null;
  readonly modified: string | null;
  readonly readAt: Date;
}

/** How reading a source ended. */
export type SourceOutcome = Pick<HelpSource, 'problem' | 'failed' | 'leftOut'> & { readonly fetchedAt: Date };

const COLUMNS = 'p.address, p.host, p.title, p.description, p.lang';
/** One page for each address, whatever sources list it; the best first. @param query SQL of a `tsquery` */
const bestSql = (query: string, first: string): string => `
  SELECT address, host, title, description, lang
  FROM (SELECT DISTINCT ON (p.address) ${COLUMNS}, ts_rank('{0.1, 0.3, 0.6, 1}', p.lexemes, ${query}, 1) AS rank
        FROM search.help_page p WHERE p.lexemes @@ ${query} ORDER BY p.address, p.source_id) AS page
  ORDER BY rank DESC, address LIMIT ${first}`;

/** All SQL about the operator's help pages. */
@Injectable()
export class HelpPageRepository {
  constructor(private readonly database: AppDatabase) {}

  /** In the order in which they were entered. */
  sources(ctx: RequestContext): Promise<HelpSource[]> {
    return this.database.query(
      ctx,
      `SELECT s.id, s.address, s.fetched_at AS "fetchedAt", s.problem, s.failed, s.left_out AS "leftOut",
         (SELECT count(*)::int FROM search.help_page p WHERE p.source_id = s.id) AS pages
       FROM search.help_source s ORDER BY s.place, s.id`,
    );
  }

  /** Sources that stay keep their pages; those of the others go. */
  async saveSources(
    tx: RequestContext,
    sources: readonly { readonly id: string; readonly address: string }[],
  ): Promise<void> {
    const addresses = sources.map(({ address }) => address);
    await this.database.query(tx, 'DELETE FROM search.help_source WHERE address <> ALL ($1::text[])', [
      addresses,
    ]);
    await this.database.query(
      tx,
      `INSERT INTO search.help_source (id, address, place)
       SELECT s.id, s.address, s.place FROM unnest($1::uuid[], $2::text[]) WITH ORDINALITY AS s (id, address, place)
       ON CONFLICT (address) DO UPDATE SET place = excluded.place`,
      [sources.map(({ id }) => id), addresses],
    );
  }

  known(ctx: RequestContext, sourceId: string): Promise<KnownPage[]> {
    return this.database.query(
      ctx,
      `SELECT address, etag, modified, read_at AS "readAt" FROM search.help_page WHERE source_id = $1 ORDER BY address`,
      [sourceId],
    );
  }

  /** Of a source that is gone meanwhile nothing is kept. */
  async save(ctx: RequestContext, sourceId: string, page: ReadPage, readAt: Date): Promise<void> {
    await this.database.query(
      ctx,
      `INSERT INTO search.help_page (source_id, address, host, title, description, lang, etag, modified, read_at, lexemes)
       SELECT s.id, $2, $3, $4, $5, $6, $7, $8, $9, search.post_lexemes(coalesce($6, 'de'), true,
         search.title_lexemes(coalesce($6, 'de'), $10::text, '{}'::text[]), $11::text)
       FROM search.help_source s WHERE s.id = $1
       ON CONFLICT (source_id, address) DO UPDATE SET title = excluded.title, description = excluded.description,
         lang = excluded.lang, etag = excluded.etag, modified = excluded.modified, read_at = excluded.read_at,
         lexemes = excluded.lexemes`,
      [
        ...[
          sourceId,
          page.address,
          page.host,
          page.title,
          page.description,
          page.lang,
          page.etag,
          page.modified,
        ],
        ...[readAt, toStored(page.title), toStored(page.description)],
      ],
    );
  }

  /** Forgets pages of a source but these. */
  async keepOnly(tx: RequestContext, sourceId: string, addresses: readonly string[]): Promise<void> {
    await this.database.query(
      tx,
      'DELETE FROM search.help_page WHERE source_id = $1 AND address <> ALL ($2::text[])',
      [sourceId, addresses],
    );
  }

  async note(tx: RequestContext, sourceId: string, outcome: SourceOutcome): Promise<void> {
    await this.database.query(
      tx,
      'UPDATE search.help_source SET fetched_at = $2, problem = $3, failed = $4, left_out = $5 WHERE id = $1',
      [sourceId, outcome.fetchedAt, outcome.problem, outcome.failed, outcome.leftOut],
    );
  }

  /** Pages that hold all the words, the best first. */
  best(ctx: RequestContext, terms: readonly SearchTerm[], first: number): Promise<HelpPage[]> {
    return this.find(ctx, askedQuerySql('$1::json'), 'query', terms, first);
  }

  /** Pages that hold what is being typed, the best first. */
  typed(ctx: RequestContext, terms: readonly SearchTerm[], first: number): Promise<HelpPage[]> {
    return this.find(ctx, typedQuerySql('$1::json'), 'match', terms, first);
  }

  private find(
    ctx: RequestContext,
    asked: string,
    column: string,
    terms: readonly SearchTerm[],
    first: number,
  ): Promise<HelpPage[]> {
    return this.database.query(
      ctx,
      `WITH asked AS MATERIALIZED (${asked}) ${bestSql(`(SELECT ${column} FROM asked)`, '$2')}`,
      [toStoredTerms(terms), first],
    );
  }
}
