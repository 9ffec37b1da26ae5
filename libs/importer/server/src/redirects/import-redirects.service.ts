import { Injectable } from '@nestjs/common';
import { AppDatabase, type RequestContext } from '@kundig/platform/server';
import { RedirectRepository } from '../storage/redirect.repository.js';
import { oldPathOf } from './old-path.js';
import { loopsIn, readRedirects, type RedirectFault } from './redirect-file.js';

export interface ImportRedirects {
  /** The file, as CSV. */
  readonly csv: string;
  /** Whether what is kept and not in the file goes. */
  readonly replace: boolean;
  /** Whether only to tell what would happen. */
  readonly preview: boolean;
}

/** What a file changes, or would change. */
export interface RedirectChanges {
  /** Nothing is changed while there is one. */
  readonly faults: readonly RedirectFault[];
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly kept: number;
}

/** Takes a list of old addresses and where they lead: as a whole, or not at all. Safe to repeat. */
@Injectable()
export class ImportRedirectsService {
  constructor(
    private readonly database: AppDatabase,
    private readonly redirects: RedirectRepository,
  ) {}

  execute(ctx: RequestContext, { csv, replace, preview }: ImportRedirects): Promise<RedirectChanges> {
    const file = readRedirects(csv);
    return this.database.transaction(ctx, async (tx) => {
      await this.redirects.lock(tx);
      const before = new Map((await this.redirects.all(tx)).map(({ from, to }) => [from, to]));
      const given = new Map(file.rows.map(({ from, to }) => [from, to]));
      const gone = replace ? [...before.keys()].filter((from) => !given.has(from)) : [];
      const stay = replace ? [] : [...before].filter(([from]) => !given.has(from));
      const faults = [
        ...file.faults,
        ...loopsIn(file, (path) => !replace && before.has(path)),
        ...this.loopsOf(stay, file.rows),
      ].sort((one, other) => one.line - other.line);
      const changed = file.rows.filter(({ from, to }) => before.has(from) && before.get(from) !== to).length;
      const added = file.rows.filter(({ from }) => !before.has(from)).length;
      if (!preview && faults.length === 0) {
        await this.redirects.remove(tx, gone);
        await this.redirects.save(tx, file.rows);
      }
      return { faults, added, changed, removed: gone.length, kept: before.size - changed - gone.length };
    });
  }

  /** An old address of the file to which something leads that is kept already. */
  private loopsOf(
    stay: readonly (readonly [from: string, to: string])[],
    rows: readonly { readonly from: string; readonly line: number }[],
  ): RedirectFault[] {
    const targets = new Set(stay.map(([, to]) => oldPathOf(to)));
    return rows.flatMap(({ from, line }) =>
      targets.has(from) ? [{ line, column: 'from' as const, code: 'loop' as const }] : [],
    );
  }
}
