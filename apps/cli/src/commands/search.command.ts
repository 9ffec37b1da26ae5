import type { Command } from 'commander';
import { ReindexSearch, VerifyMirror, VerifySearch, type OnProgress } from '@kundig/search/server';
import type { Kundig } from '../community.js';
import { Refusal } from '../refusal.js';
import type { Progress } from '../terminal.js';

/** Differences shown by id; the rest is only counted. */
const SHOWN = 20;

/** Looks after the search index. */
export function searchCommands(program: Command, kundig: Kundig): void {
  const search = program.command('search').description('look after the search index');
  search
    .command('reindex')
    .description('index every post again, while the community goes on; continues where it was cut off')
    .action(() =>
      kundig.withCommunity(async ({ services, ctx }) => {
        const { indexed, removed, resumed } = await watched(kundig, 'Posts', (onProgress) =>
          services(ReindexSearch).execute(ctx, onProgress),
        );
        const from = resumed ? ' by the rest of an earlier run' : '';
        kundig.terminal.line(`${indexed} posts indexed${from}, ${removed} stale documents removed.`);
      }),
    );
  search
    .command('verify')
    .description(
      'compare the index with the posts, and the copy on Meilisearch with the index; fails when they differ',
    )
    .action(() =>
      kundig.withCommunity(async ({ services, ctx }) => {
        await verify(kundig, services(VerifySearch), ctx);
        await verifyMirror(kundig, services(VerifyMirror), ctx);
      }),
    );
}

/** The copy on Meilisearch, where one is configured. */
async function verifyMirror(
  kundig: Kundig,
  verification: VerifyMirror,
  ctx: Parameters<VerifyMirror['execute']>[0],
): Promise<void> {
  const { state } = await verification.state(ctx);
  if (state === 'off') return;
  if (state === 'unreachable')
    throw new Refusal('Meilisearch does not answer: PostgreSQL answers all searches.');
  if (state === 'filling')
    throw new Refusal('Meilisearch has no complete copy yet: PostgreSQL answers all searches.');
  const differences = await verification.execute(ctx);
  for (const { postId, problem } of differences.slice(0, SHOWN))
    kundig.terminal.complain(`${postId} on Meilisearch: ${problem}`);
  if (differences.length > 0)
    throw new Refusal(
      `${differences.length} documents on Meilisearch differ from the index: run "kundig search reindex".`,
    );
  kundig.terminal.line('The copy on Meilisearch agrees with the index.');
}

async function verify(
  kundig: Kundig,
  verifySearch: VerifySearch,
  ctx: Parameters<VerifySearch['execute']>[0],
): Promise<void> {
  const { checked, differenceCount, differences } = await watched(kundig, 'Posts', (onProgress) =>
    verifySearch.execute(ctx, { onProgress }),
  );
  for (const { postId, problem } of differences.slice(0, SHOWN))
    kundig.terminal.complain(`${postId}: ${problem}`);
  if (differenceCount > 0)
    throw new Refusal(
      `${differenceCount} of ${checked} posts differ from the index: run "kundig search reindex".`,
    );
  kundig.terminal.line(`The index agrees with all ${checked} posts.`);
}

/** Shows how far `work` is. */
async function watched<T>(
  kundig: Kundig,
  label: string,
  work: (onProgress: OnProgress) => Promise<T>,
): Promise<T> {
  let progress: Progress | undefined;
  try {
    return await work(({ done, total }) =>
      (progress ??= kundig.terminal.progress(label, total)).update(done),
    );
  } finally {
    progress?.stop();
  }
}
