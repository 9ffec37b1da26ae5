import { Injectable } from '@nestjs/common';
import type { LeakKind } from '@kundig/leak-guard/rules';
import type { LeakAnswer } from '@kundig/leak-guard/server';
import { AppDatabase, type RequestContext } from '@kundig/platform/server';

/** What became of the places of one kind. */
export interface LeakCount {
  readonly kind: LeakKind;
  readonly hidden: number;
  readonly kept: number;
}

const dayOf = (at: Date) => at.toISOString().slice(0, 10);

/** Counters of the leak guard, one row for a day and a kind: no person, no text, no time of day. */
@Injectable()
export class LeakCountRepository {
  constructor(private readonly database: AppDatabase) {}

  /** One statement. @param kinds one for each place */
  async add(ctx: RequestContext, at: Date, answer: LeakAnswer, kinds: readonly LeakKind[]): Promise<void> {
    await this.database.query(
      ctx,
      `INSERT INTO site.leak_count (day, kind, hidden, kept)
       SELECT $1::date, kind, count(*) FILTER (WHERE $2 = 'hide'), count(*) FILTER (WHERE $2 = 'leave')
       FROM unnest($3::text[]) AS kind GROUP BY kind ORDER BY kind
       ON CONFLICT (day, kind) DO UPDATE SET hidden = leak_count.hidden + excluded.hidden,
         kept = leak_count.kept + excluded.kept`,
      [dayOf(at), answer, kinds],
    );
  }

  /** @returns kinds of which something was found since a day, most first */
  since(ctx: RequestContext, day: Date): Promise<LeakCount[]> {
    return this.database.query<LeakCount>(
      ctx,
      `SELECT kind, sum(hidden)::int AS hidden, sum(kept)::int AS kept
       FROM site.leak_count WHERE day >= $1::date GROUP BY kind ORDER BY sum(hidden + kept) DESC, kind`,
      [dayOf(day)],
    );
  }
}
